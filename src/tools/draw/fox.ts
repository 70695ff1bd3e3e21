import type { Companion } from './companion';
import { cut, eye, ink, line, move, oval, shape, type Tones } from './shapes';

const fur: Tones = { light: '#EBAE6E', base: '#DE9550', shade: '#C27B3C' };
const cream: Tones = { light: '#FBF2E0', base: '#F3E3C3', shade: '#DDC7A0' };
const dark: Tones = { light: '#6B5361', base: '#574350', shade: '#433340' };
const wool: Tones = { light: '#86689A', base: '#6A4C7D', shade: '#543A65' };

const head =
  shape('M146 140C130 104 128 64 138 34 142 22 154 20 164 30 188 54 206 74 220 98z', fur.base) +
  shape('M138 34C142 22 154 20 164 30 172 38 180 46 187 54 172 60 148 66 133 64 134 54 135 44 138 34z', dark.base) +
  shape('M154 124C146 106 146 84 150 68 168 80 186 96 196 112z', dark.shade) +
  shape('M256 96C272 70 292 46 312 32 323 24 333 30 335 42 340 74 336 108 324 138z', fur.shade) +
  shape('M289 54C296 46 304 38 312 32 323 24 333 30 335 42 336 50 337 58 337 66 320 64 302 60 289 54z', dark.shade) +
  shape('M280 104C290 90 304 76 318 66 322 84 320 104 314 120z', dark.shade) +
  cut(
    'fo-head',
    'M236 82C280 80 312 96 328 128 338 148 350 168 366 182 372 188 368 194 360 198 342 206 326 214 308 224 286 238 262 248 244 249 222 247 192 238 168 223 148 212 130 206 112 196 104 192 102 186 108 180 126 166 138 146 148 126 164 96 198 82 236 82z',
    fur.base,
    shape('M286 70C312 100 318 136 306 170 300 200 284 226 262 256H390V70z', fur.shade) +
      shape('M108 182C128 166 140 146 150 126 166 98 198 86 236 84 204 96 180 116 170 144 160 164 140 178 116 186z', fur.light) +
      shape('M96 190C132 172 170 166 200 178 220 186 234 202 248 222V260C190 256 120 230 96 190z', cream.light) +
      shape('M380 186C346 172 310 168 288 180 272 188 258 204 246 222V260C300 256 350 226 380 186z', cream.base) +
      shape('M380 186C354 174 336 172 322 172 334 192 312 222 246 246V260C300 256 350 226 380 186z', cream.shade),
  ) +
  shape('M213 208C226 196 238 190 248 190S274 196 284 206C288 224 268 241 247 241S208 226 213 208z', cream.light) +
  shape('M229 196C236 189 260 188 267 195 272 203 258 217 248 217 238 217 224 204 229 196z', ink) +
  shape('M234 196C240 192 250 191 256 193 250 197 240 199 234 199z', '#4A6072') +
  line('M248 217V224C244 231 235 232 229 228M248 224C252 231 261 231 267 227', dark.base, 3.8) +
  eye({ x: 192, y: 156 }, dark.base) +
  eye({ x: 296, y: 153 }, dark.base, 0.94);

const torso = cut(
  'fo-body',
  'M184 236C152 256 140 316 138 380 137 436 170 464 238 464 308 464 338 436 336 380 334 316 324 256 294 236z',
  wool.base,
  shape('M120 220H182C154 262 146 350 152 470H120z', wool.light) +
    shape('M296 220H350V480H262C312 430 318 300 296 220z', wool.shade) +
    shape(
      'M176 366H300C308 366 312 372 314 380L324 424C310 432 296 434 290 434H186C180 434 164 432 154 424L162 380C164 372 168 366 176 366z',
      wool.shade,
    ) +
    shape(
      'M180 370H292C300 370 304 374 306 382L310 412C300 424 284 426 278 426H190C182 426 170 424 162 416L168 382C170 374 174 370 180 370z',
      wool.base,
    ) +
    line('M130 436C180 452 300 452 344 436', '#4A3259', 5),
);

const collar =
  shape(
    'M158 250C174 226 206 222 240 236 272 222 302 226 318 248 316 272 294 288 268 290 254 290 246 282 240 272 234 284 222 294 206 292 180 288 160 274 158 250z',
    wool.light,
  ) +
  shape('M240 236C272 222 302 226 318 248 316 272 294 288 268 290 254 290 246 282 240 272z', wool.base) +
  line('M222 286C220 304 220 320 222 336M262 286C264 302 264 314 262 328', cream.base, 6) +
  line('M222 332v10M262 324v10', cream.shade, 8);

const leg = (x: number): string =>
  shape(
    `M${x - 31} 420L${x - 27} 494C${x - 44} 500 ${x - 45} 532 ${x - 24} 533H${x + 38}C${x + 57} 531 ${x + 53} 503 ${x + 29} 495L${x + 31} 420z`,
    dark.base,
  ) +
  shape(`M${x - 31} 420L${x - 30} 444C${x - 12} 456 ${x + 14} 456 ${x + 30} 444L${x + 31} 420z`, fur.base) +
  shape(
    `M${x + 12} 452C${x + 16} 470 ${x + 15} 484 ${x + 11} 500 ${x + 26} 506 ${x + 34} 518 ${x + 30} 533H${x + 38}C${x + 57} 531 ${x + 53} 503 ${x + 29} 495L${x + 30} 446z`,
    dark.shade,
  ) +
  line(`M${x + 4} 522v10M${x + 23} 522v10`, dark.light, 3.5);

const paw = (x: number, y: number): string =>
  oval(x, y, 24, 22, dark.shade) + oval(x - 2, y - 2, 21, 19, dark.base) + line(`M${x - 6} ${y + 7}v9M${x + 5} ${y + 7}v9`, dark.light, 3.5);

const tail = cut(
  'fo-tail',
  'M190 452C122 462 52 420 36 346 28 306 40 268 62 262 82 258 86 286 98 312 116 350 154 378 206 388z',
  fur.base,
  shape('M190 470C140 460 96 430 74 380 66 360 62 346 62 330L30 340V470z', fur.shade) +
    shape('M20 250H100L100 316C92 308 88 326 76 320 66 316 62 334 50 330 42 326 36 340 26 340z', cream.light) +
    shape('M20 300 36 330C40 340 36 350 34 352z', cream.shade),
);

/** The fox: amber, dark-socked, in a plum hooded jumper. */
export const fox: Companion = {
  id: 'fox',
  legs: { standing: [198, 282], seated: [218, 300], halfWidth: 29 },
  frame: { light: '#FBD98F', base: '#F4B63F', shade: '#CF8F27' },
  guard: { light: '#F4B63F', base: '#80609A', shade: '#6A4C7D' },
  strap: { light: '#FBD98F', base: '#6A4C7D', shade: '#4E375E' },
  behind: tail,
  behindSeated: move(-8, -44, tail),
  leg,
  torso,
  collar,
  head,
  shoulder: { x: 306, y: 290 },
  armWidth: 48,
  armTones: wool,
  kneeTones: fur,
  hand: paw,
  arm:
    shape('M142 60C152 52 176 54 186 62L212 65C226 66 228 86 213 87L194 88C197 102 186 111 168 110 158 110 148 107 142 104z', dark.base) +
    shape('M142 92C160 94 180 92 194 88 197 102 186 111 168 110 158 110 148 107 142 104z', dark.shade) +
    line('M178 76C186 80 192 84 194 88M168 93C174 97 181 97 187 95', dark.light, 3.5) +
    shape('M154 64C152 48 164 40 171 45 178 51 174 62 166 70z', dark.light) +
    cut(
      'fo-arm',
      'M48 52C84 48 116 52 142 54 148 55 150 60 150 66V98C150 104 148 108 142 109 112 112 82 114 48 110 30 108 21 95 21 81S30 54 48 52z',
      wool.base,
      shape('M10 90C60 104 110 100 160 94V130H10z', wool.shade),
    ) +
    line('M138 60V104', wool.light, 6),
  tip: { x: 222, y: 76 },
};

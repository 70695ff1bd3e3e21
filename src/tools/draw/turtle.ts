import type { Companion } from './companion';
import { cut, eye, line, oval, shape, type Tones } from './shapes';

const skin: Tones = { light: '#A5CFA6', base: '#86B98C', shade: '#659B70' };
const shell: Tones = { light: '#4F8FAF', base: '#2B6C8F', shade: '#1E5270' };
const belly: Tones = { light: '#FAF0DA', base: '#F3E3C3', shade: '#DDC79E' };
const cloth: Tones = { light: '#F0937C', base: '#E4694E', shade: '#C4523A' };
const mark = '#4E8F5B';

const head =
  cut(
    'tu-head',
    'M234 70C296 66 338 106 344 156 350 212 304 248 242 248 176 248 128 214 130 160 132 108 174 72 234 70z',
    skin.base,
    shape('M300 60C326 100 328 140 318 174 308 214 284 238 250 254H380V60z', skin.shade) +
      shape('M130 168C130 110 172 74 232 70 192 86 162 116 156 164 152 178 140 186 132 184z', skin.light) +
      shape('M120 196C150 206 190 206 226 198 262 204 312 202 352 186L340 262H140z', '#CFE3BE') +
      shape('M352 186C340 192 328 196 316 199 308 222 286 240 256 252H340z', '#AFCFA2') +
      shape('M206 60C196 76 198 92 212 98 228 104 252 102 264 94 274 86 272 68 262 56z', mark) +
      shape('M160 76C148 88 142 106 152 114 164 120 184 112 190 100 194 88 190 76 182 66z', mark) +
      shape('M290 66C284 78 284 94 294 102 306 110 322 110 328 104 332 90 318 74 304 62z', '#3F7A4D') +
      shape('M218 112C226 108 246 108 254 112 260 120 250 132 238 133 226 132 212 122 218 112z', mark),
  ) +
  line('M158 200C184 214 214 212 238 204 262 212 296 208 324 190', '#3F7A4D', 4.5) +
  line('M156 194C154 198 154 202 156 206M325 184C328 187 329 191 328 195', '#3F7A4D', 4.5) +
  oval(228, 180, 3.6, 4.6, '#3F7A4D', 20) +
  oval(254, 179, 3.4, 4.6, '#3F7A4D', -20) +
  shape('M158 158C158 134 176 126 190 128 206 130 216 142 214 160z', skin.light) +
  shape('M276 158C274 140 286 127 300 127 314 128 324 138 324 154z', skin.base) +
  eye({ x: 188, y: 157 }, '#3F7A4D', 1.02) +
  eye({ x: 300, y: 154 }, '#3F7A4D', 0.96);

const torso = cut(
  'tu-body',
  'M188 236C158 256 146 316 146 376 146 434 174 466 238 466 304 466 330 434 328 376 326 316 318 256 292 236z',
  belly.base,
  shape('M140 220H196C168 270 164 360 176 470H140z', belly.light) +
    shape('M288 220H350V470H270C300 420 308 300 288 220z', belly.shade) +
    line('M242 270C246 330 246 400 242 470M140 324C190 338 290 338 340 322M140 392C190 406 290 406 340 390', '#CDB486', 5),
);

const collar =
  shape(
    'M168 248C184 232 212 234 240 242 268 234 296 232 310 246 316 256 308 266 296 270 276 278 262 280 248 282L238 320C236 328 226 328 222 322L204 280C194 278 184 274 176 268 168 262 164 254 168 248z',
    cloth.base,
  ) +
  shape(
    'M240 242C268 234 296 232 310 246 316 256 308 266 296 270 276 278 262 280 248 282L238 320C237 323 235 326 232 326 236 300 240 270 240 242z',
    cloth.shade,
  ) +
  shape('M214 268C222 262 240 262 246 268 250 276 246 288 240 290 232 293 222 292 216 288 210 282 210 274 214 268z', cloth.light);

const leg = (x: number): string =>
  shape(
    `M${x - 34} 420L${x - 31} 496C${x - 42} 504 ${x - 42} 532 ${x - 24} 533H${x + 36}C${x + 52} 531 ${x + 50} 506 ${x + 32} 496L${x + 34} 420z`,
    skin.base,
  ) +
  shape(
    `M${x + 13} 420C${x + 19} 450 ${x + 17} 480 ${x + 13} 500 ${x + 26} 506 ${x + 34} 518 ${x + 30} 533H${x + 36}C${x + 52} 531 ${x + 50} 506 ${x + 32} 496L${x + 34} 420z`,
    skin.shade,
  ) +
  oval(x - 22, 454, 7, 9, mark) +
  oval(x - 4, 470, 6, 7, mark) +
  [-12, 10, 31].map((dx) => oval(x + dx, 527, 7.5, 6, belly.light)).join('');

const paddle = (x: number, y: number): string =>
  oval(x, y, 24, 25, skin.shade) +
  oval(x - 2, y - 2, 21, 22, skin.base) +
  [-13, 0, 12].map((dx) => oval(x + dx, y + 16 + (dx ? 0 : 3), 4.5, 5, belly.light)).join('');

const shellRim = cut(
  'tu-shell',
  'M238 222C152 222 104 290 104 366 104 436 150 474 238 474 326 474 370 436 370 366 370 290 324 222 238 222z',
  shell.base,
  shape('M104 366C104 290 152 222 238 222 176 240 138 300 140 372 142 420 160 452 186 470L104 480z', shell.light) +
    shape('M300 222C344 270 350 400 300 474H380V222z', shell.shade) +
    line('M104 322 150 330M100 392 150 388M120 440 160 420M148 258 178 284M372 322 328 330M374 392 324 388M352 440 316 420', shell.shade, 5),
);

/** The turtle: leaf-green skin, a harbour-blue shell and a small coral neckerchief. */
export const turtle: Companion = {
  id: 'turtle',
  legs: { standing: [198, 280], seated: [218, 298], halfWidth: 32 },
  frame: { light: '#A98BBB', base: '#80609A', shade: '#5A3F6C' },
  guard: { light: '#F4B63F', base: '#80609A', shade: '#6A4C7D' },
  strap: { light: '#FBD98F', base: '#2B6C8F', shade: '#1D4F6C' },
  behind: shape('M190 452C160 468 128 488 116 506 112 516 122 518 132 514 164 502 200 486 220 468z', skin.shade) + shellRim,
  behindSeated: shellRim,
  leg,
  torso,
  collar,
  head,
  shoulder: { x: 312, y: 290 },
  armWidth: 46,
  armTones: skin,
  kneeTones: skin,
  hand: paddle,
  arm:
    cut(
      'tu-arm',
      'M48 53C90 46 140 48 184 58 206 62 224 70 225 80S206 98 184 102C140 113 90 116 48 109 30 106 21 94 21 81S30 56 48 53z',
      skin.base,
      shape('M10 92C60 104 140 104 232 80V130H10z', skin.shade) +
        shape('M40 58C90 50 150 54 190 66 150 62 90 62 40 70z', skin.light) +
        oval(92, 76, 10, 8, mark) +
        oval(122, 84, 8, 7, mark) +
        oval(148, 72, 8, 6, mark) +
        oval(176, 84, 6, 5, mark),
    ) + [72, 81, 90].map((y, i) => oval(i === 1 ? 218 : 212, y, 5, 4, belly.light)).join(''),
  tip: { x: 225, y: 80 },
};

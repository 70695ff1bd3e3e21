import type { ComponentChildren, JSX } from 'preact';
import type { WornPlace } from './worn-places';

const skin = '#e0b08b';
const shirt = '#7fae87';
const shirtDeep = '#5d9270';
const dark = '#12324a';
const metal = '#8aa4b3';
const strap = '#6a4c7d';

/** The tablet that all pictures show, its screen to us or, from the back, in its pouch. */
function Device({ at, flat = false }: { readonly at: string; readonly flat?: boolean }) {
  return (
    <g transform={at}>
      <rect x="-15" y="-11" width="30" height="22" rx="4" fill={dark} />
      <rect x="-12" y="-8" width="24" height="16" rx="2" fill={flat ? '#f7cf7a' : '#f4b63f'} />
      <path d="M-12 -6A2 2 0 0 1 -10 -8H4L-12 6Z" fill="#fff" opacity="0.28" />
    </g>
  );
}

/** A child from the front, to the hips. */
function Child({ children }: { readonly children?: ComponentChildren }) {
  return (
    <g>
      <path d="M26 128C24 92 34 72 60 72S96 92 94 128Z" fill={shirt} />
      <path d="M60 72C86 72 96 92 94 128H76C84 104 78 84 60 72Z" fill={shirtDeep} opacity="0.6" />
      <path d="M37 84C24 92 18 108 17 128H31C31 112 34 102 40 96Z" fill={shirtDeep} />
      <path d="M83 84C96 92 102 108 103 128H89C89 112 86 102 80 96Z" fill={shirtDeep} />
      <rect x="53" y="58" width="14" height="18" rx="7" fill="#c99873" />
      <circle cx="60" cy="42" r="22" fill={skin} />
      <path d="M37 42C34 20 50 14 62 16 80 16 86 30 83 43 76 38 70 32 66 28 58 36 46 38 37 42Z" fill="#4b3328" />
      {children}
    </g>
  );
}

const pictures: Readonly<Record<WornPlace, () => JSX.Element>> = {
  chest: () => (
    <Child>
      <path d="M41 78 49 92M79 78 71 92" stroke={strap} stroke-width="6" stroke-linecap="round" />
      <rect x="39" y="87" width="42" height="31" rx="8" fill={strap} />
      <Device at="translate(60 102) scale(1.05)" />
    </Child>
  ),
  waist: () => (
    <g transform="translate(0 -34)">
      <Child />
      <path d="M27 118H93L95 156H25Z" fill="#3f6f96" />
      <path d="M58 128H62V156H58Z" fill="#2f587a" />
      <rect x="25" y="114" width="70" height="11" rx="5" fill={strap} />
      <rect x="40" y="108" width="40" height="29" rx="8" fill="#7d5c91" />
      <Device at="translate(60 122)" />
    </g>
  ),
  tray: () => (
    <g>
      <g transform="translate(0 -26)">
        <Child />
      </g>
      <path d="M14 86H106L116 116H4Z" fill="#e8cfa0" />
      <path d="M4 116H116V122A4 4 0 0 1 112 126H8A4 4 0 0 1 4 122Z" fill="#c9a86d" />
      <path d="M42 91H78L83 109H37Z" fill={dark} stroke={dark} stroke-width="3" stroke-linejoin="round" />
      <path d="M45 94H75L79 106H41Z" fill="#f7cf7a" />
    </g>
  ),
  wheelchair: () => (
    <g>
      <path d="M24 22V74H82L96 106H108" fill="none" stroke={dark} stroke-width="7" stroke-linecap="round" stroke-linejoin="round" />
      <rect x="28" y="26" width="11" height="46" rx="5" fill={strap} />
      <rect x="28" y="64" width="54" height="13" rx="6" fill={strap} />
      <circle cx="44" cy="86" r="27" fill="none" stroke={metal} stroke-width="7" />
      <path d="M44 59V113M17 86H71M25 67 63 105M63 67 25 105" stroke={metal} stroke-width="2.5" />
      <circle cx="44" cy="86" r="6" fill={dark} />
      <circle cx="91" cy="105" r="9" fill="none" stroke={metal} stroke-width="6" />
      <path d="M78 72V48" stroke={dark} stroke-width="6" stroke-linecap="round" />
      <Device at="translate(84 40) rotate(-14) scale(1.25)" />
    </g>
  ),
  walker: () => (
    <g fill="none" stroke-linecap="round" stroke-linejoin="round">
      <path d="M84 108 78 46A8 8 0 0 0 70 38H50A8 8 0 0 0 42 46L36 108" stroke={metal} stroke-width="7" />
      <path d="M102 108 92 34H66M18 108 28 34H54" stroke={dark} stroke-width="7" />
      <path d="M24 74H96" stroke={dark} stroke-width="6" />
      <path d="M90 34H102M30 34H18" stroke={strap} stroke-width="10" />
      <g fill="#fff" stroke={metal} stroke-width="5">
        <circle cx="18" cy="107" r="8" />
        <circle cx="102" cy="107" r="8" />
      </g>
      <Device at="translate(60 60) scale(1.45)" />
    </g>
  ),
  held: () => (
    <g>
      <path d="M2 128C4 104 14 84 30 72L46 84C34 96 28 110 26 128Z" fill={shirt} />
      <path d="M118 128C116 104 106 84 90 72L74 84C86 96 92 110 94 128Z" fill={shirtDeep} />
      <Device at="translate(60 58) scale(2.35)" />
      <path d="M18 72C16 60 22 50 30 52 36 54 34 60 36 66 40 72 46 74 42 82 36 92 22 88 18 72Z" fill={skin} />
      <path d="M102 72C104 60 98 50 90 52 84 54 86 60 84 66 80 72 74 74 78 82 84 92 98 88 102 72Z" fill={skin} />
    </g>
  ),
};

/** Where a sensor can be, as a picture in cut paper. */
export function WornPicture({ place }: { readonly place: WornPlace }) {
  const Drawn = pictures[place];
  const clip = `worn-${place}`;
  return (
    <svg class="worn-picture" viewBox="0 0 120 120" aria-hidden="true">
      <clipPath id={clip}>
        <rect width="120" height="120" rx="22" />
      </clipPath>
      <g clip-path={`url(#${clip})`}>
        <rect width="120" height="120" fill="#cfe5e8" />
        <path d="M0 92C30 84 84 98 120 88V120H0Z" fill="#b3d3d8" />
        <Drawn />
      </g>
    </svg>
  );
}

/** A stone that fills from below while the child is still; `share` 0 to 1. */
export function StonePicture({ share }: { readonly share: number }) {
  return (
    <svg class="worn-stone" viewBox="0 0 160 120" aria-hidden="true">
      <clipPath id="worn-stone">
        <path d="M18 84C10 56 34 20 82 16 124 14 150 44 146 76 142 104 108 112 78 112 44 112 24 106 18 84Z" />
      </clipPath>
      <ellipse cx="82" cy="108" rx="66" ry="9" fill="#12324a" opacity="0.14" />
      <g clip-path="url(#worn-stone)">
        <rect width="160" height="120" fill="#c9d6dc" />
        <rect class="worn-fill" width="160" height="120" fill="#f4b63f" style={{ transform: `translateY(${(1 - share) * 100}px)` }} />
        <path d="M30 60C34 38 56 26 82 25 64 36 48 52 44 78Z" fill="#fff" opacity="0.35" />
        <path d="M14 88C50 104 112 104 150 78V120H14Z" fill="#12324a" opacity="0.1" />
      </g>
    </svg>
  );
}

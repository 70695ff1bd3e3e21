import { Card } from '../parts/card';
import { useText } from '../parts/use-app';

/** Six plants of the dunes, 40 x 60, rooted at (20, 58). */
const plants = [
  <>
    <path d="M20 58V26" stroke="#3C7A4C" />
    <path d="M20 46C12 46 9 40 8 36 15 36 19 40 20 46zM20 40C28 40 31 34 32 30 25 30 21 34 20 40z" fill="#4E8F5B" />
    <path d="M20 26C10 24 9 12 12 8l4 5 4-8 4 8 4-5c3 4 2 16-8 18z" fill="#E4694E" />
  </>,
  <>
    <path d="M20 58C20 44 19 38 20 24" stroke="#3C7A4C" />
    <path d="M20 50C13 51 8 47 6 42 13 41 18 44 20 50z" fill="#6FA565" />
    <g fill="#F4B63F">
      <ellipse cx="20" cy="9" rx="5" ry="8" />
      <ellipse cx="20" cy="9" rx="5" ry="8" transform="rotate(72 20 17)" />
      <ellipse cx="20" cy="9" rx="5" ry="8" transform="rotate(144 20 17)" />
      <ellipse cx="20" cy="9" rx="5" ry="8" transform="rotate(216 20 17)" />
      <ellipse cx="20" cy="9" rx="5" ry="8" transform="rotate(288 20 17)" />
    </g>
    <circle cx="20" cy="17" r="5.5" fill="#A8700C" />
  </>,
  <>
    <path d="M20 58C19 44 17 32 13 22M20 58C20 42 21 30 22 14M20 58C22 46 26 38 31 30" stroke="#7E9A5B" />
    <path d="M13 24C8 18 9 10 12 6c4 5 5 13 1 18zM22 16c-5-5-4-11 0-15 4 5 4 11 0 15zM31 32c-2-6 1-12 6-15 2 6-1 13-6 15z" fill="#C9A66B" />
  </>,
  <>
    <path d="M20 58V30" stroke="#3C7A4C" />
    <path d="M20 54C10 54 6 46 5 40 13 40 19 46 20 54zM20 52C30 52 34 44 35 38 27 38 21 44 20 52z" fill="#4E8F5B" />
    <circle cx="20" cy="20" r="12" fill="#6A4C7D" />
    <circle cx="16" cy="16" r="4" fill="#9C82AE" />
    <circle cx="25" cy="19" r="3.5" fill="#9C82AE" />
    <circle cx="19" cy="26" r="3" fill="#9C82AE" />
  </>,
  <>
    <path d="M20 58V20" stroke="#2B5E39" />
    <path d="M20 12 30 30H10zM20 24 33 42H7zM20 34 35 52H5z" fill="#4E8F5B" />
    <path d="M20 12 10 30h10zM20 24 7 42h13zM20 34 5 52h15z" fill="#6FA565" />
  </>,
  <>
    <path d="M20 58C20 50 20 40 20 28M20 44 11 36M20 40l9-8" stroke="#3C7A4C" />
    <g fill="#BFE3EE">
      <circle cx="20" cy="14" r="7" />
      <circle cx="11" cy="21" r="7" />
      <circle cx="29" cy="20" r="7" />
      <circle cx="16" cy="28" r="6" />
      <circle cx="25" cy="28" r="6" />
    </g>
    <circle cx="20" cy="21" r="5" fill="#2B6C8F" />
  </>,
];

/** A plant for each week in which the family's own goal was reached; it only grows, and before the first plant there is no bed. */
export function GardenCard({ weeks }: { readonly weeks: number }) {
  const text = useText();
  if (weeks === 0) return null;
  const size = weeks <= 24 ? '' : weeks <= 104 ? 'small' : 'tiny';
  return (
    <Card title={text('family.garden.title')} class="garden-card">
      <p>{text('family.garden.weeks', { count: weeks })}</p>
      <div class={`garden ${size}`}>
        <svg width="0" height="0" aria-hidden="true">
          {plants.map((plant, i) => (
            <symbol key={i} id={`garden-${i}`} viewBox="0 0 40 60" fill="none" stroke-width="3.5" stroke-linecap="round">
              {plant}
            </symbol>
          ))}
        </svg>
        {Array.from({ length: weeks }, (_, i) => (
          <svg key={i} class="plant" viewBox="0 0 40 60" aria-hidden="true">
            <use href={`#garden-${toPlant(i)}`} />
          </svg>
        ))}
      </div>
    </Card>
  );
}

/** Neighbours differ, and a plant stays what it was. */
const toPlant = (n: number) => (n * 5 + Math.floor(n / plants.length)) % plants.length;

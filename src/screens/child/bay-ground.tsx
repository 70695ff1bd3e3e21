import { toPictureUrl } from '../parts/picture';

/** The bay as the ground of a child's screen, wide or tall as the tablet is held. */
export function BayGround() {
  return (
    <picture class="bay-ground">
      <source media="(orientation: portrait)" srcset={toPictureUrl('bay/bay-tall') ?? ''} />
      <img src={toPictureUrl('bay/bay-wide') ?? ''} alt="" draggable={false} />
    </picture>
  );
}

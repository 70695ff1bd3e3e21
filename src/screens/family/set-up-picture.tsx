import type { SetUp } from '../../report/family-set-up';
import { useText } from '../parts/use-app';

const urls = import.meta.glob<string>('../../../assets/pictures/set-up/*.svg', { query: '?url', import: 'default', eager: true });

/** How to set up: where tablet, child and adult are, in a picture and in words. */
export function SetUpPicture({ setUp }: { readonly setUp: SetUp }) {
  const text = useText();
  const { source, posture } = setUp;
  const device = text(source === 'touch' && posture === 'floor' ? 'family.setUp.touchFloor' : `family.setUp.${source}`);
  const place = text(`family.setUp.posture.${posture}`);
  const how = [device, place].join(text.language === 'zh-CN' ? '' : ' ');
  return (
    <figure class="set-up">
      <img src={urls[`../../../assets/pictures/set-up/${source}-${posture}.svg`]} alt={text('family.setUp.alt', { how })} draggable={false} />
      <figcaption aria-hidden="true">{how}</figcaption>
    </figure>
  );
}

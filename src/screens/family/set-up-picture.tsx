import type { Text } from '../../core/text';
import type { SetUp } from '../../report/family-set-up';

const urls = import.meta.glob<string>('../../../assets/pictures/set-up/*.svg', { query: '?url', import: 'default', eager: true });

/** How to set up: where tablet, child and adult are. The same stands beside it in words (`saySetUp`), so it has no name of its own. */
export function SetUpPicture({ setUp: { source, posture } }: { readonly setUp: SetUp }) {
  return <img class="set-up" src={urls[`../../../assets/pictures/set-up/${source}-${posture}.svg`]} alt="" draggable={false} />;
}

/** How to set up, in words. */
export function saySetUp(text: Text, { source, posture }: SetUp): string {
  const device = text(source === 'touch' && posture === 'floor' ? 'family.setUp.touchFloor' : `family.setUp.${source}`);
  return [device, text(`family.setUp.posture.${posture}`)].join(text.language === 'zh-CN' ? '' : ' ');
}

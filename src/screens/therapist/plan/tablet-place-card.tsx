import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';
import { useDevice, useText } from '../../parts/use-app';

/** Where this tablet is: what is planned for elsewhere is then not offered to a child. */
export function TabletPlaceCard() {
  const text = useText();
  const { settings, edit } = useDevice();
  return (
    <Card title={text('planEdit.tabletPlace.title')}>
      <Choice
        label={text('planEdit.tabletPlace.title')}
        hideLabel
        value={settings.place ?? 'anywhere'}
        options={(['anywhere', 'home', 'clinic'] as const).map((value) => ({ value, label: text(`planEdit.tabletPlace.${value}`) }))}
        onChange={(to) => void edit({ place: to === 'anywhere' ? null : to })}
      />
      <p class="hint">{text('planEdit.tabletPlace.help')}</p>
    </Card>
  );
}

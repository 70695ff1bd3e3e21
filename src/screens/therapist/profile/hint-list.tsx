import { toProfileHints } from '../../../plan/profile-hints';
import type { ChildProfile } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { useText } from '../../parts/use-app';

/** What the profile suggests to start with; a look is taken over with a tap, nothing sets itself. */
export function HintList({ child, onEdit }: { readonly child: ChildProfile; onEdit(fields: Fields): void }) {
  const text = useText();
  const hints = toProfileHints(child.clinic ?? {}, child.play);
  return (
    <Card title={text('profile.hints')}>
      <p class="hint">{text(hints.length === 0 ? 'profile.noHints' : 'profile.hintsHelp')}</p>
      <ul class="profile-hints">
        {hints.map(({ about, values, set }) => (
          <li key={about}>
            <span>{text(`profile.hint.${about}`, values)}</span>
            {set && (
              <Button icon="check" onPress={() => onEdit({ [`play.${set}`]: true })}>
                {text(`profile.turnOn.${set}`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

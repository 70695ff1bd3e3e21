import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ItemReadiness, Readiness } from '../../../plan/safety/readiness';
import type { Because } from '../../../plan/safety/ready-words';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { CompanionPicture } from '../../parts/picture';
import { useText } from '../../parts/use-app';

/** Something waits: what, why, and the tap that says it is well now. */
export function WaitNote(props: { readonly because: readonly Because[]; onNow(because: Because): void }) {
  const text = useText();
  return (
    <section class="card ready-wait" role="status" aria-label={text('ready.wait')}>
      <h2>{text('ready.wait')}</h2>
      {props.because.map((because) => (
        <div key={because} class="ready-wait-line">
          <p>{text(`ready.because.${because}`)}</p>
          <Button kind="main" icon="check" size="main" onPress={() => props.onNow(because)}>
            {text(`ready.now.${because}`)}
          </Button>
        </div>
      ))}
    </section>
  );
}

/** Games of today that are not as planned, and why. */
export function ChangedItems(props: { readonly items: readonly PlanItem[]; readonly changed: readonly ItemReadiness[] }) {
  const text = useText();
  const list = props.changed.filter(({ verdict }) => verdict !== 'play');
  if (list.length === 0) return null;
  return (
    <ul class="ready-changed" aria-label={text('ready.changed')}>
      {list.map(({ item, verdict, because }) => {
        const game = text(`${props.items.find(({ id }) => id === item)?.game}.name`);
        return (
          <li key={item}>
            <Icon name="info" />
            <span>
              <strong>{text(verdict === 'seated' ? 'ready.seated' : 'ready.blocked', { game })}</strong>{' '}
              {because.map((one) => text(`ready.because.${one}`)).join(' ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** No play today: kindly, with the reason, and a way back from a wrong tap. */
export function NotToday(props: {
  readonly child: ChildProfile;
  readonly items: readonly PlanItem[];
  readonly readiness: Readiness;
  /** null: nothing that was tapped led here. */
  readonly onBack: (() => void) | null;
  /** Home, and no more play today. */
  onEnd(): void;
}) {
  const text = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const { because, items } = props.readiness;
  const byItems = items.every(({ verdict }) => verdict === 'blocked') && !because.includes('pain') && !because.includes('seizure');
  return (
    <section class="card not-today">
      <CompanionPicture companion={props.child.companion} />
      <h2 ref={title} tabIndex={-1}>
        {text('ready.notToday')}
      </h2>
      {byItems ? <ChangedItems items={props.items} changed={items} /> : because.map((one) => <p key={one}>{text(`ready.because.${one}`)}</p>)}
      <p class="hint">{text(byItems ? 'ready.askTherapist' : 'ready.noBlame')}</p>
      <div class="ready-buttons">
        <Button kind="main" icon="home" size="main" onPress={props.onEnd}>
          {text('ready.endToday')}
        </Button>
        {props.onBack && (
          <Button icon="back" size="main" onPress={props.onBack}>
            {text('ready.wrongTap')}
          </Button>
        )}
      </div>
    </section>
  );
}

import type { Uuid } from '../../core/ids';
import type { Millis } from '../../core/units';
import type { Store } from '../../store/types';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Card } from '../parts/card';
import { LanguageChoice } from '../parts/language-choice';
import { Page } from '../parts/page';
import { Picture } from '../parts/picture';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useAsync, useText } from '../parts/use-app';
import { toHash } from '../router';
import { HomePlanCard } from './home-plan-card';
import { PebblePath } from './pebble-path';
import { type FamilyView, readFamily } from './read-family';
import { WeekCard } from './week-card';
import { formatTime, sayLately, sayPath } from './words';
import './family.css';

/** What a family sees: the path that only grows, this week beside their own goal, time at play, the plan and how to set up. */
export function FamilyScreen({ child }: { readonly child: string }) {
  const text = useText();
  const { opened } = useApp();
  if (opened.store) return <FamilyPage store={opened.store} id={child} />;
  return (
    <Page title={text('family.title')} aside={<LanguageChoice />} class="family">
      <StorageBanner problem={opened.problem} />
    </Page>
  );
}

function FamilyPage({ store, id }: { readonly store: Store; readonly id: Uuid }) {
  const text = useText();
  const { today } = useApp();
  const { value, error } = useAsync(async () => ({ view: await readFamily(store, id, today()) }), [store, id]);
  if (error) {
    return (
      <Page title={text('family.title')} aside={<LanguageChoice />} class="family">
        <StorageBanner problem="broken" />
      </Page>
    );
  }
  if (!value) return <Page title={text('family.title')}>{null}</Page>;
  if (!value.view) {
    return (
      <Page title={text('family.title')} aside={<LanguageChoice />} class="family">
        <Banner title={text('child.unknown')}>
          <p>{text('child.unknownAdvice')}</p>
          <Button kind="main" size="main" icon="home" href={toHash({ screen: 'picker' })}>
            {text('common.home')}
          </Button>
        </Banner>
      </Page>
    );
  }
  return <Family store={store} view={value.view} />;
}

function Family({ store, view }: { readonly store: Store; readonly view: FamilyView }) {
  const text = useText();
  const { child, plan, totals, week, pebbles } = view;
  const aside = (
    <>
      <LanguageChoice />
      <Button kind="main" size="main" icon="play" href={toHash({ screen: 'play', child: child.id })}>
        {text('family.play')}
      </Button>
    </>
  );
  return (
    <Page
      class="family"
      title={text('family.pathOf', { name: child.name || text(`child.picture.${child.picture}`) })}
      picture={<Picture name={`pictures/${child.picture}`} />}
      aside={aside}
    >
      <div class="family-column">
        <figure class="family-path">
          <figcaption>
            <p class="lately">{sayLately(text, week, totals.sessions)}</p>
            {totals.sessions > 0 && <p>{sayPath(text, totals.sessions, pebbles.length)}</p>}
          </figcaption>
          <PebblePath pebbles={pebbles} total={totals.sessions} companion={child.companion} />
        </figure>
        {totals.activeMs > 0 && <TimeCard week={week.activeMs} all={totals.activeMs} />}
      </div>
      <div class="family-column family-cards">
        <WeekCard child={child} store={store} sessions={week.sessions} pebblesBefore={totals.sessions - week.sessions} />
        <HomePlanCard plan={plan} />
      </div>
    </Page>
  );
}

/** Time at play so far; a week without play has no line of its own. */
function TimeCard({ week, all }: { readonly week: Millis; readonly all: Millis }) {
  const text = useText();
  return (
    <Card title={text('family.time')} class="time-card">
      <dl class="times">
        {week > 0 && (
          <div>
            <dt>{text('family.thisWeek')}</dt>
            <dd>{formatTime(text, week)}</dd>
          </div>
        )}
        <div>
          <dt>{text('family.all')}</dt>
          <dd>{formatTime(text, all)}</dd>
        </div>
      </dl>
      <p class="hint">{text('family.timeAdvice')}</p>
    </Card>
  );
}

import type { Text } from '../../core/text';
import type { Millis } from '../../core/units';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Card } from '../parts/card';
import { Icon } from '../parts/icon';
import { LanguageChoice } from '../parts/language-choice';
import { Page } from '../parts/page';
import { Picture } from '../parts/picture';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useAsync, useText } from '../parts/use-app';
import { toHash } from '../router';
import { PebblePath, shownPebbles } from './pebble-path';
import { sumWeek, toWeek, type Week } from './week';
import { WeekCard } from './week-card';
import './family.css';

const tips = ['table', 'seat', 'hands'] as const;
const tipIcons = { table: 'touch', seat: 'person', hands: 'two-hands' } as const;

/** What a family sees: the path that only grows, this week beside their own goal, time at play, and how to set up. */
export function FamilyScreen({ child: id }: { readonly child: string }) {
  const text = useText();
  const { opened, today } = useApp();
  const { value, error } = useAsync(async () => {
    if (!opened.store) return null;
    const { from, to } = toWeek(today());
    const [child, totals, week] = await Promise.all([
      opened.store.readChild(id),
      opened.store.readTotals(id),
      opened.store.readSessionsBetween(id, from, to),
    ]);
    return { store: opened.store, child, totals, week: sumWeek(week) };
  }, [id, opened]);

  if (opened.store === null || error) {
    return (
      <Page title={text('family.title')} aside={<LanguageChoice />}>
        <StorageBanner problem={opened.store === null ? opened.problem : 'broken'} />
      </Page>
    );
  }
  if (!value) return <Page title={text('family.title')}>{null}</Page>;
  const { store, child, totals, week } = value;
  if (!child) {
    return (
      <Page title={text('family.title')} aside={<LanguageChoice />}>
        <Banner title={text('child.unknown')}>
          <p>{text('child.unknownAdvice')}</p>
        </Banner>
      </Page>
    );
  }
  const name = child.name || text(`child.picture.${child.picture}`);
  return (
    <Page
      class="family"
      title={text('family.pathOf', { name })}
      picture={<Picture name={`pictures/${child.picture}`} />}
      aside={
        <>
          <LanguageChoice />
          <Button kind="main" size="main" icon="play" href={toHash({ screen: 'play', child: id })}>
            {text('family.play')}
          </Button>
        </>
      }
    >
      <figure class="family-path">
        <PebblePath pebbles={totals.sessions} companion={child.companion} />
        <figcaption>
          <p class="lately">{sayLately(text, week, totals.sessions)}</p>
          {totals.sessions > 0 && <p class="path-words">{sayPath(text, totals.sessions)}</p>}
        </figcaption>
      </figure>
      <div class="family-cards">
        <WeekCard child={child} store={store} sessions={week.sessions} pebblesBefore={totals.sessions - week.sessions} />
        <Card title={text('family.time')}>
          <dl class="times">
            <div>
              <dt>{text('family.thisWeek')}</dt>
              <dd>{formatHours(text, week.activeMs)}</dd>
            </div>
            <div>
              <dt>{text('family.all')}</dt>
              <dd>{formatHours(text, totals.activeMs)}</dd>
            </div>
          </dl>
          <p class="hint">{text('family.timeAdvice')}</p>
        </Card>
        <Card title={text('family.setUp')} class="set-up">
          <ul class="tips">
            {tips.map((tip) => (
              <li key={tip}>
                <Icon name={tipIcons[tip]} />
                <span>{text(`family.tip.${tip}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  );
}

/** One kind sentence or two on what happened lately; nothing is said of what did not happen. */
function sayLately(text: Text, week: Week, pebbles: number): string {
  if (pebbles === 0) return text('family.lately.none');
  if (week.sessions === 0) return text('family.lately.before');
  const done = [...week.done].map(([game, count]) => {
    const line = text(`family.done.${game}`, { count });
    return line === `family.done.${game}` ? text('family.doneOther', { count }) : line;
  });
  const lines = [text('family.lately.week', { count: week.sessions }), ...done];
  return lines.join(text.language === 'zh-CN' ? '' : ' ');
}

function sayPath(text: Text, pebbles: number): string {
  return pebbles > shownPebbles ? text('family.newest', { count: pebbles, shown: shownPebbles }) : text('family.pebbles', { count: pebbles });
}

/** Hours and whole minutes in the writing of the language; what was played never shows as nothing. */
function formatHours(text: Text, ms: Millis): string {
  const minutes = ms > 0 ? Math.max(1, Math.round(ms / 60_000)) : 0;
  const say = (unit: string, value: number) => new Intl.NumberFormat(text.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  if (minutes < 60) return say('minute', minutes);
  const rest = minutes % 60;
  const hours = say('hour', Math.floor(minutes / 60));
  return rest === 0 ? hours : `${hours} ${say('minute', rest)}`;
}

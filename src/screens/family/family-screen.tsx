import { toWeekStart } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { Millis } from '../../core/units';
import { findGame } from '../../games/registry';
import { toSetUpSeat } from '../../plan/profile-hints';
import { findNews } from '../../report/family-news';
import { countDaysOff, listReachedWeeks } from '../../report/weeks';
import type { Store } from '../../store/types';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Card } from '../parts/card';
import { Icon } from '../parts/icon';
import { LanguageChoice } from '../parts/language-choice';
import { Page } from '../parts/page';
import { Picture } from '../parts/picture';
import { useShownName } from '../parts/shown-name';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useAsync, useText } from '../parts/use-app';
import { toHash } from '../router';
import { DaysCard } from './days-card';
import { GardenCard } from './garden-card';
import { HomePlanCard } from './home-plan-card';
import { OlderPebbles } from './older-pebbles';
import { PebblePath } from './pebble-path';
import { type FamilyView, readFamily } from './read-family';
import { useFamilyDays, useGrown } from './use-family-days';
import { WeekCard } from './week-card';
import { formatTime, sayLately, sayNews, sayPath } from './words';
import './family.css';
import './cards.css';

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
  const { today, levels } = useApp();
  const shownName = useShownName();
  const { child, plan, totals, week, pebbles, recent, daysSince, isSealed } = view;
  const { days, goal, problem, setGoal, setNotToday, setRest } = useFamilyDays(store, view);
  const plants = useGrown(store, child.id, days.grown, listReachedWeeks(days));
  // What is sealed is no nought: no news are made of it.
  const news = isSealed
    ? null
    : findNews({
        today: today(),
        sessions: recent,
        firsts: days.firsts,
        orderOf: (game, level) => levels.find((one) => one.game === game && one.id === level)?.order,
      });
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
      title={text('family.pathOf', { name: shownName(child) || text(`child.picture.${child.picture}`) })}
      picture={<Picture name={`pictures/${child.picture}`} />}
      aside={aside}
    >
      <figure class="family-path">
        <figcaption>
          <p class="lately">{sayLately(text, week, totals.sessions, daysSince)}</p>
          {news && findGame(news.game) && (
            <p class="news">
              <Icon name="star" />
              <span>{sayNews(text, news, levels)}</span>
            </p>
          )}
          {isSealed && (
            <p class="sealed">
              <Icon name="lock" />
              <span>{text('family.sealed')}</span>
              <Button icon="lock" href={toHash({ screen: 'therapist', child: child.id })}>
                {text('family.sealedOpen')}
              </Button>
            </p>
          )}
          {totals.sessions > 0 && <p>{sayPath(text, totals.sessions, pebbles.length)}</p>}
        </figcaption>
        <PebblePath pebbles={pebbles} total={totals.sessions} companion={child.companion} />
        <OlderPebbles count={totals.sessions - pebbles.length} />
      </figure>
      <div class="family-column family-cards">
        {problem && <StorageBanner problem={problem} />}
        <WeekCard
          week={week}
          goal={goal}
          daysOff={countDaysOff(days, toWeekStart(today()))}
          pebblesBefore={totals.sessions - week.sessions}
          onGoal={setGoal}
        />
        <GardenCard weeks={plants} />
        <DaysCard today={today()} days={days} onNotToday={setNotToday} onRest={setRest} />
        {totals.activeMs > 0 && <TimeCard week={week.activeMs} all={totals.activeMs} />}
      </div>
      <HomePlanCard plan={plan} seat={toSetUpSeat(child)} />
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

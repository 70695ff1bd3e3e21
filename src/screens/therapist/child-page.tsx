import { useRef, useState } from 'preact/hooks';
import { addDays, toWeekStart } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { ChildProfile } from '../../plan/types';
import type { Store } from '../../store/types';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Picture } from '../parts/picture';
import { toPlainName } from '../parts/shown-name';
import { useApp, useAsync, useDevice, useText } from '../parts/use-app';
import { toHash } from '../router';
import { LockButton } from './lock/lock-button';
import { PinOffer } from './lock/pin-offer';
import { PlanTab } from './plan/plan-tab';
import { ProfileTab } from './profile/profile-tab';
import { ResultsTab } from './results/results-tab';
import { ChildSwitch } from './roster/child-switch';
import { SameAgainButton } from './roster/same-again-button';
import { SafetyTab } from './safety/safety-tab';
import { TouchTab } from './touch-tab';
import { RecordCard } from './transfer/record-card';
import { ReviewList } from './transfer/review-list';
import { useEdits } from './use-edits';
import { formatDay, formatDuration } from './words';

const tabs = ['plan', 'profile', 'touch', 'results', 'safety'] as const;
type Tab = (typeof tabs)[number];
const icons = { plan: 'edit', profile: 'person', touch: 'touch', safety: 'heart', results: 'chart' } as const;

/** One child: the plan, how the child touches, and the results. */
export function ChildPage({ store, child }: { readonly store: Store; readonly child: Uuid }) {
  const text = useText();
  const [tab, setTab] = useState<Tab>('plan');
  const row = useRef<HTMLDivElement>(null);
  const profile = useEdits<ChildProfile>(
    () => store.readChild(child),
    (fields) => store.editChild(child, fields),
    [store, child],
  );
  const { author } = useDevice().settings;
  const plan = useEdits(
    () => store.readPlan(child),
    (fields) => store.editPlan(child, author ? { ...fields, author } : fields),
    [store, child],
  );
  const back = toHash({ screen: 'therapist', child: null });
  const { value } = profile;
  if (profile.error || plan.error) {
    return (
      <Page title={text('therapist.title')} back={back} class="therapist">
        <Banner tone="warning" title={text('storage.problem.broken')}>
          <p>{text('storage.advice.broken')}</p>
        </Banner>
      </Page>
    );
  }
  if (!profile.loaded) return null;
  if (!value) {
    return (
      <Page title={text('therapist.noChild')} back={back} class="therapist">
        <Button size="main" icon="back" href={back}>
          {text('therapist.allChildren')}
        </Button>
      </Page>
    );
  }
  const go = (to: Tab) => {
    setTab(to);
    row.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? tab;
    go(next);
    event.preventDefault();
  };
  const picture = <Picture name={`pictures/${value.picture}`} />;
  return (
    <Page
      title={toPlainName(value.name) || text('therapist.unnamed')}
      back={back}
      picture={picture}
      aside={
        <>
          <Week store={store} child={child} />
          <SameAgainButton store={store} child={value} />
          <ChildSwitch store={store} child={child} />
          <LockButton lock={store.lock} />
        </>
      }
      class="therapist"
    >
      <PinOffer lock={store.lock} />
      <div class="tabs" role="tablist" aria-label={text('therapist.sections')} ref={row} onKeyDown={move}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="tab-panel"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            <Icon name={icons[name]} />
            <span>{text(`therapist.tab.${name}`)}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} class="tab-panel">
        {tab === 'plan' && (
          <>
            <ReviewList store={store} child={child} plan={plan} />
            <PlanTab plan={plan} child={value} />
          </>
        )}
        {tab === 'profile' && (
          <>
            <ProfileTab child={profile} onGo={go} />
            <RecordCard store={store} child={value} />
          </>
        )}
        {tab === 'touch' && <TouchTab child={profile} />}
        {tab === 'safety' && <SafetyTab child={profile} items={plan.value?.items ?? []} />}
        {tab === 'results' && <ResultsTab child={child} profile={profile} plan={plan} />}
      </div>
    </Page>
  );
}

/** This week in a line: read in seconds, whatever section is open. */
function Week({ store, child }: { readonly store: Store; readonly child: Uuid }) {
  const text = useText();
  const { today } = useApp();
  const { value } = useAsync(async () => {
    const start = toWeekStart(today());
    const [week, [last]] = await Promise.all([store.readSessionsBetween(child, start, addDays(start, 7)), store.readSessions(child, 1)]);
    return { week, last };
  }, [store, child]);
  if (!value) return null;
  const { week, last } = value;
  const sum = (of: 'trials' | 'activeMs') => week.reduce((total, session) => total + session[of], 0);
  return (
    <dl class="week">
      <div>
        <dt>{text('therapist.week.sessions')}</dt>
        <dd>{text('therapist.week.sessionCount', { count: week.length })}</dd>
      </div>
      <div>
        <dt>{text('therapist.week.targets')}</dt>
        <dd>{text('therapist.results.trials', { count: sum('trials') })}</dd>
      </div>
      <div>
        <dt>{text('therapist.week.active')}</dt>
        <dd>{formatDuration(text, sum('activeMs'))}</dd>
      </div>
      <div>
        <dt>{text('therapist.week.last')}</dt>
        <dd>{last ? formatDay(text, last.on) : text('therapist.week.never')}</dd>
      </div>
    </dl>
  );
}

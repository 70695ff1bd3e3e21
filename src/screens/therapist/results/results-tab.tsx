import { useEffect, useState } from 'preact/hooks';
import type { Uuid } from '../../../core/ids';
import type { ChildProfile } from '../../../plan/types';
import type { FoldedPlan, SessionSummary } from '../../../store/types';
import { Banner } from '../../parts/banner';
import { Button } from '../../parts/button';
import { useStore, useText } from '../../parts/use-app';
import { GoalsCard } from '../goals/goals-card';
import { useGoals } from '../goals/use-goals';
import { HeartCard } from '../heart-card';
import type { Edits } from '../use-edits';
import { DaysOffCard } from './days-off-card';
import { ProgressCard } from './progress-card';
import { QuestionCard } from './question-card';
import { RangeCard } from './range-card';
import { SaveCsv } from './save-csv';
import { SaveFhir } from './save-fhir';
import { SessionCard } from './session-card';
import { WeekCard } from './week-card';

/** Sessions read at once: a page of them, never the whole history. */
const pageSize = 12;

/** A child's results: the course of one measure, then every session, newest first. */
export function ResultsTab(props: { readonly child: Uuid; readonly profile: Edits<ChildProfile>; readonly plan: Edits<FoldedPlan> }) {
  const { child, profile, plan } = props;
  const text = useText();
  const store = useStore();
  const [pages, setPages] = useState<readonly SessionSummary[] | null>(null);
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState(false);
  const [open, setOpen] = useState<Uuid | null>(null);
  const goals = useGoals(child);

  async function load(shown: readonly SessionSummary[], wanted: () => boolean): Promise<void> {
    if (!store) return;
    try {
      const last = shown.at(-1);
      const next = await store.readSessions(child, pageSize, ...(last ? [last.at] : []));
      if (!wanted()) return;
      setPages([...shown, ...next]);
      setMore(next.length === pageSize);
      setProblem(false);
    } catch {
      if (wanted()) setProblem(true);
    }
  }

  useEffect(() => {
    let here = true;
    void load([], () => here);
    return () => {
      here = false;
    };
  }, [child]);

  if (problem) {
    return (
      <Banner tone="warning" title={text('therapist.results.problem')}>
        <Button icon="again" onPress={() => void load(pages ?? [], () => true)}>
          {text('common.again')}
        </Button>
      </Banner>
    );
  }
  if (!pages) return null;
  if (pages.length === 0) {
    return (
      <div class="results">
        <p class="card empty">{text('therapist.results.empty')}</p>
        <GoalsCard goals={goals} />
        <RangeCard child={child} />
        <DaysOffCard child={child} />
        <HeartCard child={profile} />
      </div>
    );
  }
  return (
    <div class="results">
      {profile.value && <WeekCard child={profile.value} said={goals.said} />}
      <GoalsCard goals={goals} />
      <ProgressCard child={child} goals={goals.value} />
      <QuestionCard child={child} plan={plan} />
      <RangeCard child={child} />
      <section class="card sessions" aria-labelledby="sessions-title">
        <header class="card-head">
          <h2 id="sessions-title">{text('therapist.results.sessions')}</h2>
        </header>
        <ol class="session-list">
          {pages.map((session) => (
            <SessionCard
              key={session.session}
              session={session}
              heart={profile.value?.heart ?? null}
              open={open === session.session}
              onToggle={() => setOpen(open === session.session ? null : session.session)}
            />
          ))}
        </ol>
        {more && (
          <Button size="main" onPress={() => void load(pages, () => true)}>
            {text('therapist.results.older')}
          </Button>
        )}
      </section>
      <SaveCsv child={child} />
      {profile.value && <SaveFhir child={profile.value} />}
      <DaysOffCard child={child} />
      <HeartCard child={profile} />
    </div>
  );
}

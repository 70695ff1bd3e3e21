import type { LocalDate } from '../../../core/dates';
import type { Outcome } from '../../../drills/types';
import type { HeartLimits } from '../../../plan/types';
import type { OutcomeCounts, SessionSummary } from '../../../store/types';
import { Icon } from '../../parts/icon';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import { formatDay, formatDuration, formatTime } from '../words';
import { SetResults } from './set-results';

/** The outcomes in the order in which they are told. */
const outcomes: readonly Outcome[] = ['success', 'assisted', 'miss', 'lost'];

/** One session in a line; open, every set of it with all its trials. */
export function SessionCard(props: {
  readonly session: SessionSummary;
  readonly open: boolean;
  readonly heart: HeartLimits | null;
  onToggle(): void;
}) {
  const text = useText();
  const { levels } = useApp();
  const { session, open } = props;
  const played = [...new Set(session.parts.map((part) => part.level))].map(
    (id) => levels.find((level) => level.id === id && session.parts.some((part) => part.game === level.game))?.name[text.language] ?? id,
  );
  return (
    <li class="session">
      <button type="button" class="session-head" aria-expanded={open} onClick={props.onToggle}>
        <span class="session-day">
          <b>{formatDay(text, session.on, true)}</b>
          <span>{formatTime(text, session.at)}</span>
        </span>
        <span class="session-levels">{played.join(' · ')}</span>
        <span class="session-sum">
          <span>{text('therapist.results.trials', { count: session.trials })}</span>
          <span>{text('therapist.results.active', { time: formatDuration(text, session.activeMs) })}</span>
          <span>{text(`therapist.ended.${session.ended ?? 'open'}`)}</span>
          {session.effort !== null && (
            <span>{text('therapist.results.effort', { word: text(`child.effort.${session.effort}`), omni: session.effort })}</span>
          )}
        </span>
        <OutcomeLine counts={session.outcomes} />
        <Icon name={open ? 'minus' : 'plus'} />
      </button>
      {open && <Sets session={session.session} on={session.on} heart={props.heart} />}
    </li>
  );
}

/** Counts of outcomes in words with a bar of their shares. */
export function OutcomeLine({ counts }: { readonly counts: OutcomeCounts }) {
  const text = useText();
  const shown = outcomes.filter((outcome) => counts[outcome] > 0);
  return (
    <span class="outcomes">
      <span class="outcome-bar" aria-hidden="true">
        {shown.map((outcome) => (
          <span key={outcome} class={`share ${outcome}`} style={{ flexGrow: counts[outcome] }} />
        ))}
      </span>
      <span class="outcome-words">
        {shown.map((outcome) => (
          <span key={outcome} class={`outcome ${outcome}`}>
            {text(`therapist.outcomeCount.${outcome}`, { count: counts[outcome] })}
          </span>
        ))}
      </span>
    </span>
  );
}

function Sets({ session, on, heart }: { readonly session: string; readonly on: LocalDate; readonly heart: HeartLimits | null }) {
  const text = useText();
  const store = useStore();
  const { value: sets, error } = useAsync(async () => (store ? store.readSets(session) : []), [store, session]);
  if (error) return <p class="notice">{text('therapist.results.problem')}</p>;
  if (!sets) return null;
  return (
    <div class="sets">
      {sets.map((set, i) => (
        <SetResults key={set.set} set={set} on={on} number={i + 1} heart={heart} />
      ))}
    </div>
  );
}

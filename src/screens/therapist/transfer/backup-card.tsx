import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../../core/text';
import type { BackupStanding, Transfer } from '../../../store/transfer/types';
import type { Store } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { useAsync, useText } from '../../parts/use-app';
import { formatDay } from '../words';
import { BackupSheet } from './backup-sheet';
import { canKeepFile } from './hand-over';
import { MergeSheet } from './merge-sheet';
import { useTransfer } from './use-transfer';
import { WeeklySheet } from './weekly-sheet';
import './transfer.css';

/** The tablet's backups: what no backup holds yet, a new one, the weekly file, and taking one in. */
export function BackupCard({ store, onMerged }: { readonly store: Store; onMerged(): void }) {
  const transfer = useTransfer(store);
  return transfer && <Loaded transfer={transfer} onMerged={onMerged} />;
}

function Loaded({ transfer, onMerged }: { readonly transfer: Transfer; onMerged(): void }) {
  const text = useText();
  const { value: standing, reload } = useAsync(() => transfer.readStanding(), [transfer]);
  const [sheet, setSheet] = useState<'backup' | 'merge' | 'weekly' | null>(null);
  const [weekly, setWeekly] = useState<'written' | 'ask' | 'refused' | null>(null);
  async function writeWeekly(byTap: boolean): Promise<void> {
    const outcome = await transfer.writeWeekly({ now: byTap, ask: byTap });
    setWeekly(outcome === 'none' || outcome === 'not-due' ? null : outcome);
    if (outcome === 'written') reload();
  }
  // Once a visit of this page: the browser lets it write without a tap where it was allowed to before.
  useEffect(() => void writeWeekly(false), [transfer]);
  const close = () => {
    setSheet(null);
    reload();
  };
  return (
    <Card title={text('transfer.title')} class="backup-card">
      {!transfer.canSeal && <p class="notice">{text('transfer.notSecure')}</p>}
      {standing && <Standing standing={standing} />}
      {transfer.canSeal && (
        <>
          <Button size="main" icon="download" onPress={() => setSheet('backup')}>
            {text('transfer.make.tablet')}
          </Button>
          <Button size="main" icon="upload" onPress={() => setSheet('merge')}>
            {text('transfer.takeIn')}
          </Button>
          {canKeepFile() && (
            <Button size="main" icon="calendar" onPress={() => setSheet('weekly')}>
              {text('transfer.weekly')}
            </Button>
          )}
          {standing?.weekly && (
            <>
              <p class="hint">{text('transfer.weeklyTo', { name: standing.weekly })}</p>
              {(weekly === 'ask' || weekly === 'refused') && (
                <Button size="main" kind="main" icon="check" onPress={() => void writeWeekly(true)}>
                  {text('transfer.weeklyNow')}
                </Button>
              )}
            </>
          )}
          <p role="status">{weekly && text(`transfer.weeklyState.${weekly}`)}</p>
        </>
      )}
      {sheet === 'backup' && <BackupSheet transfer={transfer} of={{ what: 'tablet', recordings: false }} onKept={reload} onClose={close} />}
      {sheet === 'merge' && <MergeSheet transfer={transfer} onMerged={onMerged} onClose={close} />}
      {sheet === 'weekly' && (
        <WeeklySheet transfer={transfer} chosen={standing?.weekly ?? null} onChosen={() => void writeWeekly(true)} onClose={close} />
      )}
    </Card>
  );
}

function Standing({ standing }: { readonly standing: BackupStanding }) {
  const text = useText();
  const { last, due } = standing;
  const open = toOpenWords(text, standing);
  return (
    <>
      <p>{last ? text('transfer.last', { day: formatDay(text, last.on) }) : text('transfer.never')}</p>
      {open !== null && <p class={due ? 'notice' : 'hint'}>{open}</p>}
    </>
  );
}

/** What no backup holds yet; null: there is nothing to say. */
function toOpenWords(text: Text, { last, trials, events, isMore }: BackupStanding): string | null {
  if (trials > 0) return text(isMore ? 'transfer.openMany' : 'transfer.openTrials', { count: trials });
  if (events > 0) return text('transfer.openRecords', { count: events });
  return last ? text('transfer.allHeld') : null;
}

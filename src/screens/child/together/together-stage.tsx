import { useMemo, useState } from 'preact/hooks';
import type { Ratio } from '../../../core/units';
import { findGame } from '../../../games/registry';
import { toItemParams } from '../../../plan/limits';
import { toShare } from '../../../plan/together';
import type { Level } from '../../../plan/types';
import type { PreparedSource } from '../../../play/start-play';
import { createTogether } from '../../../session/together';
import type { SessionStatus } from '../../../session/types';
import { useApp, useText } from '../../parts/use-app';
import { PlayStage } from '../play-stage';
import type { Pair, Player } from './pair';
import { TogetherStrip } from './together-strip';
import './together.css';

/** Two children at one tablet, each on its own half with its own level, and between them the path that they lay together. */
export function TogetherStage(props: {
  readonly pair: Pair;
  readonly sessions: readonly [string, string];
  readonly prepared: PreparedSource | null;
  onLeave(): void;
}) {
  const { pair, prepared } = props;
  const text = useText();
  const { levels, newId } = useApp();
  const [statuses, setStatuses] = useState<readonly (SessionStatus | null)[]>([null, null]);
  const { seats, lookSeed } = useMemo(() => ({ seats: createTogether(pair.length, () => performance.now()), lookSeed: newId() }), []);
  const shares = pair.map((player, i) => toPlayerShare(levels, player, statuses[i] ?? null)) as [Ratio, Ratio];
  const isOver = statuses.every((status) => status?.ended);
  return (
    <main class="together">
      {pair.map((player, i) => {
        const seat = seats[i];
        if (!seat) return null;
        return (
          <PlayStage
            key={player.child.id}
            child={player.child}
            item={player.item}
            turn={{ session: props.sessions[i] ?? '', first: true, last: true, elapsedMs: 0, activeMs: 0 }}
            prepared={i === 0 && prepared?.open.kind === player.item.source ? prepared : null}
            keep={player.keep}
            together={{ seat, lookSeed }}
            label={text('together.half', { number: i + 1 })}
            waitsForFriend={!isOver}
            onStatus={(status) => setStatuses((before) => before.map((one, at) => (at === i ? status : one)))}
            onNext={() => undefined}
            onLeave={props.onLeave}
          />
        );
      })}
      <TogetherStrip pair={pair} shares={shares} isMet={isOver} />
    </main>
  );
}

function toPlayerShare(levels: readonly Level[], { item, baseline }: Player, status: SessionStatus | null): Ratio {
  const level = levels.find((one) => one.game === item.game && one.id === item.level);
  const game = findGame(item.game);
  if (!status || !level || !game) return 0;
  return toShare(status.reached, status.sets * Number(toItemParams(game.drill.params, level, item).trials), baseline);
}

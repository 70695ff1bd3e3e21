import { useMemo, useState } from 'preact/hooks';
import { askForMotion } from '../../../movement/sources/motion-permission';
import type { MovementRanges } from '../../../movement/types';
import type { SetUpSource } from '../../../play/prepare-source';
import type { PreparedSource } from '../../../play/start-play';
import { useApp, useStore } from '../../parts/use-app';
import { ReadyCard } from '../ready/ready-card';
import { SetUpScreen } from '../set-up/set-up-screen';
import { needsSetUp, type Pair, type Player } from './pair';
import { TogetherStage } from './together-stage';

/** The way of two children through one session: each is asked to be ready, the first one's source is set up, then both play. */
export function TogetherPlay(props: { readonly pair: Pair; onLeave(): void }) {
  const { newId } = useApp();
  const store = useStore();
  const sessions = useMemo(() => [newId(), newId()] as const, []);
  const [pair, setPair] = useState(props.pair);
  const [asked, setAsked] = useState(0);
  const [prepared, setPrepared] = useState<PreparedSource | null>(null);
  const change = (at: number, item: Player['item']) => setPair(pair.map((player, i) => (i === at ? { ...player, item } : player)) as unknown as Pair);

  const next = pair.findIndex(({ keep }, i) => keep && i >= asked);
  const player = pair[next];
  if (player) {
    return (
      <ReadyCard
        key={player.child.id}
        child={player.child}
        items={[player.item]}
        session={sessions[next] ?? ''}
        onReady={([item]) => {
          if (item) change(next, item);
          setAsked(next + 1);
        }}
        onLeave={props.onLeave}
      />
    );
  }
  const [{ child, item, keep }] = pair;
  if (needsSetUp.includes(item.source) && !prepared) {
    const keepRange = (source: SetUpSource, found: MovementRanges | null) => {
      if (found && keep) void store?.save({ kind: 'range', check: newId(), child: child.id, source: source.open.kind, ranges: found });
      setPrepared({ ...source, ranges: found });
    };
    return (
      <SetUpScreen
        key={item.source}
        child={child}
        item={item}
        onReady={keepRange}
        onSource={(source) => {
          if (source === 'motion') askForMotion(window);
          change(0, { ...item, source });
        }}
        onCancel={props.onLeave}
      />
    );
  }
  return <TogetherStage pair={pair} sessions={sessions} prepared={prepared} onLeave={props.onLeave} />;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Help, Side } from '../../../core/units';
import { findGame } from '../../../games/registry';
import { toLevelItem, toNextLevel, toNextSide, toPace } from '../../../plan/in-play';
import { toItemParams, toLimits } from '../../../plan/limits';
import type { ChildProfile, Level, PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { IconButton } from '../../parts/button';
import { useApp, useStore, useText } from '../../parts/use-app';
import { formatParam } from '../../therapist/words';
import { NoteField } from './note-field';
import { toRefusal } from './refusal';
import './rail.css';

const helpLevels = 5;
/** Where a PIN is set, a rail that no thumb touches for so long is put away before a child finds it. */
const idleMs = 20_000;

/** What a therapist changes by thumb while the child plays; each is one tap, heard from the next trial on, and one that can be taken back. */
export function TherapistRail(props: {
  readonly child: ChildProfile;
  readonly item: PlanItem;
  readonly help: Help;
  /** The edge it lies at. */
  readonly edge: Side;
  /** An item with another level or other values, and the same as fields of the plan. */
  onChange(item: PlanItem, level: Level, fields: Fields): void;
  onHelp(help: Help): void;
  onNote(words: string): void;
  onRest(): void;
  onStop(): void;
  onEdge(): void;
  onClose(): void;
}) {
  const { item } = props;
  const text = useText();
  const { levels, today } = useApp();
  const [said, setSaid] = useState('');
  const [noting, setNoting] = useState(false);
  const touched = useIdleEnd(useStore()?.lock.isSet === true && !noting, props.onClose);
  const level = levels.find(({ game, id }) => game === item.game && id === item.level);
  const drill = findGame(item.game)?.drill;
  if (!level || !drill) return null;
  const limits = toLimits(drill.params, level.bounds, item.bounds);
  const params = toItemParams(drill.params, level, item);
  const easier = toNextLevel(levels, item, 'easier');
  const harder = toNextLevel(levels, item, 'harder');
  const slower = toPace(drill, limits, params, 'slower');
  const quicker = toPace(drill, limits, params, 'quicker');

  function toLevel(to: Level | null): void {
    if (!to) return;
    const refusal = toRefusal(props.child, item, toLevelItem(item, to), levels, today());
    if (refusal) {
      setSaid(text(refusal));
      return;
    }
    const gone = Object.keys(item.params).map((name) => [`params.${name}`, null]);
    props.onChange(toLevelItem(item, to), to, { level: to.id, ...Object.fromEntries(gone) });
    setSaid(text('rail.nextTrial', { what: `${to.order}. ${to.name[text.language]}` }));
  }

  function toSpeed(to: { readonly name: string; readonly value: number } | null): void {
    const param = to && drill?.params[to.name];
    if (!level || !to || param?.kind !== 'number') return;
    props.onChange({ ...item, params: { ...item.params, [to.name]: to.value } }, level, { [`params.${to.name}`]: to.value });
    setSaid(text('rail.nextTrial', { what: `${text(param.label)}: ${formatParam(text, param, to.value)}` }));
  }

  function turnSide(): void {
    const side = toNextSide(item.side);
    if (!level) return;
    props.onChange({ ...item, side }, level, { side });
    setSaid(text('rail.nextTrial', { what: text(`rail.side.${side}`) }));
  }

  function turnHelp(): void {
    const help = ((props.help + 1) % helpLevels) as Help;
    props.onHelp(help);
    setSaid(text(`child.helpLevel.${help}`));
  }

  return (
    <aside class={`rail at-${props.edge} on-dark`} aria-label={text('rail.title')} onPointerDown={touched} onKeyDown={touched}>
      <div class="rail-buttons">
        <IconButton size="main" icon="easier" label={text('rail.levelDown')} disabled={!easier} onPress={() => toLevel(easier)} />
        <IconButton size="main" icon="harder" label={text('rail.levelUp')} disabled={!harder} onPress={() => toLevel(harder)} />
        {drill.pace && (
          <>
            <IconButton size="main" icon="slower" label={text('rail.slower')} disabled={!slower} onPress={() => toSpeed(slower)} />
            <IconButton size="main" icon="quicker" label={text('rail.quicker')} disabled={!quicker} onPress={() => toSpeed(quicker)} />
          </>
        )}
        <IconButton size="main" icon="two-hands" label={text('rail.turnSide', { side: text(`rail.side.${item.side}`) })} onPress={turnSide} />
        <IconButton size="main" icon="heart" label={text('rail.turnHelp', { help: text(`child.helpLevel.${props.help}`) })} onPress={turnHelp} />
        <IconButton size="main" icon="edit" label={text('rail.note')} pressed={noting} onPress={() => setNoting(!noting)} />
        <IconButton size="main" icon="rest" label={text('rail.rest')} onPress={props.onRest} />
        <IconButton size="main" icon="stop" label={text('child.stop')} onPress={props.onStop} />
        <IconButton size="main" icon={props.edge === 'left' ? 'right-hand' : 'left-hand'} label={text('rail.otherEdge')} onPress={props.onEdge} />
        <IconButton size="main" icon="close" label={text('common.close')} onPress={props.onClose} />
      </div>
      <p class="rail-said" role="status">
        {said || `${level.order}. ${level.name[text.language]}`}
      </p>
      {noting && (
        <NoteField
          onDone={(words) => {
            setNoting(false);
            if (!words) return;
            props.onNote(words);
            setSaid(text('rail.noted'));
          }}
        />
      )}
    </aside>
  );
}

/** Calls `end` once nobody has been here for a while; what it returns says that somebody is. */
function useIdleEnd(counts: boolean, end: () => void): () => void {
  const [seen, setSeen] = useState(0);
  const ended = useRef(end);
  ended.current = end;
  useEffect(() => {
    if (!counts) return;
    const timer = setTimeout(() => ended.current(), idleMs);
    return () => clearTimeout(timer);
  }, [counts, seen]);
  return () => setSeen((before) => before + 1);
}

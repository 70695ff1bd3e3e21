import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { findGame } from '../../../games/registry';
import { stepDifficulty, toItemParams, toLimits } from '../../../plan/limits';
import { fitsProfile } from '../../../plan/profile-hints';
import type { Adjustment, ChildProfile, Level, PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { formatParam } from '../words';
import { AdaptFields } from './adapt-fields';
import { AdjustmentList } from './adjustment-list';
import { DoseFields } from './dose-fields';
import { toFitWords } from './fit-words';
import { LevelPicker } from './level-picker';
import { LivePicture } from './live-picture';
import { ParamForm } from './param-form';
import { PlaceField } from './place-field';
import { SetPicture } from './set-picture';
import { SetRun } from './set-run';
import { TipField } from './tip-field';

/** One line of the plan with everything that can be set. `onEdit` takes fields relative to the item. */
export function PlanItemCard(props: {
  readonly item: PlanItem;
  readonly child: ChildProfile;
  readonly levels: readonly Level[];
  /** Beside the heading. */
  readonly aside?: ComponentChildren;
  onEdit(fields: Fields): void;
}) {
  const text = useText();
  const title = useId();
  const [told, setTold] = useState<Adjustment | 'end' | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { item, child, onEdit } = props;
  const drill = findGame(item.game)?.drill;
  const levels = props.levels.filter((level) => level.game === item.game);
  const level = levels.find((one) => one.id === item.level);
  const name = text(`${item.game}.name`);
  const remove = leaving ? (
    <div class="confirm">
      <p>{text('therapist.plan.removeAsk', { name })}</p>
      <Button icon="check" onPress={() => onEdit({ removed: true })}>
        {text('therapist.plan.removeYes')}
      </Button>
      <Button kind="quiet" onPress={() => setLeaving(false)}>
        {text('common.cancel')}
      </Button>
    </div>
  ) : (
    <Button kind="quiet" icon="close" onPress={() => setLeaving(true)}>
      {text('therapist.plan.remove')}
    </Button>
  );

  if (!drill || !level) {
    return (
      <section class="card plan-item" aria-labelledby={title}>
        <header class="card-head">
          <h2 id={title}>{name}</h2>
          {props.aside}
          {remove}
        </header>
        <p class="notice">{text(drill ? 'therapist.plan.noLevel' : 'therapist.plan.noGame', { level: item.level })}</p>
        {drill && levels[0] && <LevelPicker levels={levels} level={levels[0]} fitOf={() => null} onPick={(to) => onEdit({ level: to.id })} />}
      </section>
    );
  }

  const limits = toLimits(drill.params, level.bounds, item.bounds);
  const values = toItemParams(drill.params, level, item);
  const fitOf = (one: Level) =>
    fitsProfile(child.clinic, drill.id, toItemParams(drill.params, one, { ...item, params: one.id === item.level ? item.params : {} }))
      ? toFitWords(text, child)
      : null;
  const step = (towards: 'easier' | 'harder') => {
    const adjustment = stepDifficulty(drill, limits, values, towards);
    setTold(adjustment ?? 'end');
    if (adjustment) onEdit({ [`params.${adjustment.param}`]: adjustment.to === level.params[adjustment.param] ? null : adjustment.to });
  };
  // A new level brings its own values; the therapist's limits stay.
  const pick = (to: Level) => {
    setTold(null);
    onEdit({ level: to.id, ...Object.fromEntries(Object.keys(item.params).map((param) => [`params.${param}`, null])) });
  };
  const edit = (fields: Fields) => {
    setTold(null);
    onEdit(fields);
  };

  return (
    <section class="card plan-item" aria-labelledby={title}>
      <header class="card-head">
        <h2 id={title}>{name}</h2>
        {props.aside}
        {remove}
      </header>
      <LevelPicker levels={levels} level={level} fitOf={fitOf} onPick={pick} />
      <div class="plan-columns">
        <div class="plan-picture">
          {drill.movement === 'reach' ? (
            <LivePicture drill={drill} params={values} item={item} child={child} />
          ) : (
            <SetPicture drill={drill} params={values} item={item} child={child} />
          )}
          <div class="step-buttons">
            <Button icon="easier" size="main" onPress={() => step('easier')}>
              {text('therapist.plan.easier')}
            </Button>
            <Button icon="harder" size="main" onPress={() => step('harder')}>
              {text('therapist.plan.harder')}
            </Button>
          </div>
          <p class="told" role="status">
            {told === 'end' && text('therapist.plan.noRoom')}
            {told !== null && told !== 'end' && <Told adjustment={told} drill={drill} />}
          </p>
          <SetRun drill={drill} params={values} item={item} child={child} />
        </div>
        <div class="plan-form">
          <ParamForm drill={drill} level={level} item={item} values={values} onEdit={edit} />
        </div>
      </div>
      <h3 class="dose-title">{text('therapist.dose.title')}</h3>
      <DoseFields item={item} onEdit={edit} />
      <PlaceField place={item.place} onEdit={edit} />
      <TipField tip={item.tip} onEdit={edit} />
      <h3 class="dose-title">{text('therapist.adapt.title')}</h3>
      <AdaptFields drill={drill} item={item} limits={limits} values={values} onEdit={edit} />
      <AdjustmentList child={child.id} item={item.id} params={item.params} onEdit={edit} />
    </section>
  );
}

function Told({ adjustment, drill }: { readonly adjustment: Adjustment; readonly drill: NonNullable<ReturnType<typeof findGame>>['drill'] }) {
  const text = useText();
  const param = drill.params[adjustment.param];
  if (param?.kind !== 'number') return null;
  return (
    <>
      {text('therapist.plan.told', {
        what: text(`${param.label}.label`),
        from: formatParam(text, param, Number(adjustment.from)),
        to: formatParam(text, param, Number(adjustment.to)),
      })}
    </>
  );
}

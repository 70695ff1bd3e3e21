import { useState } from 'preact/hooks';
import { addDays } from '../../../core/dates';
import type { Uuid } from '../../../core/ids';
import { findGame } from '../../../games/registry';
import { type QuestionKind, questionKinds } from '../../../plan/alternation';
import { listQuestions, questionDays } from '../../../plan/question';
import type { Level, PlanItem } from '../../../plan/types';
import { headlineMetrics } from '../../../report/headlines';
import { toQuestionState } from '../../../report/question';
import type { FoldedPlan } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { useApp, useAsync, useStore, useText } from '../../parts/use-app';
import type { Edits } from '../use-edits';
import { formatMetric, formatNumber, toMetricName } from '../words';
import { Select } from './select';

/** A single-case question: two ways of play in an order drawn by chance, and what may be said of them. */
export function QuestionCard({ child, plan }: { readonly child: Uuid; readonly plan: Edits<FoldedPlan> }) {
  const text = useText();
  const items = plan.value?.items ?? [];
  const asked = items.filter(({ question }) => question?.seed);
  return (
    <Card title={text('question.title')} class="question">
      {asked.length === 0 && <p class="hint">{text('question.intro')}</p>}
      {asked.map((item) => (
        <Running key={item.id} child={child} item={item} onStop={() => plan.edit(toFields(item.id, null))} />
      ))}
      {asked.length === 0 && <Ask items={items} plan={plan} />}
    </Card>
  );
}

function toFields(item: string, question: PlanItem['question'] | null) {
  const path = `items.${item}.question`;
  return { [`${path}.kind`]: question?.kind ?? null, [`${path}.seed`]: question?.seed ?? null, [`${path}.from`]: question?.from ?? null };
}

function findLevel(levels: readonly Level[], item: PlanItem): Level | undefined {
  return levels.find((one) => one.game === item.game && one.id === item.level);
}

/** What says better or worse of an item, by a sensor that carries it. */
function findMeasure(item: PlanItem) {
  const drill = findGame(item.game)?.drill;
  for (const name of headlineMetrics[drill?.id ?? ''] ?? []) {
    const metric = drill?.metrics[name];
    if (drill && metric && metric.better !== 'neither' && metric.sources.includes(item.source)) return { drill, name, metric, better: metric.better };
  }
  return null;
}

function Ask({ items, plan }: { readonly items: readonly PlanItem[]; readonly plan: Edits<FoldedPlan> }) {
  const text = useText();
  const { levels, newId, today } = useApp();
  const [wanted, setWanted] = useState<string | null>(null);
  const [kind, setKind] = useState<QuestionKind>('feedback');
  const item = items.find(({ id }) => id === wanted) ?? items[0];
  if (!item) return <p>{text('question.none')}</p>;
  const drill = findGame(item.game)?.drill;
  const level = findLevel(levels, item);
  const kinds = drill && level ? listQuestions(drill, level, item) : [];
  const chosen = kinds.includes(kind) ? kind : kinds[0];
  const measure = findMeasure(item);
  return (
    <>
      <div class="progress-choices">
        <Select
          label={text('question.item')}
          value={item.id}
          options={items.map((one) => ({
            value: one.id,
            label: `${text(`${one.game}.name`)}, ${findLevel(levels, one)?.name[text.language] ?? one.level}`,
          }))}
          onChange={setWanted}
        />
        {chosen && (
          <Select
            label={text('question.which')}
            value={chosen}
            options={kinds.map((value) => ({ value, label: text(`question.kind.${value}`) }))}
            onChange={(to) => setKind(questionKinds.find((one) => one === to) ?? 'feedback')}
          />
        )}
        {chosen && measure && (
          <Button icon="play" onPress={() => plan.edit(toFields(item.id, { kind: chosen, seed: newId(), from: today() }))}>
            {text('question.start')}
          </Button>
        )}
      </div>
      {chosen && <Ways kind={chosen} />}
      {measure ? (
        <p class="hint">{text('question.measure', { name: toMetricName(text, measure.drill.id, measure.name) })}</p>
      ) : (
        <p class="notice">{text('question.noMeasure')}</p>
      )}
      {item.adapt.lead !== 'fixed' && <p class="notice">{text('question.adapts')}</p>}
    </>
  );
}

function Ways({ kind }: { readonly kind: QuestionKind }) {
  const text = useText();
  return <p>{text('question.ways', { a: text(`question.arm.${kind}.a`), b: text(`question.arm.${kind}.b`) })}</p>;
}

function Running({ child, item, onStop }: { readonly child: Uuid; readonly item: PlanItem; onStop(): void }) {
  const text = useText();
  const store = useStore();
  const { levels } = useApp();
  const [leaving, setLeaving] = useState(false);
  const { question } = item;
  const measure = findMeasure(item);
  const { value: state } = useAsync(async () => {
    if (!store || !question || !measure) return null;
    const { game, level, source } = item;
    const sessions = await store.readSessionsBetween(child, question.from, addDays(question.from, questionDays));
    return toQuestionState(question, sessions, { game, level, source, metric: measure.name, better: measure.better });
  }, [store, child, question?.seed, item.level, item.source]);
  if (!question) return null;
  const name = measure ? toMetricName(text, measure.drill.id, measure.name) : '';
  const show = (value: number) => (measure ? formatMetric(text, measure.drill.id, measure.name, measure.metric, value) : '');
  return (
    <div class="question-running">
      <p>
        <b>{text(`question.kind.${question.kind}`)}</b> {text(`${item.game}.name`)}, {findLevel(levels, item)?.name[text.language] ?? item.level}
      </p>
      <Ways kind={question.kind} />
      {item.adapt.lead !== 'fixed' && <p class="notice">{text('question.adapts')}</p>}
      {!measure && <p class="notice">{text('question.noMeasure')}</p>}
      {state && (
        <>
          <p>
            {text('question.running', { done: state.done, all: state.all })} {text('question.measure', { name })}
          </p>
          {state.answer.answer === 'too-few-sessions' ? (
            <p>{text('question.needs', { count: state.answer.needed, done: state.answer.done })}</p>
          ) : (
            <p>
              <b>{text(`question.answer.${state.answer.answer}`, { name })}</b>{' '}
              {text('question.figures', {
                effect: show(state.answer.effect),
                low: show(state.answer.low),
                high: show(state.answer.high),
                p: formatNumber(text, state.answer.p, 3),
              })}
            </p>
          )}
          {state.left > 0 && <p class="hint">{text('question.left', { count: state.left })}</p>}
        </>
      )}
      {leaving ? (
        <div class="confirm">
          <p>{text('question.stopAsk')}</p>
          <Button icon="check" onPress={onStop}>
            {text('question.stop')}
          </Button>
          <Button kind="quiet" onPress={() => setLeaving(false)}>
            {text('common.cancel')}
          </Button>
        </div>
      ) : (
        <Button kind="quiet" icon="close" onPress={() => setLeaving(true)}>
          {text('question.stop')}
        </Button>
      )}
    </div>
  );
}

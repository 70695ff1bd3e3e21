import type { Uuid } from '../../../core/ids';
import { findGame } from '../../../games/registry';
import type { PlanReview } from '../../../store/transfer/types';
import type { FoldedPlan, Store } from '../../../store/types';
import { Banner } from '../../parts/banner';
import { Button } from '../../parts/button';
import { useAsync, useText } from '../../parts/use-app';
import { toFieldName } from '../plan/field-name';
import type { Edits } from '../use-edits';
import { findText, formatNumber, formatParam } from '../words';
import { useTransfer } from './use-transfer';
import './transfer.css';

/** Fields of a plan that two tablets changed apart: what each said, which one play uses meanwhile, and one tap to settle it. */
export function ReviewList(props: { readonly store: Store; readonly child: Uuid; readonly plan: Edits<FoldedPlan> }) {
  const text = useText();
  const { store, child, plan } = props;
  const transfer = useTransfer(store);
  const { value: fields } = useAsync(async () => (await transfer?.readReview(child)) ?? [], [transfer, child, plan.value?.revision]);
  const open = fields?.filter(({ path }) => plan.value?.review.includes(path)) ?? [];
  if (open.length === 0) return null;
  const keep = ({ path }: PlanReview, value: PlanReview['kept']) => plan.edit({ [path]: value });
  return (
    <Banner title={text('therapist.plan.review')}>
      <p>{text('therapist.plan.reviewHelp')}</p>
      <ul class="review-list">
        {open.map((field) => {
          const game = plan.value?.items.find(({ id }) => field.path.startsWith(`items.${id}.`))?.game;
          const name = toFieldName(text, field.path, game);
          return (
            <li key={field.path}>
              <span>
                {game && <b>{text(`${game}.name`)}: </b>}
                {name}
              </span>
              <span class="review-values">
                {field.values.map((value) => (
                  <Button key={String(value)} size="main" pressed={value === field.kept} onPress={() => keep(field, value)}>
                    {text('transfer.keepValue', { value: toWords(field, game, value) })}
                  </Button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Banner>
  );

  function toWords({ path }: PlanReview, game: string | undefined, value: PlanReview['kept']): string {
    const [, , group, name = ''] = path.split('.');
    const param = group === 'params' || group === 'bounds' ? findGame(game ?? '')?.drill.params[name] : undefined;
    if (typeof value === 'number' && param?.kind === 'number') return formatParam(text, param, value);
    if (value === null) return text('transfer.noValue');
    if (typeof value === 'boolean') return text(value ? 'transfer.yes' : 'transfer.no');
    return typeof value === 'number'
      ? formatNumber(text, value, Number.isInteger(value) ? 0 : 2)
      : (findText(text, `therapist.side.${value}`) ?? value);
  }
}

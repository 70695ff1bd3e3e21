import { Icon } from '../../parts/icon';
import { useApp, useText } from '../../parts/use-app';
import type { Review } from './read-review';
import { toHeadlineWords } from './review-words';

const signs = { better: 'check', worse: 'warning', other: 'info', wait: 'clock', none: 'minus' } as const;

/** Each game's headline measure: unit, sensor, noise floor, the child's own smallest detectable change and the call in words. */
export function HeadlineTable({ review }: { readonly review: Review }) {
  const text = useText();
  const { levels } = useApp();
  const { headlines } = review.reading;
  if (headlines.length === 0) return <p class="hint">{text('review.noMeasures')}</p>;
  const rows = headlines.map((headline) => toHeadlineWords(text, levels, headline, review));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard too (WCAG technique for scrollable regions) */}
      <section class="table-room" tabIndex={0} aria-label={text('review.measures')}>
        <table class="headlines">
          <thead>
            <tr>
              <th scope="col">{text('review.game')}</th>
              <th scope="col">{text('review.measure')}</th>
              <th scope="col">{text('review.last')}</th>
              <th scope="col">{text('review.mdc')}</th>
              <th scope="col">{text('review.floor')}</th>
              <th scope="col">{text('review.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.game}
                  <small>{row.level}</small>
                </th>
                <td>
                  {row.measure}
                  <small>{row.sensor}</small>
                </td>
                <td class="figure" data-name={text('review.last')}>
                  {row.last}
                </td>
                <td class="figure" data-name={text('review.mdc')}>
                  {row.mdc}
                </td>
                <td class="figure" data-name={text('review.floor')}>
                  {row.floor}
                </td>
                <td class={`call ${row.tone}`}>
                  <b>
                    <Icon name={signs[row.tone]} /> {row.call}
                  </b>
                  {row.figures !== '' && <small>{row.figures}</small>}
                  {row.moved !== '' && <small>{row.moved}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{text('review.how')}</p>
    </>
  );
}

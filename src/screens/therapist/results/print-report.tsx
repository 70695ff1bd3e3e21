import { render } from 'preact';
import type { LocalDate } from '../../../core/dates';
import type { Text } from '../../../core/text';
import type { ChildProfile, Level } from '../../../plan/types';
import type { Review } from './read-review';
import { ReportPage } from './report-page';

/** Prints a week on one A4 page, in black and white; the screen stays as it is. */
export function printReport(
  text: Text,
  levels: readonly Level[],
  child: Pick<ChildProfile, 'name' | 'picture'>,
  review: Review,
  today: LocalDate,
): void {
  const sheet = document.createElement('div');
  sheet.className = 'report-print';
  document.body.append(sheet);
  render(<ReportPage text={text} levels={levels} child={child} review={review} today={today} />, sheet);
  document.body.classList.add('prints-report');
  const clear = () => {
    removeEventListener('afterprint', clear);
    document.body.classList.remove('prints-report');
    render(null, sheet);
    sheet.remove();
  };
  addEventListener('afterprint', clear);
  window.print();
}

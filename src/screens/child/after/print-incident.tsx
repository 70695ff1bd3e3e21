import { render } from 'preact';
import { toNoonUtcMs } from '../../../core/dates';
import type { Text } from '../../../core/text';
import type { Incident } from '../../../plan/safety/records';
import type { ChildProfile } from '../../../plan/types';
import './after.css';

/** Prints a note on a page of its own, in black and white; the screen stays as it is. */
export function printIncident(text: Text, child: Pick<ChildProfile, 'name' | 'picture'>, incident: Incident): void {
  const sheet = document.createElement('div');
  sheet.className = 'incident-print';
  document.body.append(sheet);
  render(<IncidentPage text={text} child={child} incident={incident} />, sheet);
  document.body.classList.add('prints-incident');
  const clear = () => {
    removeEventListener('afterprint', clear);
    document.body.classList.remove('prints-incident');
    render(null, sheet);
    sheet.remove();
  };
  addEventListener('afterprint', clear);
  window.print();
}

/** What stands on the page. */
export function IncidentPage(props: { readonly text: Text; readonly child: Pick<ChildProfile, 'name' | 'picture'>; readonly incident: Incident }) {
  const { text, child, incident } = props;
  const day = new Intl.DateTimeFormat(text.language, { dateStyle: 'full', timeZone: 'UTC' }).format(toNoonUtcMs(incident.day));
  const rows = [
    [text('after.incident.child'), child.name || text(`child.picture.${child.picture}`)],
    [text('after.incident.what'), text(`after.incident.kind.${incident.what}`)],
    [text('after.incident.when'), text(`after.incident.time.${incident.when}`)],
    [text('after.incident.day'), incident.time ? `${day}, ${incident.time}` : day],
    [text('after.incident.happened'), incident.happened],
    [text('after.incident.did'), incident.done],
    [text('after.incident.signed'), ''],
  ] as const;
  return (
    <article>
      <h1>{text('after.incident.title')}</h1>
      <p>{text('app.name')}</p>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

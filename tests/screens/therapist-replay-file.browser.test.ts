import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { parseRecording } from '../../src/session/recording';
import { answer, withRaw } from '../store/raw';
import { today } from './therapist-app';
import { filmWaving } from './therapist-replay-history';
import { child, prepareResults } from './therapist-replay-page';

const results = prepareResults();

/** What pressing the button would put on the tablet: its name and text. */
async function saveFile(): Promise<{ readonly name: string; readonly text: string } | null> {
  let saved: Promise<{ name: string; text: string }> | null = null;
  const hear = (event: MouseEvent) => {
    const link = event.target;
    if (!(link instanceof HTMLAnchorElement) || !link.download) return;
    event.preventDefault();
    const { download, href } = link;
    saved = fetch(href)
      .then((answered) => answered.text())
      .then((text) => ({ name: download, text }));
  };
  document.addEventListener('click', hear);
  await page.getByRole('button', { name: 'Save this set as a file' }).click();
  await expect.poll(() => document.querySelector('.save-said')?.textContent).not.toBe('');
  document.removeEventListener('click', hear);
  return saved;
}

const changeParts = (set: string, change: (parts: IDBObjectStore) => Promise<unknown>) =>
  withRaw(globalThis.indexedDB, results.name, (db) => change(db.transaction('recordings', 'readwrite').objectStore('recordings'))).then(() => set);

describe('a recording that is not whole', () => {
  const removeFrom = (set: string, trial: number) => changeParts(set, (parts) => answer(parts.delete(IDBKeyRange.bound([set, trial], [set, []]))));
  const damage = (set: string, trial: number) =>
    changeParts(set, (parts) => answer(parts.put({ set, trial, format: 1, gzip: new Uint8Array([1, 2, 3]) })));

  it('that is no longer kept is said plainly, and the results stay', async () => {
    const { set } = await results.keep({ source: 'pose', frames: filmWaving(40) });
    await removeFrom(set, 0);
    await results.openTrial(1);
    await expect.element(page.getByText('This tablet no longer keeps the recording of this set. Its results are not affected.')).toBeVisible();
    expect(await saveFile()).toBeNull();
    expect(document.querySelector('.save-said')?.textContent).toContain('no longer keeps');
    expect(document.querySelectorAll('.trials tbody tr')).toHaveLength(3);
  });

  it('that is damaged from its start is called damaged', async () => {
    const { set } = await results.keep({ source: 'pose', frames: filmWaving(40) });
    await damage(set, 0);
    await results.openTrial(2);
    await expect.element(page.getByText('The recording of this set is damaged and cannot be read. Its results are not affected.')).toBeVisible();
  });

  it('that is damaged later is replayed and saved up to there', async () => {
    const { set } = await results.keep({ source: 'pose', frames: filmWaving(40) });
    await damage(set, 1);
    await results.openTrial(3);
    await expect.element(page.getByText(/can be read up to trial 1 only/)).toBeVisible();
    await page.getByRole('button', { name: 'Trial before' }).click();
    await page.getByRole('button', { name: 'Trial before' }).click();
    await expect.element(page.getByRole('img', { name: 'The child as a stick figure' })).toBeVisible();
    const file = await saveFile();
    expect(document.querySelector('.save-said')?.textContent).toContain('It holds the first 1 of 3 trials');
    const parsed = parseRecording(file?.text ?? '');
    expect(parsed.ok && parsed.value.set.sides).toHaveLength(1);
  });

  it('of older rules shows what the camera told, without targets that cannot be known', async () => {
    await results.keep({ source: 'pose', frames: filmWaving(40), drillVersion: 7 });
    await results.openTrial(1);
    await expect.element(page.getByText(/Recorded under older rules of this game/)).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'The child as a stick figure' })).toBeVisible();
    expect(document.querySelectorAll('.field-now, .field-target')).toHaveLength(0);
  });
});

describe('the file of a set', () => {
  it("holds the whole recording under a name without the child's, and can be read again", async () => {
    const { session } = await results.keepTouch();
    await results.openSession();
    const file = await saveFile();
    expect(file?.name).toBe(`fireflies-${today}-set-1.jsonl`);
    const [set] = await results.store.readSets(session);
    const parsed = parseRecording(file?.text ?? '');
    expect(parsed).toEqual({ ok: true, value: await results.store.readRecording(set?.set ?? '') });
    expect(file?.text).not.toMatch(/Mia|Lindqvist/);
    expect(file?.text).not.toContain(child);
    expect(document.querySelector('.save-said')?.textContent).toBe(`Saved as fireflies-${today}-set-1.jsonl.`);
  });
});

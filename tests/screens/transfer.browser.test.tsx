import decodeQR from 'qr/decode.js';
import { afterEach, expect, test } from 'vitest';
import { readPicture } from '../../src/screens/therapist/transfer/picture-eye';
import { type Collected, collectPiece, joinPieces } from '../../src/store/transfer/pieces';
import type { Store } from '../../src/store/types';
import { createPretendDevice, toRecords } from '../store/history';
import { newId, openTestStore, showTherapist } from './therapist-app';

const passphrase = 'seven pebbles';
let leave = () => {};
const root = document.createElement('div');
document.body.append(root);
afterEach(() => leave());

function show(store: Store, hash: string): void {
  leave();
  location.hash = hash;
  leave = showTherapist(root, store);
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const findButton = (words: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('button, a, label')]
    .filter((one) => one.textContent?.includes(words) && one.checkVisibility())
    .at(-1);

async function press(words: string): Promise<void> {
  await expect
    .poll(() => (findButton(words) as HTMLButtonElement | undefined)?.disabled === false || findButton(words)?.tagName === 'LABEL')
    .toBe(true);
  findButton(words)?.click();
}

function type(selector: string, words: string): void {
  const field = find(selector) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const says = (words: string | RegExp) => expect.poll(() => document.body.innerText).toMatch(words);

async function openPlayed(name: string) {
  const { store } = await openTestStore(`${name}-${newId()}`);
  const device = createPretendDevice(name);
  const child = newId();
  await store.editChild(child, { name: 'Ada', picture: 'whale' });
  const sets = [{ set: device.newId(), level: '01-calm', outcomes: ['success' as const, 'miss' as const] }];
  for (const record of toRecords({ session: device.newId(), child, sets, ended: 'finished' })) await store.save(record);
  return { store, child };
}

/** What the page hands to the browser's downloads. */
function catchDownload(): Promise<File> {
  return new Promise((resolve) => {
    // The link is not in the page, so its click is heard where it is made.
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click;
      void fetch(this.href)
        .then((answer) => answer.blob())
        .then((blob) => resolve(new File([blob], this.download)));
    };
  });
}

test('what is not in a backup is counted; a backup is made, and a new tablet takes it in after a wrong passphrase changed nothing', async () => {
  const { store } = await openPlayed('clinic');
  show(store, '#/therapist');
  await says('2 trials of this tablet are not in a backup yet');
  await press('Make a backup of this tablet');
  type('.passphrase input', passphrase);
  await press('Make the file');
  const download = catchDownload();
  await press('Save as a file');
  const file = await download;
  expect(file.name).toMatch(/^pebble-bay-tablet-\d{4}-\d{2}-\d{2}\.pebble$/);
  await says('Handed over');
  find('.sheet [aria-label="Close"]')?.click();
  await says('Everything made on this tablet is in the last backup');

  const { store: home } = await openTestStore(`home-${newId()}`);
  show(home, '#/therapist');
  await press('Take a backup in');
  const field = find('input[type="file"]') as HTMLInputElement;
  const carried = new DataTransfer();
  carried.items.add(file);
  field.files = carried.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  type('.passphrase input', 'seven stones');
  await press('Read it');
  await says('This is not the passphrase of this file');
  await says('Nothing on this tablet was changed');
  expect(await home.readChildren()).toEqual([]);
  type('.passphrase input', passphrase);
  await press('Read it');
  await says(/records of 1 child\.\s+6 records are new here/);
  await press('Add it to this tablet');
  await says('Done: 6 records were added');
  const [ada] = await home.readChildren();
  expect(ada?.name).toBe('Ada');
  expect(await home.readTotals(ada?.id ?? '')).toMatchObject({ sessions: 1, trials: 2 });
  find('.sheet [aria-label="Close"]')?.click();
  await expect.poll(() => find('.roster-card')?.innerText).toContain('Ada');
});

test('a plan goes over as pictures that a camera picture gives back', async () => {
  const { store, child } = await openPlayed('pictures');
  await store.editPlan(child, { [`items.${newId()}.game`]: 'fireflies' });
  show(store, `#/therapist/${child}`);
  await press('Profile');
  await press('Show as pictures to another tablet');
  type('.passphrase input', passphrase);
  await press('Show the pictures');
  await expect.poll(() => find('.qr')).not.toBeNull();
  let collected: Collected | null = null;
  const seen = new Map<string, ImageData>();
  const look = async () => {
    const picture = await toPixels(find('.qr') as unknown as SVGElement);
    const [text = ''] = readPicture(decodeQR, picture);
    collected = collectPiece(collected, text);
    seen.set(text, picture);
    return collected && joinPieces(collected);
  };
  let file: Uint8Array<ArrayBuffer> | null = null;
  await expect
    .poll(
      async () => {
        file = await look();
        return file !== null;
      },
      { interval: 100, timeout: 20_000 },
    )
    .toBe(true);
  const { store: home } = await openTestStore(`home-${newId()}`);
  const stop = lookAt([...seen.values()]);
  show(home, '#/therapist');
  await press('Take a backup in');
  await press('Read pictures with the camera');
  await says('All pictures were read');
  stop();
  type('.passphrase input', passphrase);
  await press('Read it');
  await press('Add it to this tablet');
  await says('Done:');
  expect(await home.readPlan(child)).toEqual(await store.readPlan(child));
});

test('a record is erased only after a clear yes, and is gone from the roster', async () => {
  const { store, child } = await openPlayed('erase');
  show(store, `#/therapist/${child}`);
  await press('Profile');
  await press('Erase this record');
  await says('Copies elsewhere are not reached');
  expect((findButton('Erase now') as HTMLButtonElement).disabled).toBe(true);
  find('.sheet input[role="switch"]')?.click();
  await press('Erase now');
  await says('The record of Ada is erased');
  find('.sheet [aria-label="Close"]')?.click();
  await says('Make a backup of this tablet');
  expect(await store.readChildren()).toEqual([]);
  expect(find('.roster-card')?.innerText).not.toContain('Ada');
});

test('a value that two tablets changed apart is shown with its unit, and settled by one tap', async () => {
  const [{ store: a, child }, { store: b }] = [await openPlayed('a'), await openTestStore(`b-${newId()}`)];
  const item = newId();
  const path = `items.${item}.params.targetWidthMm`;
  await a.editPlan(child, { [`items.${item}.game`]: 'fireflies', [`items.${item}.level`]: '01-light-the-bay', [path]: 50 });
  await carry(a, b);
  await a.editPlan(child, { [path]: 40 });
  await b.editPlan(child, { [path]: 60 });
  await carry(b, a);
  show(a, `#/therapist/${child}`);
  await says('Two tablets changed this plan apart from each other');
  expect([...document.querySelectorAll('.review-values button')].map((one) => one.textContent?.trim()).sort()).toEqual(['Keep 40 mm', 'Keep 60 mm']);
  await press('Keep 40 mm');
  await expect.poll(() => find('.review-list')).toBeNull();
  expect((await a.readPlan(child)).items[0]?.params).toMatchObject({ targetWidthMm: 40 });
  await expect.poll(async () => (await a.readPlan(child)).review).toEqual([]);
});

async function carry(from: Store, to: Store): Promise<void> {
  const [giver, taker] = [await from.openTransfer(), await to.openTransfer()];
  const file = await giver.write({ what: 'tablet', recordings: false }, passphrase);
  if (!file.ok) throw new Error(file.problem);
  const checked = await taker.check(file.value, passphrase);
  if (!checked.ok) throw new Error(checked.problem);
  await taker.merge(checked.backup, []);
}

test('a weekly file is written again once it is due, without the passphrase being kept', async () => {
  const { store } = await openPlayed('weekly');
  const transfer = await store.openTransfer();
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(`${newId()}.pebble`, { create: true });
  expect(await transfer.writeWeekly({ now: false, ask: false })).toBe('none');
  expect(await transfer.setWeekly(handle as never, passphrase)).toMatchObject({ ok: true });
  expect(await transfer.writeWeekly({ now: false, ask: false })).toBe('written');
  expect(await transfer.writeWeekly({ now: false, ask: false })).toBe('not-due');
  expect(await transfer.readStanding()).toMatchObject({ trials: 0, due: false, weekly: handle.name });
  const written = await handle.getFile();
  expect(await transfer.check(written, passphrase)).toMatchObject({ ok: true, backup: { fresh: 0 } });
  await folder.removeEntry(handle.name);
});

/** A camera that sees these pictures in turn. */
function lookAt(pictures: readonly ImageData[]): () => void {
  const canvas = document.createElement('canvas');
  canvas.width = 800;
  canvas.height = 700;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  let at = 0;
  const turning = setInterval(() => {
    const picture = pictures[at++ % pictures.length];
    if (picture) pen.putImageData(picture, 0, 0);
  }, 300);
  const real = navigator.mediaDevices.getUserMedia;
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
  return () => {
    clearInterval(turning);
    navigator.mediaDevices.getUserMedia = real;
  };
}

/** The picture as a camera would see it: a little smaller than its screen, on grey. */
async function toPixels(svg: SVGElement): Promise<ImageData> {
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute('width', '620');
  copy.setAttribute('height', '620');
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(800, 700);
  const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  pen.fillStyle = '#888';
  pen.fillRect(0, 0, 800, 700);
  pen.drawImage(image, 90, 40);
  return pen.getImageData(0, 0, 800, 700);
}

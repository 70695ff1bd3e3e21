// The smoke walk, the same in every browser: add a child, play, results, reload, without network, export.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { root } from '../parts.mjs';
import { fileListener } from '../start/serve.mjs';
import { waitFor } from './own-process.mjs';

/** The English words at this dotted key of a folder's text file. */
function words(folder, key) {
  const table = JSON.parse(readFileSync(join(root, 'src', folder, 'text.en.json'), 'utf8'));
  const line = key.split('.').reduce((at, part) => at?.[part], table);
  if (typeof line !== 'string') throw new Error(`no line ${key} in ${folder}`);
  return line;
}

/** Where a finger meets what is seen: the middle of the first element of this kind that holds these words and lies on top; null before. */
function findPoint(kind, holds) {
  const seen = [...document.querySelectorAll(kind)].find((one) => `${one.getAttribute('aria-label') ?? ''} ${one.textContent}`.includes(holds));
  if (!seen || seen.matches(':disabled')) return null;
  let box = seen.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) seen.scrollIntoView({ block: 'center', behavior: 'instant' });
  box = seen.getBoundingClientRect();
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const top = document.elementFromPoint(at.x, at.y);
  return top && (seen.contains(top) || top.contains(seen)) ? at : null;
}

/** How many events of one kind the database of the page holds. */
async function countKept(kind) {
  const asked = (asking) =>
    new Promise((resolve, reject) => {
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    });
  const db = await asked(indexedDB.open('pebble-bay'));
  try {
    return (await asked(db.transaction('events').objectStore('events').getAll())).filter((event) => event.kind === kind).length;
  } finally {
    db.close();
  }
}

const has = (kind, holds = '') => [...document.querySelectorAll(kind)].some((one) => one.textContent.includes(holds));

async function openHost() {
  const server = createServer(fileListener(join(root, 'dist')));
  await new Promise((resolve) => server.listen(0, resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}/`, close };
}

/** Walks `page` through the built app; throws with the step that did not work. `say` hears of each step. */
export async function walk(page, say) {
  const host = await openHost();
  const press = async (kind, holds = '') => {
    let before;
    const findStill = async () => {
      // A page that is still being laid out moves its buttons away from under a finger.
      const at = await page.read(findPoint, kind, holds);
      const still = at && before && Math.hypot(at.x - before.x, at.y - before.y) < 1;
      before = at;
      return still ? at : null;
    };
    await page.press(await waitFor(`"${holds || kind}"`, findStill));
  };
  const see = (kind, holds = '', forMs = 30_000) => waitFor(`"${holds || kind}"`, () => page.read(has, kind, holds), forMs);
  // Not by the driver's own reload: some drivers go around the copy with it.
  const startAgain = async (url) => {
    await page.go('about:blank');
    await page.go(url);
  };
  const step = async (name, run) => {
    const startMs = Date.now();
    try {
      await run();
    } catch (error) {
      throw new Error(`${name}: ${error.message}`);
    }
    say(`${name}: ${((Date.now() - startMs) / 1000).toFixed(1)} s`);
  };
  let child = '';
  try {
    await step('add a child', async () => {
      await page.go(host.url);
      await press('button', words('screens/child', 'child.add'));
      await press('label', 'Whale');
      await press('button', words('screens/child', 'child.addNow'));
      await see('.start-button');
      child = await page.read(() => location.hash.split('/').pop());
    });
    await step('play', async () => {
      await press('.start-button');
      await press('.face-row button');
      await press('.ready-ask:last-child .ready-chips button');
      await press('.ready-well');
      await see('.phase-demo, .phase-playing');
      if (await page.read(has, '.phase-demo')) await press('button', words('screens/child', 'child.skipDemo')).catch(() => undefined);
      await see('.phase-playing');
      const room = await page.read(() => ({ width: innerWidth, height: innerHeight }));
      let presses = 0;
      await waitFor(
        'a trial',
        async () => {
          const column = presses % 6;
          const row = Math.floor(presses / 6) % 4;
          presses++;
          await page.press({ x: room.width * (0.1 + 0.155 * column), y: room.height * (0.28 + 0.16 * row) });
          return (await page.read(countKept, 'trial')) > 0;
        },
        60_000,
      );
      await press('button', words('screens/child', 'child.stop'));
      await see('[role=dialog], .end-card');
    });
    const results = async () => {
      await page.go(`${host.url}#/therapist/${child}`);
      const tab = words('screens/therapist', 'therapist.tab.results');
      await press('[role=tab]', tab);
      await see('[role=tab][aria-selected=true]', tab);
      await see('button', ' target');
    };
    await step('results', results);
    await step('reload', async () => {
      await startAgain(`${host.url}#/family/${child}`);
      await see('p, span, h2', '1 pebble');
      if ((await page.read(countKept, 'trial')) === 0) throw new Error('the trial is gone');
    });
    await step('without network', async () => {
      const isStored = async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';
      await waitFor('the copy', () => page.read(isStored), 90_000);
      await host.close();
      await startAgain(`${host.url}#/family/${child}`);
      await see('p, span, h2', '1 pebble');
      await results();
    });
    await step('export', async () => {
      await press('button', words('screens/therapist/results', 'review.table.trials'));
      await see('[role=status]', 'pebble-bay-trials-');
      if (!page.readSaved) return;
      const table = await waitFor('the file', () => page.readSaved());
      const [head = '', ...rows] = table.trim().split(/\r?\n/);
      if (!head.includes(',') || rows.length === 0) throw new Error(`no table of trials: ${table.slice(0, 200)}`);
    });
  } finally {
    await host.close();
  }
}

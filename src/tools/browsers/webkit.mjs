// WebKitGTK through its own driver: the nearest thing to Safari that runs on Linux. Touch it has none: play is by mouse.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTree, findPort, openDisplay, waitFor } from './own-process.mjs';
import { createPage } from './web-driver.mjs';

const driver = '/usr/bin/WebKitWebDriver';

function findMiniBrowser() {
  const bases = ['/usr/lib', '/usr/libexec'].filter(existsSync);
  const folders = bases.flatMap((base) => ['', ...readdirSync(base).filter((name) => name.endsWith('-linux-gnu'))].map((name) => join(base, name)));
  return folders
    .flatMap((folder) => ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')))
    .find(existsSync);
}

/** True where WebKitGTK, its driver and a screen for it are installed. */
export const hasWebkit = () => existsSync(driver) && findMiniBrowser() !== undefined;

/** Starts WebKit on a new profile; resolves to a page (see web-driver.mjs) with `stop`. */
export async function openWebkit() {
  const home = mkdtempSync(join(tmpdir(), 'pebble-bay-webkit-'));
  const port = await findPort();
  const screen = await openDisplay();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      HOME: home,
      LANG: 'en_US.UTF-8',
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'settings'),
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  const call = async (method, path, body) => {
    const asked = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(70_000),
    });
    const { value } = await asked.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const stop = async () => {
    await endTree(child);
    screen.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitFor('WebKit', () => call('GET', '/status'));
    const options = { binary: findMiniBrowser(), args: ['--automation'] };
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    const at = (path) => `/session/${sessionId}${path}`;
    await call('POST', at('/timeouts'), { script: 60_000, pageLoad: 60_000 });
    await call('POST', at('/window/rect'), { x: 0, y: 0, width: 1024, height: 840 });
    const page = createPage({
      go: (url) => call('POST', at('/url'), { url }),
      run: (script, args) => call('POST', at('/execute/async'), { script, args }),
      act: (actions) => call('POST', at('/actions'), { actions }),
      picture: () => call('GET', at('/screenshot')),
    });
    return { ...page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Firefox through Marionette, which is part of it: lines of JSON over a socket, each with its length before it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTree, findPort, openDisplay, waitFor } from './own-process.mjs';
import { createPage } from './web-driver.mjs';

/** Where Firefox is, if anywhere. */
export const findFirefox = () =>
  [process.env.FIREFOX_PATH, '/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox'].find((path) => path && existsSync(path));

const wishes = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.download.folderList': 2,
  'browser.shell.checkDefaultBrowser': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'webgl.force-enabled': true,
};

/** Starts Firefox on a new profile; resolves to a page (see web-driver.mjs) with `stop`. */
export async function openFirefox() {
  const home = mkdtempSync(join(tmpdir(), 'pebble-bay-firefox-'));
  const port = await findPort();
  const lines = Object.entries({ ...wishes, 'marionette.port': port, 'browser.download.dir': home }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(home, 'user.js'), lines.join('\n'));
  const screen = await openDisplay();
  const child = spawn(findFirefox(), ['--no-remote', '--marionette', '--profile', home, 'about:blank'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: home, DISPLAY: screen.display },
  });
  const stop = async () => {
    await endTree(child);
    screen.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const call = await waitFor('Firefox', () => openMarionette(port));
    await call('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    const page = createPage({
      go: (url) => call('WebDriver:Navigate', { url }),
      run: async (script, args) => (await call('WebDriver:ExecuteAsyncScript', { script, args }))?.value,
      act: (actions) => call('WebDriver:PerformActions', { actions }),
      picture: async () => (await call('WebDriver:TakeScreenshot', { full: false })).value,
    });
    await call('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
    await call('WebDriver:SetWindowRect', { x: 0, y: 0, width: 1024, height: 840 });
    const readSaved = () => {
      const name = readdirSync(home).find((file) => file.endsWith('.csv'));
      return name ? readFileSync(join(home, name), 'utf8') : undefined;
    };
    return { ...page, readSaved, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openMarionette(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const waiting = new Map();
    let held = Buffer.alloc(0);
    let id = 0;
    const fail = (error) => {
      reject(error);
      for (const { no } of waiting.values()) no(error);
    };
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('Firefox closed the line')));
    socket.on('data', (data) => {
      held = Buffer.concat([held, data]);
      for (;;) {
        const colon = held.indexOf(':');
        const length = Number(held.subarray(0, Math.max(0, colon)));
        if (colon < 0 || held.length < colon + 1 + length) return;
        const message = JSON.parse(held.subarray(colon + 1, colon + 1 + length).toString());
        held = held.subarray(colon + 1 + length);
        // The first line greets.
        if (!Array.isArray(message)) resolve(call);
        else {
          const [, of, error, result] = message;
          const { yes, no } = waiting.get(of) ?? {};
          waiting.delete(of);
          if (error) no?.(new Error(`${error.error}: ${error.message}`));
          else yes?.(result);
        }
      }
    });
    const call = (name, params) =>
      new Promise((yes, no) => {
        id++;
        waiting.set(id, { yes, no });
        const line = JSON.stringify([0, id, name, params]);
        socket.write(`${Buffer.byteLength(line)}:${line}`);
      });
  });
}

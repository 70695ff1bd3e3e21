import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { get as getHttp, type IncomingHttpHeaders } from 'node:http';
import { get as getHttps } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lanAddresses } from '../../src/tools/start/addresses.mjs';
import { buildIsStale } from '../../src/tools/start/build.mjs';
import { certificateFor } from '../../src/tools/start/certificate.mjs';
import { openCommand } from '../../src/tools/start/open-browser.mjs';
import { serveFolder } from '../../src/tools/start/serve.mjs';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 4, 1);

let folder = '';
const undo: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pebble-bay-start-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const ask = (url: string, ca?: string) =>
  new Promise<Answer>((resolve, reject) => {
    const get = url.startsWith('https') ? getHttps : getHttp;
    get(url, { agent: false, ...(ca ? { ca } : {}) }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject);
  });

const served = async (options: Parameters<typeof serveFolder>[0]) => {
  const server = await serveFolder(options);
  undo.push(server.close);
  return server;
};

const writeApp = () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Pebble Bay</title>');
  writeFileSync(join(folder, 'assets/main-Ab12_-34.js'), 'export {};');
  writeFileSync(join(folder, 'assets/cue.ogg'), 'sound');
  writeFileSync(join(folder, 'words.json'), '{}');
};

/** A port with a free one after it, held by another program. */
const takenPort = async () => {
  for (;;) {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, () => {
        const address = holder.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    undo.push(() => new Promise((resolve) => holder.close(resolve)));
    if (port < 65_000) return port;
  }
};

describe('the certificate', () => {
  test('names this computer and every address a tablet can use', async () => {
    const { cert, renewed } = await certificateFor(folder, ['192.168.1.20', '10.0.0.5'], NOW_MS);
    const x509 = new X509Certificate(cert);
    expect(renewed).toBe(true);
    expect(['127.0.0.1', '::1', '192.168.1.20', '10.0.0.5'].map((ip) => x509.checkIP(ip))).not.toContain(undefined);
    expect(x509.checkHost('localhost')).toBe('localhost');
    expect(x509.checkIP('192.168.1.21')).toBeUndefined();
  });

  test('lives no longer than a tablet accepts and is valid for a clock that is behind', async () => {
    const x509 = new X509Certificate((await certificateFor(folder, [], NOW_MS)).cert);
    expect(Date.parse(x509.validFrom)).toBeLessThan(NOW_MS);
    expect(Date.parse(x509.validTo) - Date.parse(x509.validFrom)).toBeLessThanOrEqual(398 * DAY_MS);
    expect(x509.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });

  test('is kept while it fits, so the tablet warns once', async () => {
    const first = await certificateFor(folder, ['192.168.1.20'], NOW_MS);
    const second = await certificateFor(folder, ['192.168.1.20'], NOW_MS + 300 * DAY_MS);
    expect(second).toEqual({ key: first.key, cert: first.cert, renewed: false });
  });

  test('is made anew for a new address, near its end, and when its file is damaged', async () => {
    await certificateFor(folder, ['192.168.1.20'], NOW_MS);
    expect((await certificateFor(folder, ['192.168.7.7'], NOW_MS)).renewed).toBe(true);
    expect((await certificateFor(folder, ['192.168.7.7'], NOW_MS + 352 * DAY_MS)).renewed).toBe(true);
    writeFileSync(join(folder, 'cert.pem'), 'no certificate');
    expect((await certificateFor(folder, ['192.168.7.7'], NOW_MS)).renewed).toBe(true);
  });
});

describe('the server', () => {
  test('answers over http with the right types', async () => {
    writeApp();
    const { port } = await served({ folder, port: 0 });
    const page = await ask(`http://localhost:${port}/`);
    expect(page).toMatchObject({ status: 200, body: '<title>Pebble Bay</title>' });
    expect(page.headers['content-type']).toBe('text/html;charset=utf-8');
    expect((await ask(`http://localhost:${port}/assets/main-Ab12_-34.js`)).headers['content-type']).toBe('text/javascript');
    expect((await ask(`http://localhost:${port}/words.json`)).headers['content-type']).toBe('application/json');
    expect((await ask(`http://localhost:${port}/nowhere`)).status).toBe(404);
  });

  test('answers over https with a certificate that a client can check', async () => {
    writeApp();
    const tls = await certificateFor(join(folder, '.certificate'), ['192.168.1.20'], Date.now());
    const { port } = await served({ folder, port: 0, tls });
    expect(await ask(`https://localhost:${port}/`, tls.cert)).toMatchObject({ status: 200, body: '<title>Pebble Bay</title>' });
    expect(await ask(`https://127.0.0.1:${port}/`, tls.cert)).toMatchObject({ status: 200 });
  });

  test('lets a browser keep only files with a hash in their name', async () => {
    writeApp();
    const { port } = await served({ folder, port: 0 });
    const kept = async (path: string) => (await ask(`http://localhost:${port}${path}`)).headers['cache-control'];
    expect(await kept('/')).toBe('no-cache');
    expect(await kept('/index.html')).toBe('no-cache');
    expect(await kept('/assets/cue.ogg')).toBe('no-cache');
    expect(await kept('/assets/main-Ab12_-34.js')).toBe('public,max-age=31536000,immutable');
  });

  test('shows nothing outside its folder', async () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const { port } = await served({ folder: join(folder, 'dist'), port: 0 });
    expect((await ask(`http://localhost:${port}/%2e%2e/secret.txt`)).status).toBe(404);
    expect((await ask(`http://localhost:${port}/..%2fsecret.txt`)).status).toBe(404);
  });

  test('takes a later port when the wanted one is taken', async () => {
    writeApp();
    const taken = await takenPort();
    const { port } = await served({ folder, port: taken });
    expect(port).toBeGreaterThan(taken);
    expect((await ask(`http://localhost:${port}/`)).status).toBe(200);
  });
});

describe('the addresses', () => {
  const at = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) => ({ address, family, internal });

  test('put the home network before containers and leave out what no tablet reaches', () => {
    const found = lanAddresses({
      lo: [at('127.0.0.1', 'IPv4', true)],
      docker0: [at('172.17.0.1')],
      eth0: [at('10.1.2.3'), at('fe80::1', 'IPv6')],
      wlan0: [at('192.168.1.20'), at('169.254.3.3')],
    });
    expect(found).toEqual(['192.168.1.20', '10.1.2.3', '172.17.0.1']);
  });

  test('are none on a machine without a network', () => {
    expect(lanAddresses({ lo: [at('127.0.0.1', 'IPv4', true)] })).toEqual([]);
  });
});

test('a browser is opened only where there is a screen', () => {
  const url = 'http://localhost:4173/';
  expect(openCommand(url, 'linux', {})).toBeUndefined();
  expect(openCommand(url, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', url]);
  expect(openCommand(url, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open', url]);
  expect(openCommand(url, 'darwin', {})).toEqual(['open', url]);
  expect(openCommand(url, 'win32', {})).toEqual(['cmd', '/c', 'start', '""', url]);
  expect(openCommand(url, 'darwin', { CI: 'true' })).toBeUndefined();
  expect(openCommand(url, 'linux', { DISPLAY: ':0', PEBBLE_BAY_NO_OPEN: '1' })).toBeUndefined();
});

test('the app is built again only when something it is made from has changed', () => {
  const touch = (path: string, seconds: number) => utimesSync(join(folder, path), seconds, seconds);
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/a.ts'), '');
  expect(buildIsStale(folder)).toBe(true);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), '');
  touch('dist/index.html', 2000);
  touch('src/a.ts', 1000);
  touch('src', 1000);
  expect(buildIsStale(folder)).toBe(false);
  touch('src/a.ts', 3000);
  expect(buildIsStale(folder)).toBe(true);
  touch('src/a.ts', 1000);
  rmSync(join(folder, 'src/a.ts'));
  expect(buildIsStale(folder)).toBe(true);
});

import { readFileSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser, launchArgs } from './src/tools/find-browser.mjs';
import { ensurePoseModels } from './src/tools/pose/models.mjs';
import { appCopy } from './src/tools/start/app-copy.mjs';

const executablePath = findBrowser();

export default defineConfig({
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // All that is not a plain module is named here: found only when it is imported, it would reload the page in the middle of play or of a test.
  optimizeDeps: {
    noDiscovery: true,
    // Its loader must stay beside its program.
    exclude: ['@mediapipe/tasks-vision'],
    include: [
      'phaser',
      'idb',
      'howler',
      'i18next',
      'fft.js',
      'valibot',
      'uplot',
      'uuid',
      'qr',
      'qr/decode.js',
      'axe-core',
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
    ],
  },
  // Tests read reference recordings from beside the project, where they are.
  server: { fs: { allow: ['.', '../shared/data'] } },
  // The models of body tracking are made on the first build, not kept in the repository.
  resolve: { alias: { 'pose-models': ensurePoseModels() } },
  worker: { format: 'es' },
  plugins: [
    {
      // The tracker's package names a source map that it does not have: without this each start tells of it at length.
      name: 'no-missing-map',
      enforce: 'pre',
      load(id) {
        const [path = ''] = id.split('?');
        if (path.endsWith('/tasks-vision/vision_bundle.mjs')) return readFileSync(path, 'utf8').replace(/\/\/# sourceMappingURL=.*/, '');
      },
    },
    ...(process.env.VITEST ? [] : appCopy()),
    { name: 'content-security-policy', apply: 'build', transformIndexHtml: () => [toPolicyTag()] },
    {
      name: 'notices',
      apply: 'build',
      // The licences of what is in the product go where the product goes.
      generateBundle() {
        for (const name of ['LICENSE', 'NOTICE'])
          this.emitFile({ type: 'asset', fileName: `${name}.txt`, source: readFileSync(new URL(name, import.meta.url)) });
      },
    },
  ],
  build: {
    target: ['es2022', 'safari16.4'],
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The copy of the app is listed after the build: that it takes seconds is no news.
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser/ },
            // One request for the words of a language, however many folders they come from.
            { name: 'text-en', test: /screens[\\/](child[\\/])?text\.en\.json$/ },
            { name: 'text-zh-CN', test: /screens[\\/](child[\\/])?text\.zh-CN\.json$/ },
            { name: 'text-more-en', test: /text\.en\.json$/ },
            { name: 'text-more-zh-CN', test: /text\.zh-CN\.json$/ },
          ],
        },
      },
    },
  },
  test: {
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text', 'json-summary'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A rule is slow where a machine is busy, not wrong.
          testTimeout: 30_000,
          // No test changes what another sees, so all share their modules: most of the time went into loading them.
          isolate: false,
          pool: 'threads',
          maxWorkers: 2,
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.browser.test.{ts,tsx}', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // Tests wait for play as often as they compute: three pages beside each other fill two cores.
          maxWorkers: 3,
          // No test changes what another sees, so the files of a page share their modules: loading them anew took a fifth of the time.
          isolate: false,
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          // A page that answers a second late on a busy machine is not a page that does not answer.
          expect: { poll: { timeout: 5000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 800 },
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: launchArgs },
              contextOptions: { hasTouch: true, deviceScaleFactor: 1 },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

/** Nothing leaves the device: the browser itself refuses every request to another origin (and the style tags of `npm run dev`, so only in builds). */
function toPolicyTag() {
  const rules = {
    'default-src': "'self'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'worker-src': "'self'",
    'connect-src': "'self' data: blob:",
    'img-src': "'self' data: blob:",
    'media-src': "'self' data: blob:",
    'font-src': "'self'",
    'style-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  const content = Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
  return { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' as const };
}

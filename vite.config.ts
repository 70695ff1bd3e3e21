import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser, launchArgs } from './src/tools/find-browser.mjs';

const executablePath = findBrowser();

export default defineConfig({
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // All that is not a plain module is named here: found only when it is imported, it would reload the page in the middle of play or of a test.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      'phaser',
      'idb',
      'howler',
      'i18next',
      'fft.js',
      'valibot',
      'uplot',
      'axe-core',
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
    ],
  },
  build: {
    target: ['es2022', 'safari16.4'],
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser/ },
            // One request for the words of a language, however many folders they come from.
            { name: 'text-en', test: /text\.en\.json$/ },
            { name: 'text-zh-CN', test: /text\.zh-CN\.json$/ },
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
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.browser.test.{ts,tsx}', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
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

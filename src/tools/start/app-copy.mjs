// What makes the built app installable and its copy on a tablet whole: the web app manifest, and the list of files that its worker keeps.
import { readFileSync } from 'node:fs';
import { VitePWA } from 'vite-plugin-pwa';

const icons = [
  { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: 'icons/icon-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
  { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

const manifest = {
  id: './',
  name: 'Pebble Bay',
  short_name: 'Pebble Bay',
  description: 'Play for rehabilitation: a small harbour island on a tablet.',
  lang: 'en',
  start_url: './',
  scope: './',
  display: 'standalone',
  orientation: 'any',
  theme_color: '#12324A',
  background_color: '#12324A',
  categories: ['medical', 'education', 'kids'],
  icons,
};

/** The Vite plugins of the app's own copy; only builds have one. */
export function appCopy() {
  return [
    {
      name: 'app-icons',
      apply: 'build',
      generateBundle() {
        for (const { src } of icons) {
          this.emitFile({ type: 'asset', fileName: src, source: readFileSync(new URL(`../../../assets/app/${src.split('/')[1]}`, import.meta.url)) });
        }
      },
    },
    ...VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/offline',
      filename: 'worker.ts',
      injectRegister: false,
      manifest,
      injectManifest: {
        globPatterns: ['**/*'],
        // Splash pictures are fetched by the system when the app is put on the home screen, never by a page.
        globIgnores: ['**/splash-*', 'worker.js'],
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024,
        rollupFormat: 'iife',
        target: 'es2022',
      },
    }),
  ];
}

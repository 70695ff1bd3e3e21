import { expect, test } from 'vitest';
import { filesOfPage, isCameraFile } from '../../src/offline/files';

test('only the models and the program of body tracking wait for the camera’s first use', () => {
  expect(['assets/pose_landmarker_lite-D8e4oxLQ.task', 'https://bay.example/assets/vision_wasm-CgkWg6EJ.wasm'].map(isCameraFile)).toEqual([
    true,
    true,
  ]);
  expect(['index.html', 'assets/music-DSr1Fnwr.ogg', 'assets/tracker-dK5cOuU3.js', 'assets/a.wasm.js'].map(isCameraFile)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a copy is checked against the scripts and styles that its page names, and nothing else', () => {
  const html = `<link rel="icon" href="./assets/pebble-B.svg"><script type="module" src="./assets/index-A.js"></script>
    <link rel="modulepreload" href="./assets/dates-C.js"><link rel="stylesheet" href="./assets/index-D.css">
    <link rel="apple-touch-startup-image" href="./assets/splash-2048x1536-E.png">`;
  expect(filesOfPage(html, 'https://bay.example/play/index.html')).toEqual([
    'https://bay.example/play/assets/index-A.js',
    'https://bay.example/play/assets/dates-C.js',
    'https://bay.example/play/assets/index-D.css',
  ]);
});

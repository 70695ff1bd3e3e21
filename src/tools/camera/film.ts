import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { openBrowser } from '../browser-page';
import { findBrowser, launchArgs } from '../find-browser.mjs';

/** Writes a film for a fed camera (640 x 480, 30 a second) from videos shown side by side, drawn by a browser so that no other program is needed. */
export async function writeFilm(videos: readonly string[], file: string, seconds = 2): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const addresses = videos.map((path) => `data:video/mp4;base64,${readFileSync(path).toString('base64')}`);
    const pictures = await page.evaluate(drawPictures, [addresses, Math.round(seconds * 30)] as const);
    // Pictures one after the other are already the format that Chromium's fed camera reads as .mjpeg.
    writeFileSync(file, Buffer.concat(pictures.map((picture) => Buffer.from(picture, 'base64'))));
  } finally {
    await browser.close();
  }
}

/** Runs in the page: the pictures as JPEG in base64. */
async function drawPictures([addresses, count]: readonly [readonly string[], number]): Promise<string[]> {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas');
  const videos = await Promise.all(
    addresses.map(async (address) => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = address;
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = () => reject(new Error('this browser does not play the video'));
      });
      return video;
    }),
  );
  const pictures: string[] = [];
  for (let i = 0; i < count; i++) {
    pen.fillStyle = '#777';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    for (const [k, video] of videos.entries()) {
      const sought = new Promise((resolve) => {
        video.onseeked = resolve;
      });
      // The same picture again would be no seek at all.
      video.currentTime = ((i + 0.5) / 30) % Math.max(0.1, video.duration - 0.1);
      await sought;
      const place = canvas.width / videos.length;
      const scale = Math.min(place / video.videoWidth, canvas.height / video.videoHeight);
      const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
      pen.drawImage(video, place * k + (place - width) / 2, (canvas.height - height) / 2, width, height);
    }
    pictures.push(canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '');
  }
  return pictures;
}

/** A browser whose camera shows a film again and again; without one it has no camera. Pages must be allowed to use it. */
export async function openCameraBrowser(film: string | null): Promise<Browser> {
  const executablePath = findBrowser();
  const camera = film === null ? [] : ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  return chromium.launch({ args: [...launchArgs, ...camera], ...(executablePath ? { executablePath } : {}) });
}

import type { SourceTimes } from '../../src/movement/types';

const videos = import.meta.glob<string>('../../../shared/data/video/*.mp4', { query: '?url', import: 'default', eager: true });

/** Address of a recorded video by its name; undefined where the reference recordings are not beside the project. */
export function findVideo(name: string): string | undefined {
  return Object.entries(videos).find(([path]) => path.endsWith(`/${name}.mp4`))?.[1];
}

/** A camera that shows what a test draws: a real stream of the browser's, fed from a canvas. */
export interface FedCamera {
  readonly stream: MediaStream;
  /** From now on the lens shows only black. */
  cover(on: boolean): void;
  /** One of the videos is shown this share of the picture's width farther to the right. */
  shift(video: number, share: number): void;
  /** How fast the videos go: slower than life, a machine with few results a second sees as much of them as a quick one. */
  pace(rate: number): void;
  stop(): void;
}

/** A camera fed from videos that play in a loop side by side, or from none (an empty grey room). */
export async function feedCamera(urls: readonly string[], size = { width: 640, height: 480 }): Promise<FedCamera> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas');
  let covered = false;
  const shifts = urls.map(() => 0);
  const videos = await Promise.all(urls.map(playInLoop));
  const draw = () => {
    pen.fillStyle = covered ? '#000' : '#777';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    if (covered) return;
    const room = canvas.width / Math.max(1, videos.length);
    for (const [i, video] of videos.entries()) {
      // The middle of a wide picture fills its half; a tall one is shown whole.
      const scale = Math.max(room / video.videoWidth, canvas.height / video.videoHeight);
      const fit = video.videoWidth > video.videoHeight ? scale : Math.min(room / video.videoWidth, canvas.height / video.videoHeight);
      const [width, height] = [room / fit, canvas.height / fit];
      const shown = { width: Math.min(width, video.videoWidth), height: Math.min(height, video.videoHeight) };
      const left = (shifts[i] ?? 0) * canvas.width + i * room + (room - shown.width * fit) / 2;
      const top = (canvas.height - shown.height * fit) / 2;
      const from = { x: (video.videoWidth - shown.width) / 2, y: (video.videoHeight - shown.height) / 2 };
      pen.drawImage(video, from.x, from.y, shown.width, shown.height, left, top, shown.width * fit, shown.height * fit);
    }
  };
  draw();
  const beat = setInterval(draw, 50);
  return {
    stream: canvas.captureStream(20),
    cover(on) {
      covered = on;
    },
    pace(rate) {
      for (const video of videos) video.playbackRate = rate;
    },
    shift(video, share) {
      shifts[video] = share;
    },
    stop() {
      clearInterval(beat);
      for (const video of videos) video.pause();
    },
  };
}

async function playInLoop(url: string): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  Object.assign(video, { src: url, muted: true, loop: true });
  await video.play();
  return video;
}

/** Times on the page's own clock. */
export const pageTimes: SourceTimes = { nowMs: () => performance.now(), toSession: (ms) => ms };

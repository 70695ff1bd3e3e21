import type { SourceTimes } from '../../src/movement/types';

const videos = import.meta.glob<string>('../../../shared/data/video/*.mp4', { query: '?url', import: 'default', eager: true });

/** Address of a recorded video by its name; undefined where the reference recordings are not beside the project. */
export function findVideo(name: string): string | undefined {
  return Object.entries(videos).find(([path]) => path.endsWith(`/${name}.mp4`))?.[1];
}

/** A camera that shows what a test draws: a real stream of the browser's, fed from a canvas. */
export interface FedCamera {
  readonly stream: MediaStream;
  readonly video: HTMLVideoElement | null;
  /** From now on the lens shows only black. */
  cover(on: boolean): void;
  stop(): void;
}

/** A camera of 640 x 480 fed from a video that plays in a loop, or from nothing (an empty grey room). */
export async function feedCamera(url: string | null, rate = 1): Promise<FedCamera> {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas');
  let covered = false;
  const video = url === null ? null : document.createElement('video');
  if (video && url !== null) {
    video.src = url;
    video.muted = true;
    video.loop = true;
    video.playbackRate = rate;
    await video.play();
  }
  const draw = () => {
    pen.fillStyle = covered ? '#000' : '#777';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    if (!video || covered) return;
    const scale = Math.min(canvas.width / video.videoWidth, canvas.height / video.videoHeight);
    const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
    pen.drawImage(video, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  };
  draw();
  const beat = setInterval(draw, 50);
  return {
    stream: canvas.captureStream(20),
    video,
    cover(on) {
      covered = on;
    },
    stop() {
      clearInterval(beat);
      video?.pause();
    },
  };
}

/** Times on the page's own clock. */
export const pageTimes: SourceTimes = { nowMs: () => performance.now(), toSession: (ms) => ms };

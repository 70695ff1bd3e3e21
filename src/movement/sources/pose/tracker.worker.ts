import type { FromTracker, ToTracker } from './messages';
import { createTracker, probeHere } from './tracker';

const canvases: OffscreenCanvas[] = [];
const tracker = createTracker(() => {
  const canvas = new OffscreenCanvas(1, 1);
  canvases.splice(0, canvases.length, canvas);
  return canvas;
});
const say = (message: FromTracker, transfer: Transferable[] = []) => (self as unknown as Worker).postMessage(message, transfer);

self.onmessage = async ({ data }: MessageEvent<ToTracker>) => {
  try {
    if (data.kind === 'probe') say({ kind: 'probe', ...probeHere() });
    else if (data.kind === 'open') {
      await tracker.open(data.options);
      say({ kind: 'open' });
    } else if (data.kind === 'picture') {
      const found = await tracker.find(data.bitmap, data.atMs);
      say(
        { kind: 'picture', id: data.id, ...found },
        found.persons.flatMap(({ picture, world }) => [picture.buffer, world.buffer]),
      );
    } else canvases[0]?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  } catch (error) {
    say({ kind: 'broken', why: String(error) });
  }
};

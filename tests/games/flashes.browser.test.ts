import { expect, test } from 'vitest';
import { createFlashMeter, createGridReader, gridSize } from './flash-meter';
import { startRig } from './rig';

test('two large fireflies, caught as fast as can be, stay within three flashes a second', async () => {
  const rig = await startRig({
    params: { mode: 'two-hands', targetWidthMm: 80 },
    abilities: { reactionMs: 150, interceptMs: 100, slopeMs: 50 },
    trials: 4,
    size: { width: 256, height: 160 },
  });
  const meter = createFlashMeter();
  const read = createGridReader();
  let atMs = 0;
  for (let i = 0; i < 40 && !rig.state.done; i++) {
    rig.run(330, () => {
      atMs += 33;
      meter.add(read(rig.canvas()), atMs);
    });
  }
  expect(rig.state.done).toBe(true);
  rig.destroy();
  expect(meter.report().flashesPerS).toBeLessThanOrEqual(3);
});

const frame = (paint: (context: OffscreenCanvasRenderingContext2D) => void): Uint8ClampedArray => {
  const context = new OffscreenCanvas(gridSize.width, gridSize.height).getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.fillStyle = '#12324A';
  context.fillRect(0, 0, gridSize.width, gridSize.height);
  paint(context);
  return context.getImageData(0, 0, gridSize.width, gridSize.height).data;
};
const plant = (paint: (context: OffscreenCanvasRenderingContext2D, even: boolean) => void) => {
  const meter = createFlashMeter();
  for (let i = 0; i < 60; i++)
    meter.add(
      frame((context) => paint(context, Math.floor(i / 4) % 2 === 0)),
      i * 33,
    );
  return meter.report();
};

test('the meter finds a planted flash of a quarter of the screen', () => {
  const report = plant((context, even) => {
    context.fillStyle = even ? '#F4B63F' : '#12324A';
    context.fillRect(0, 0, gridSize.width / 2, gridSize.height / 2);
  });
  expect(report.flashesPerS).toBeGreaterThan(3);
});

test('the meter finds a planted flash of saturated red', () => {
  const report = plant((context, even) => {
    context.fillStyle = even ? '#C00000' : '#000000';
    context.fillRect(0, 0, gridSize.width, gridSize.height);
  });
  expect(report.redFlashesPerS).toBeGreaterThan(3);
});

test('the meter lets a small twinkle and a slow sunrise be', () => {
  const twinkle = plant((context, even) => {
    context.fillStyle = even ? '#FFFFFF' : '#12324A';
    context.fillRect(10, 10, 4, 4);
  });
  expect(twinkle.flashesPerS).toBe(0);
  const meter = createFlashMeter();
  for (let i = 0; i < 90; i++) {
    meter.add(
      frame((context) => {
        context.fillStyle = `rgba(244,182,63,${i / 90})`;
        context.fillRect(0, 0, gridSize.width, gridSize.height);
      }),
      i * 33,
    );
  }
  expect(meter.report().flashesPerS).toBe(0);
});

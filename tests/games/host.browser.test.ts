import type * as Phaser from 'phaser';
import { expect, test, vi } from 'vitest';
import { startRig } from './rig';

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a game that was destroyed leaves no canvas, no loop and no listener behind', async () => {
  const added = vi.spyOn(document, 'addEventListener');
  const removed = vi.spyOn(document, 'removeEventListener');
  const { onblur, onfocus } = window;
  const rig = await startRig({ manual: false });
  await rest(200);
  expect(document.querySelectorAll('canvas')).toHaveLength(1);
  const game = rig.host.phaser();
  rig.destroy();
  expect(document.querySelectorAll('canvas')).toHaveLength(0);
  const frames = vi.spyOn(window, 'requestAnimationFrame');
  await rest(250);
  expect(frames.mock.calls.length).toBe(0);
  expect(game.loop.running).toBe(false);
  expect(game.textures.getTextureKeys()).toEqual([]);
  const open = (calls: readonly (readonly unknown[])[]) => calls.map(([type]) => String(type)).sort();
  expect(open(removed.mock.calls)).toEqual(open(added.mock.calls));
  expect([window.onblur, window.onfocus]).toEqual([onblur, onfocus]);
  vi.restoreAllMocks();
});

test('ten games one after the other leave the page as it was', async () => {
  for (let i = 0; i < 10; i++) (await startRig({ size: { width: 160, height: 100 } })).destroy();
  expect(document.querySelectorAll('canvas')).toHaveLength(0);
});

test('a lost WebGL picture is replaced, and the play goes on where it was', async () => {
  const rig = await startRig({ size: { width: 400, height: 250 } });
  for (let i = 0; i < 60 && rig.state.results.length < 1; i++) rig.run(330, undefined, 110);
  rig.run(2500, undefined, 110);
  const before = rig.find('lantern-lit').length;
  const old = rig.canvas();
  expect(before).toBeGreaterThan(0);
  (rig.host.phaser().renderer as Phaser.Renderer.WebGL.WebGLRenderer).gl.getExtension('WEBGL_lose_context')?.loseContext();
  await expect
    .poll(() => {
      rig.host.stepBy(33);
      return rig.host.phaser().scene.isActive('fireflies') && rig.canvas() !== old;
    })
    .toBe(true);
  rig.run(33);
  expect(rig.find('lantern-lit').length).toBeGreaterThanOrEqual(before);
  rig.destroy();
});

test('a turned tablet shows the play at its new size, the hand-light still under the hand', async () => {
  const rig = await startRig({ abilities: { reactionMs: 100 } });
  Object.assign(rig.parent.style, { width: '400px', height: '640px' });
  await expect
    .poll(() => {
      rig.host.stepBy(33);
      return rig.canvas().width === 400 && rig.canvas().height === 640 && rig.find('scenery').length > 0;
    })
    .toBe(true);
  for (let i = 0; i < 60 && rig.state.hands.length === 0; i++) rig.run(33);
  rig.run(33);
  const light = rig.find('hand-light').find((each) => (each as Phaser.GameObjects.Image).visible) as Phaser.GameObjects.Image | undefined;
  expect(light?.x).toBeCloseTo(((rig.state.hands[0]?.xMm ?? 0) * 400) / 256, 6);
  rig.destroy();
});

import type * as Phaser from 'phaser';

/** A drawing on a canvas texture that is kept under `key`; drawn once for each scene. Returns the key. */
export function paintOnce(
  scene: Phaser.Scene,
  key: string,
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D, width: number, height: number) => void,
): string {
  if (scene.textures.exists(key)) return key;
  const w = Math.max(2, Math.ceil(width));
  const h = Math.max(2, Math.ceil(height));
  const texture = scene.textures.createCanvas(key, w, h);
  if (!texture) return key;
  paint(texture.getContext(), w, h);
  texture.refresh();
  return key;
}

/** A soft round light: `stops` are pairs of a radius (0 the middle, 1 the edge) and an opacity. */
export function paintGlow(
  scene: Phaser.Scene,
  key: string,
  size: number,
  rgb: string,
  stops: readonly (readonly [at: number, alpha: number])[],
): string {
  return paintOnce(scene, key, size, size, (context, w) => {
    const gradient = context.createRadialGradient(w / 2, w / 2, 0, w / 2, w / 2, w / 2);
    for (const [at, alpha] of stops) gradient.addColorStop(at, `rgba(${rgb},${alpha})`);
    context.fillStyle = gradient;
    context.fillRect(0, 0, w, w);
  });
}

/** Takes the scene's pictures out of the texture store when it shuts down, so that it can start again at another size. */
export function freeTexturesOnShutdown(scene: Phaser.Scene): void {
  const { textures } = scene;
  const kept = new Set(textures.getTextureKeys());
  scene.events.once('shutdown', () => {
    for (const key of textures.getTextureKeys()) if (!kept.has(key)) textures.remove(key);
  });
}

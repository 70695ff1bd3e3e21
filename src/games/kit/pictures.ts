import type * as Phaser from 'phaser';

/** A drawing at the size in canvas pixels in which it is shown. */
export interface Picture {
  readonly key: string;
  /** Name in the game's folder of assets, without its ending. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Queues drawings of `assets/<game>/`; `urls` is the game's own `import.meta.glob` of that folder.
 * Throws for a drawing that is not there.
 */
export function queuePictures(scene: Phaser.Scene, urls: Readonly<Record<string, string>>, game: string, pictures: readonly Picture[]): void {
  for (const { key, file, width, height } of pictures) {
    const url = urls[`../../../assets/${game}/${file}.svg`];
    if (!url) throw new Error(`assets/${game}/${file}.svg is missing`);
    scene.load.svg(key, url, { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) });
  }
}

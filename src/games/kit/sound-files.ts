// The rendered sounds, found by folder: assets/<game>/sound/ for a game, assets/sound/ for all.

/** One sound in the formats there are of it, the better one first; a loop names the window that joins itself without a seam. */
export interface SoundFile {
  readonly name: string;
  readonly urls: readonly string[];
  readonly loop: { readonly startMs: number; readonly lengthMs: number } | null;
}

interface Described {
  readonly loop: SoundFile['loop'];
}

const urls = {
  ...import.meta.glob<string>('../../../assets/*/sound/*.{ogg,mp3}', { query: '?url', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../assets/sound/*.{ogg,mp3}', { query: '?url', import: 'default', eager: true }),
};
const described = {
  ...import.meta.glob<Record<string, Described>>('../../../assets/*/sound/sounds.json', { import: 'default', eager: true }),
  ...import.meta.glob<Record<string, Described>>('../../../assets/sound/sounds.json', { import: 'default', eager: true }),
};

/** The sounds of a game and the shared ones; a game's own sound replaces a shared one of its name. An unknown game has the shared ones only. */
export function findSounds(game: string): SoundFile[] {
  const found = new Map<string, SoundFile>();
  for (const folder of ['../../../assets/sound/', `../../../assets/${game}/sound/`]) {
    for (const [name, { loop }] of Object.entries(described[`${folder}sounds.json`] ?? {})) {
      found.set(name, { name, urls: ['ogg', 'mp3'].flatMap((format) => urls[`${folder}${name}.${format}`] ?? []), loop });
    }
  }
  return [...found.values()].filter((file) => file.urls.length > 0);
}

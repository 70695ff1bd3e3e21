import type { Companion } from '../../plan/types';

const urls: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('../../../assets/pictures/*.svg', { query: '?url', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../assets/companions/*.svg', { query: '?url', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../assets/pebbles/*.svg', { query: '?url', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../assets/bay/*.svg', { query: '?url', import: 'default', eager: true }),
};

/** The pictures a child can be known by, by file name. */
export const pictureNames: readonly string[] = Object.keys(urls)
  .filter((path) => path.includes('/pictures/'))
  .map((path) => path.slice(path.lastIndexOf('/') + 1, -4));

/** Address of a picture such as `pebbles/pebble-1`; null when there is none of that name. */
export function toPictureUrl(name: string): string | null {
  return urls[`../../../assets/${name}.svg`] ?? null;
}

/** A picture of `assets/` by folder and name; without `alt` it is decoration. */
export function Picture({ name, alt = '', class: looks = '' }: { readonly name: string; readonly alt?: string; readonly class?: string }) {
  const url = toPictureUrl(name);
  return url === null ? null : <img class={`picture ${looks}`} src={url} alt={alt} draggable={false} />;
}

/** The child's companion with what it uses. */
export function CompanionPicture({ companion, class: looks = '' }: { readonly companion: Companion; readonly class?: string }) {
  return <Picture name={`companions/${companion.name}-${companion.aid}`} class={`companion ${looks}`} />;
}

const urls = import.meta.glob<string>('../../../assets/*/{place,keepsake}.svg', { query: '?url', import: 'default', eager: true });

/** A game's place in the bay, or what a session leaves there; nothing for a game of another version. Without `alt` it is decoration. */
export function PlacePicture(props: { readonly game: string; readonly what?: 'place' | 'keepsake'; readonly alt?: string; readonly class?: string }) {
  const { game, what = 'place', alt = '', class: looks = '' } = props;
  const url = urls[`../../../assets/${game}/${what}.svg`];
  return url === undefined ? null : <img class={`picture ${looks}`} src={url} alt={alt} draggable={false} />;
}

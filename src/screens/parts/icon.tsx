const drawings = import.meta.glob<string>('../../../assets/icons/*.svg', { query: '?raw', import: 'default', eager: true });

/** An icon of `assets/icons` by its file name, in the colour of the text around it; never read aloud. */
export function Icon({ name }: { readonly name: string }) {
  const drawing = drawings[`../../../assets/icons/${name}.svg`] ?? '';
  // The drawings are files of this project, so nothing from outside reaches the page here.
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing }} />;
}

/** Colours of a stone, its edge, and the signs of the feet. */
export const stoneColours = { face: '#F7F1E1', edge: '#12324A', left: '#2B6C8F', right: '#B8481F', plain: '#4E8F5B', stress: '#F4B63F' } as const;

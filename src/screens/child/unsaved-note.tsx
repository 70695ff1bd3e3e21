import { Icon } from '../parts/icon';
import { useText } from '../parts/use-app';
import { useUnsaved } from '../parts/use-unsaved';

/** In a corner of play, for the adult: how many targets are not kept yet. Nothing there can be touched, so play is not in its way. */
export function UnsavedNote({ unsaved }: { readonly unsaved: number }) {
  const text = useText();
  // Those of an earlier game of this session wait, too.
  const count = Math.max(unsaved, useUnsaved().trials);
  return (
    <p class="play-unsaved" role="status">
      {count > 0 && (
        <>
          <Icon name="warning" />
          <span>{text('storage.unsaved', { count })}</span>
        </>
      )}
    </p>
  );
}

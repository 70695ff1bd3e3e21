import { StorageBanner } from './storage-banner';
import { useText } from './use-app';
import { useUnsaved } from './use-unsaved';

/** Above every page for adults while something that was played or said is not kept yet: how much, why, and what to do. */
export function UnsavedBanner() {
  const text = useText();
  const { trials, records, problem } = useUnsaved();
  if (!problem || records === 0) return null;
  return (
    <StorageBanner problem={problem} held>
      <p>{trials > 0 ? text('storage.unsaved', { count: trials }) : text('storage.unsavedWords')}</p>
    </StorageBanner>
  );
}

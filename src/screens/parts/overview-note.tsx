import { useEffect, useState } from 'preact/hooks';
import { Banner } from './banner';
import { useStore, useText } from './use-app';

/** Whether overviews are those of the whole history, and how often that changed: what was read before is to be read again. */
export function useOverview(): { readonly isCurrent: boolean; readonly made: number } {
  const store = useStore();
  const [made, setMade] = useState(0);
  useEffect(() => store?.overview.subscribe(() => setMade((before) => before + 1)), [store]);
  return { isCurrent: store?.overview.isCurrent ?? true, made };
}

/** Said while overviews are made anew after an update or a merge: what is shown may miss the newest, and nothing is lost. */
export function OverviewNote() {
  const text = useText();
  return useOverview().isCurrent ? null : <Banner title={text('storage.remaking')} />;
}

import { useState } from 'preact/hooks';
import type { Store } from '../../../store/types';
import { AddChild } from '../../child/add-child';
import { Banner } from '../../parts/banner';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { LanguageChoice } from '../../parts/language-choice';
import { Page } from '../../parts/page';
import { useAsync, useText } from '../../parts/use-app';
import { go } from '../../router';
import { CopyCard } from '../device/copy-card';
import { ScreenSizeCard } from '../device/screen-size-card';
import { StorageCard } from '../device/storage-card';
import { TapAlongCard } from '../device/tap-along-card';
import { LockButton } from '../lock/lock-button';
import { LockCard } from '../lock/lock-card';
import { PinOffer } from '../lock/pin-offer';
import { AuthorCard } from '../plan/author-card';
import { TabletPlaceCard } from '../plan/tablet-place-card';
import { BackupCard } from '../transfer/backup-card';
import { readRoster } from './roster';
import { RosterList } from './roster-list';
import { SameAgainButton } from './same-again-button';

/** All children of this tablet, and the tablet itself. */
export function RosterPage({ store }: { readonly store: Store }) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const { value, error, reload } = useAsync(() => readRoster(store), [store]);
  return (
    <Page title={text('therapist.title')} aside={<LockButton lock={store.lock} />} class="therapist">
      {value && value.length > 0 && <PinOffer lock={store.lock} />}
      {error !== null && error !== undefined && (
        <Banner tone="warning" title={text('storage.problem.broken')}>
          <p>{text('storage.advice.broken')}</p>
        </Banner>
      )}
      <Card title={text('therapist.children')} class="roster-card">
        {value?.length === 0 && <p class="empty">{text('therapist.noChildren')}</p>}
        {value && (
          <RosterList children={value} aside={({ child, lastOn }) => <SameAgainButton store={store} child={child} isNew={lastOn === null} />} />
        )}
        {!adding && (
          <Button icon="plus" size="main" onPress={() => setAdding(true)}>
            {text('therapist.addChild')}
          </Button>
        )}
      </Card>
      {adding && <AddChild onAdded={(child) => go({ screen: 'therapist', child })} onClose={() => setAdding(false)} />}
      <h2 class="part-title">{text('therapist.tablet')}</h2>
      <div class="settings">
        <div class="settings-column">
          <ScreenSizeCard />
          <TapAlongCard />
          <BackupCard store={store} onMerged={reload} />
        </div>
        <div class="settings-column">
          <Card title={text('common.language')}>
            <LanguageChoice />
          </Card>
          <TabletPlaceCard />
          <AuthorCard />
          <LockCard lock={store.lock} />
          <CopyCard />
          <StorageCard store={store} />
        </div>
      </div>
    </Page>
  );
}

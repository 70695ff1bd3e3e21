import { useState } from 'preact/hooks';
import type { Store } from '../../store/types';
import { AddChild } from '../child/add-child';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Card } from '../parts/card';
import { LanguageChoice } from '../parts/language-choice';
import { Page } from '../parts/page';
import { Picture } from '../parts/picture';
import { useAsync, useText } from '../parts/use-app';
import { go, toHash } from '../router';
import { ScreenSizeCard } from './device/screen-size-card';
import { StorageCard } from './device/storage-card';
import { formatDay } from './words';

/** All children of this tablet, and the tablet itself. */
export function RosterPage({ store }: { readonly store: Store }) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const { value, error } = useAsync(async () => {
    const children = await store.readChildren();
    return Promise.all(children.map(async (child) => ({ child, last: (await store.readSessions(child.id, 1))[0] })));
  }, [store]);
  return (
    <Page title={text('therapist.title')} class="therapist">
      {error !== null && error !== undefined && (
        <Banner tone="warning" title={text('storage.problem.broken')}>
          <p>{text('storage.advice.broken')}</p>
        </Banner>
      )}
      <Card title={text('therapist.children')} class="roster-card">
        {value?.length === 0 && <p class="empty">{text('therapist.noChildren')}</p>}
        <ul class="roster">
          {value?.map(({ child, last }) => (
            <li key={child.id}>
              <a class="roster-child" href={toHash({ screen: 'therapist', child: child.id })}>
                <Picture name={`pictures/${child.picture}`} />
                <span class="roster-words">
                  <b>{child.name || text('therapist.unnamed')}</b>
                  <span>{last ? text('therapist.lastPlayed', { day: formatDay(text, last.on, true) }) : text('therapist.neverPlayed')}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
        {!adding && (
          <Button icon="plus" size="main" onPress={() => setAdding(true)}>
            {text('therapist.addChild')}
          </Button>
        )}
      </Card>
      {adding && <AddChild onAdded={(child) => go({ screen: 'therapist', child })} onClose={() => setAdding(false)} />}
      <h2 class="part-title">{text('therapist.tablet')}</h2>
      <div class="settings">
        <ScreenSizeCard />
        <div class="settings-column">
          <Card title={text('common.language')}>
            <LanguageChoice />
          </Card>
          <StorageCard store={store} />
        </div>
      </div>
    </Page>
  );
}

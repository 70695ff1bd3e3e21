import { useState } from 'preact/hooks';
import type { ChildProfile } from '../../plan/types';
import { AdultPress } from '../parts/adult-press';
import { IconButton } from '../parts/button';
import { LanguageChoice } from '../parts/language-choice';
import { NewerVersion } from '../parts/newer-version';
import { Picture } from '../parts/picture';
import { Sheet } from '../parts/sheet';
import { useShownName } from '../parts/shown-name';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useAsync, useStore, useText } from '../parts/use-app';
import { go, toHash } from '../router';
import { AddChild } from './add-child';
import { BayGround } from './bay-ground';
import { justForFun } from './just-for-fun';
import './child.css';

/** The first screen: the bay and the children of this tablet, each known by a picture. */
export function PickerScreen() {
  const text = useText();
  const { opened } = useApp();
  const store = useStore();
  const [adding, setAdding] = useState(false);
  const { value: children, error } = useAsync(async () => (await store?.readChildren()) ?? [], [store]);
  const isNew = children?.length === 0 && store !== null;
  // With a PIN, children are added and the language is chosen behind it: a child who pokes does neither.
  const canAdd = store !== null && (isNew || !store.lock.isSet);
  return (
    <div class="bay">
      <BayGround />
      <header class="bay-head">
        <h1>{text('app.name')}</h1>
        <div class="bay-tools">
          {canAdd || !store ? <LanguageChoice /> : null}
          <IconButton icon="therapist" label={text('common.therapist')} href={toHash({ screen: 'therapist', child: null })} size="main" />
        </div>
      </header>
      <NewerVersion />
      <main class="bay-body">
        {opened.store === null && <StorageBanner problem={opened.problem} />}
        {error ? <StorageBanner problem="broken" /> : null}
        {isNew && !adding && (
          <div class="welcome">
            <Picture name="companions/otter-none" class="welcome-otter" />
            <div class="card welcome-words">
              <h2>{text('child.welcome')}</h2>
              <p>{text('child.welcomeAdvice')}</p>
            </div>
          </div>
        )}
        {adding ? (
          <AddChild onAdded={(child) => go({ screen: 'play', child })} onClose={() => setAdding(false)} />
        ) : (
          <ul class="tiles" aria-label={text('child.who')}>
            {children?.map((child) => (
              <ChildTile key={child.id} child={child} />
            ))}
            {canAdd && (
              <li class="tile">
                <button type="button" class="tile-picture tile-add" onClick={() => setAdding(true)}>
                  <PlusMark />
                  <span class="unseen">{text('child.add')}</span>
                </button>
                {isNew && <span class="tile-name">{text('child.add')}</span>}
              </li>
            )}
            {!store && <ChildTile child={justForFun} />}
          </ul>
        )}
      </main>
    </div>
  );
}

function ChildTile({ child }: { readonly child: ChildProfile }) {
  const text = useText();
  const isFun = child.id === justForFun.id;
  const locked = useStore()?.lock.isSet === true;
  const [asking, setAsking] = useState(false);
  const shownName = useShownName()(child);
  const name = isFun ? text('child.forFun') : shownName || text(`child.picture.${child.picture}`);
  return (
    <li class="tile">
      <a class="tile-picture" href={toHash({ screen: 'play', child: child.id })} aria-label={text('child.playAs', { name })}>
        <Picture name={`pictures/${child.picture}`} />
      </a>
      {(shownName || isFun) && (
        <span class="tile-name">
          <bdi>{name}</bdi>
        </span>
      )}
      {!isFun && (
        <IconButton
          class="tile-family"
          icon="family"
          label={text('child.familyOf', { name })}
          size="main"
          {...(locked ? { onPress: () => setAsking(true) } : { href: toHash({ screen: 'family', child: child.id }) })}
        />
      )}
      {asking && (
        <Sheet title={text('adult.title')} class="adult-sheet" onClose={() => setAsking(false)}>
          <AdultPress presses={3} onRight={() => go({ screen: 'family', child: child.id })} onWrong={() => setAsking(false)} />
        </Sheet>
      )}
    </li>
  );
}

function PlusMark() {
  return (
    <svg viewBox="0 0 96 96" aria-hidden="true">
      <path d="M48 20v56M20 48h56" fill="none" stroke="currentColor" stroke-width="11" stroke-linecap="round" />
    </svg>
  );
}

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../parts/icon';
import { Picture } from '../../parts/picture';
import { toPlainName } from '../../parts/shown-name';
import { useText } from '../../parts/use-app';
import { toHash } from '../../router';
import { formatDay } from '../words';
import { findChildren, glance, type RosterChild } from './roster';

/** Letters that a search takes. */
const longestSearch = 60;

/** Children as picture tiles, each a link to its pages; with a search where they are many. */
export function RosterList(props: {
  readonly children: readonly RosterChild[];
  /** The child whose page is open. */
  readonly current?: string;
  /** What stands beside a child. */
  readonly aside?: (one: RosterChild) => ComponentChildren;
  onChoose?(): void;
}) {
  const text = useText();
  const [words, setWords] = useState('');
  const pictureName = (picture: string) => text(`child.picture.${picture}`);
  const found = findChildren(props.children, words, pictureName);
  return (
    <>
      {props.children.length > glance && (
        <label class="roster-search">
          <Icon name="search" />
          <span class="unseen">{text('roster.search')}</span>
          <input
            type="search"
            value={words}
            maxLength={longestSearch}
            placeholder={text('roster.search')}
            autoComplete="off"
            spellcheck={false}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
      )}
      <p class="unseen" role="status">
        {words.trim() === '' ? '' : text('roster.found', { count: found.length })}
      </p>
      {words.trim() !== '' && found.length === 0 && <p class="empty">{text('roster.nobody')}</p>}
      <ul class="roster">
        {found.map((one) => (
          <li key={one.child.id} class="roster-tile">
            <a
              class="roster-child"
              href={toHash({ screen: 'therapist', child: one.child.id })}
              aria-current={one.child.id === props.current ? 'page' : undefined}
              onClick={() => props.onChoose?.()}
            >
              <Picture name={`pictures/${one.child.picture}`} />
              <span class="roster-words">
                <b>
                  <bdi>{toPlainName(one.child.name) || text('roster.byPicture', { picture: pictureName(one.child.picture) })}</bdi>
                </b>
                <span>{one.lastOn ? text('therapist.lastPlayed', { day: formatDay(text, one.lastOn, true) }) : text('therapist.neverPlayed')}</span>
              </span>
            </a>
            {props.aside?.(one)}
          </li>
        ))}
      </ul>
    </>
  );
}

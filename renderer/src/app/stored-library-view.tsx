import { useDeferredValue, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import {
  withWords,
  type StoredFriend,
  type StoredLibrary,
  type StoredThing,
} from '../application/library/stored-library';
import { toAppError } from '../domain/errors';
import { kindName } from '../text/kinds';
import { newerDatabaseText as text } from '../text/newer-database';
import { RowList } from '../ui/row-list';
import styles from './stored-library-view.module.css';

type Reading = { readonly library: StoredLibrary } | { readonly problem: string } | null;

/** The things and friends of a library that cannot be opened, to look at and to search. Plain HTML, as its page. */
export function StoredLibraryView({ read }: { readonly read: () => Promise<StoredLibrary> }): ReactNode {
  const heading = useId();
  const [reading, setReading] = useState<Reading>(null);
  useEffect(() => {
    let isShown = true;
    const show = (found: Reading): void => {
      if (isShown) setReading(found);
    };
    read().then(
      (library) => {
        show({ library });
      },
      (error: unknown) => {
        show({ problem: toAppError(error).message });
      },
    );
    return () => {
      isShown = false;
    };
  }, [read]);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={styles['heading']}>
        {text.heading}
      </h2>
      <p>{text.onlyLook}</p>
      {reading === null ? (
        <output>{text.reading}</output>
      ) : 'problem' in reading ? (
        <p role="alert">
          {text.notRead}: {reading.problem}
        </p>
      ) : (
        <Contents library={reading.library} />
      )}
    </section>
  );
}

function Contents({ library: { things, friends, unreadable } }: { readonly library: StoredLibrary }): ReactNode {
  const [isFriends, setFriends] = useState(false);
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question);
  const foundThings = useMemo(() => withWords(things, asked), [things, asked]);
  const foundFriends = useMemo(() => withWords(friends, asked), [friends, asked]);
  const problem = text.unreadable(unreadable);
  const [found, all] = isFriends ? [foundFriends.length, friends.length] : [foundThings.length, things.length];
  return (
    <>
      {problem === null ? null : <p>{problem}</p>}
      <div className={styles['bar']}>
        <label className={styles['search']}>
          {text.search}
          <input
            type="search"
            value={question}
            onChange={(event) => {
              setQuestion(event.currentTarget.value);
            }}
          />
        </label>
        <fieldset className={styles['choice']}>
          <legend>{text.show}</legend>
          {[false, true].map((friendsToo) => (
            <label key={String(friendsToo)}>
              <input
                type="radio"
                name="stored-library"
                checked={isFriends === friendsToo}
                onChange={() => {
                  setFriends(friendsToo);
                }}
              />
              {friendsToo ? text.friends(friends.length) : text.things(things.length)}
            </label>
          ))}
        </fieldset>
      </div>
      <output className={styles['found']}>
        {all === 0
          ? isFriends
            ? text.noFriends
            : text.noThings
          : found === 0
            ? text.noneFound
            : text.found(found, all)}
      </output>
      {found === 0 ? null : isFriends ? (
        // Another list for another question: it begins at its top.
        <RowList
          key={`friends ${asked}`}
          label={text.friendsList}
          count={found}
          renderRow={(index) => <Friend friend={foundFriends[index]} />}
        />
      ) : (
        <RowList
          key={`things ${asked}`}
          label={text.thingsList}
          count={found}
          renderRow={(index) => <Thing thing={foundThings[index]} />}
        />
      )}
    </>
  );
}

function Thing({ thing }: { readonly thing: StoredThing | undefined }): ReactNode {
  if (thing === undefined) return null;
  const { title, creators, year, kind, stars, note, privateNote } = thing;
  const facts = [
    ...(creators.length === 0 ? [] : [creators.join(', ')]),
    ...(year === null ? [] : [String(year)]),
    ...(kind === '' ? [] : [kindName(kind)]),
    ...(stars === null ? [] : [text.rating(stars)]),
  ];
  return (
    <>
      <strong>{title}</strong>
      <div className={styles['facts']}>{facts.join(' · ')}</div>
      {note === null ? null : <div className={styles['note']}>{note}</div>}
      {privateNote === null ? null : <div className={styles['note']}>{text.privateNote(privateNote)}</div>}
    </>
  );
}

function Friend({ friend }: { readonly friend: StoredFriend | undefined }): ReactNode {
  if (friend === undefined) return null;
  const { name, likedTags, note } = friend;
  return (
    <>
      <strong>{name}</strong>
      {likedTags.length === 0 ? null : <div className={styles['facts']}>{text.likes(likedTags)}</div>}
      {note === null ? null : <div className={styles['note']}>{note}</div>}
    </>
  );
}

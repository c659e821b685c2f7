import { foldLetters } from '../../domain/fold-letters';
import { ownValue } from '../../domain/own-value';
import { fiveStars } from '../../domain/stars';
import type { LibraryCopies } from '../../domain/ports/library-copies';

/** A thing of a library of another version: what can be understood of it. */
export interface StoredThing {
  readonly title: string;
  readonly creators: readonly string[];
  readonly year: number | null;
  /** As stored; '' where it cannot be read. */
  readonly kind: string;
  /** On five stars. */
  readonly stars: number | null;
  readonly note: string | null;
  readonly privateNote: string | null;
  /** Its words, folded. */
  readonly folded: string;
}

export interface StoredFriend {
  readonly name: string;
  readonly likedTags: readonly string[];
  readonly note: string | null;
  readonly folded: string;
}

export interface StoredLibrary {
  /** By title. */
  readonly things: readonly StoredThing[];
  /** By name. */
  readonly friends: readonly StoredFriend[];
  /** Records of things and people that have no title or name to be shown by, or that the database could not read. */
  readonly unreadable: number;
}

export interface StoredLibraryPorts {
  readonly copies: Pick<LibraryCopies, 'open'>;
  readonly databaseName: string;
  /** "Film" for 'movie': what is shown can be searched for. */
  readonly kindName: (kind: string) => string;
}

/**
 * Reads the things and friends of a library whose version this one does not know, row by row, with whatever it
 * understands of each: fields that it does not know, or that are not as it knows them, are left out. Writes nothing.
 * Rejects with an AppError where the database cannot be read.
 */
export async function readStoredLibrary({
  copies,
  databaseName,
  kindName,
}: StoredLibraryPorts): Promise<StoredLibrary> {
  const source = await copies.open(databaseName);
  try {
    const things: StoredThing[] = [];
    const friends: StoredFriend[] = [];
    let unreadable = 0;
    const read = async (table: string, take: (row: object) => boolean): Promise<void> => {
      if (!source.tables.some(({ name }) => name === table)) return;
      let rows = 0;
      for await (const page of source.rows(table))
        for (const row of page) {
          rows += 1;
          if (!(row instanceof Object) || !take(row)) unreadable += 1;
        }
      unreadable += Math.max(0, (await source.count(table)) - rows);
    };
    await read('items', (row) => {
      // Known only because a friend loves or hates it.
      if (valueOf(row, 'inLibrary') === false) return true;
      const thing = thingOf(row, kindName);
      if (thing !== null) things.push(thing);
      return thing !== null;
    });
    await read('people', (row) => {
      if (valueOf(row, 'isOwner') === true) return true;
      const friend = friendOf(row);
      if (friend !== null) friends.push(friend);
      return friend !== null;
    });
    return { things: things.sort(byWords), friends: friends.sort(byWords), unreadable };
  } finally {
    source.close();
  }
}

/** Those that have every word of the question in them. */
export function withWords<Row extends { readonly folded: string }>(
  rows: readonly Row[],
  question: string,
): readonly Row[] {
  const words = foldLetters(question)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.length === 0 ? rows : rows.filter(({ folded }) => words.every((word) => folded.includes(word)));
}

function thingOf(row: object, kindName: (kind: string) => string): StoredThing | null {
  const title = textOf(row, 'title');
  if (title === null) return null;
  const creators = textsOf(row, 'creators');
  const [year, rating] = [numberOf(row, 'year'), numberOf(row, 'ownRating')];
  const kind = textOf(row, 'kind') ?? '';
  const [note, privateNote] = [textOf(row, 'note'), textOf(row, 'privateNote')];
  return {
    title,
    creators,
    year: Number.isInteger(year) ? year : null,
    kind,
    stars: rating !== null && rating >= 0 && rating <= 1 ? fiveStars(rating) : null,
    note,
    privateNote,
    folded: folded([title, ...creators, year, kind === '' ? null : kindName(kind), note, privateNote]),
  };
}

function friendOf(row: object): StoredFriend | null {
  const name = textOf(row, 'name');
  if (name === null) return null;
  const [likedTags, note] = [textsOf(row, 'likedTags'), textOf(row, 'note')];
  return { name, likedTags, note, folded: folded([name, ...likedTags, note]) };
}

/** By what is shown first: a title, a name. */
const byWords = (one: { readonly folded: string }, other: { readonly folded: string }): number =>
  one.folded < other.folded ? -1 : one.folded > other.folded ? 1 : 0;

const folded = (words: readonly (string | number | null)[]): string =>
  foldLetters(words.filter((word) => word !== null).join('\n'));

const valueOf = (row: object, name: string): unknown => ownValue(row as Readonly<Record<string, unknown>>, name);

function textOf(row: object, name: string): string | null {
  const value = valueOf(row, name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function textsOf(row: object, name: string): readonly string[] {
  const value = valueOf(row, name);
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string' && part.trim() !== '') : [];
}

function numberOf(row: object, name: string): number | null {
  const value = valueOf(row, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

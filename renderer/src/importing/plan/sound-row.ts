import type { ImportedRow } from '../../domain/imported-row';
import { cleanCell, PLAIN_LINE } from '../cells/cell-values';

/** Characters; the longest titles of books known to libraries have a few hundred. */
export const MAX_TITLE_LENGTH = 1_000;
const MAX_WORD_LENGTH = 200;
const MAX_ADDRESS_LENGTH = 2_000;
const MAX_NOTE_LENGTH = 1_000_000;
/** Makers, tags, shelves, ids, days of one thing. */
const MAX_WORDS = 500;
const YEARS = { min: -5_000, max: 2_200 };
/** Epoch milliseconds: 1000 to 2200. */
const TIMES = { min: Date.UTC(1000, 0), max: Date.UTC(2200, 11, 31) };
const MAX_COUNT = 1e12;
const MAX_POSITION = 100_000;

/**
 * What no title, name or note is written with: halves of characters, control characters but tab and line break, and the
 * marks that turn round the direction of all that follows (Unicode Bidirectional Algorithm, explicit formatting).
 * Joiners and the two plain direction marks belong to writing.
 */
const UNSOUND =
  /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu; // oxlint-disable-line no-control-regex -- these are meant

/** Most texts: ASCII alone, in lines. Looked at first, for speed. */
const PLAIN_TEXT = /^[\t\n\r\x20-\x7e]*$/;

/** Without what no text is written with. Line breaks stay. */
export function soundText(text: string): string {
  return PLAIN_TEXT.test(text) || text.search(UNSOUND) < 0 ? text : text.replace(UNSOUND, '');
}

/**
 * A row as its thing may be kept, whatever file it came from; or why it cannot be: an export written by a program, a
 * table and a friend's list file are held to the same. Values beyond what can be are blank, as an unreadable cell is.
 */
export function soundRow(row: ImportedRow): ImportedRow | string {
  const title = line(row.title);
  if (title === '') return 'no title';
  if (title.length > MAX_TITLE_LENGTH) return `a title of ${title.length.toLocaleString('en')} characters`;
  const kind = line(row.kind).slice(0, MAX_WORD_LENGTH).trim();
  const seriesName = row.series === null ? '' : line(row.series.name).slice(0, MAX_TITLE_LENGTH);
  return {
    ...row,
    title,
    kind: kind === '' ? 'other' : kind,
    originalTitle: shortLine(row.originalTitle, MAX_TITLE_LENGTH),
    creators: words(row.creators),
    tags: words(row.tags),
    shelves: words(row.shelves),
    year: within(row.year, YEARS),
    series:
      row.series === null || seriesName === ''
        ? null
        : {
            name: seriesName,
            position: within(row.series.position, { min: -MAX_POSITION, max: MAX_POSITION }),
          },
    crowd:
      row.crowd === null
        ? null
        : { rating: row.crowd.rating, count: within(row.crowd.count, { min: 0, max: MAX_COUNT }) },
    identifiers: identifiers(row.identifiers),
    url: row.url === null ? null : webAddress(row.url),
    finishedAt: within(row.finishedAt, TIMES),
    ...(row.finishedDates === undefined ? {} : { finishedDates: days(row.finishedDates) }),
    addedAt: within(row.addedAt, TIMES),
    ...(row.ratedAt === undefined ? {} : { ratedAt: within(row.ratedAt, TIMES) }),
    note: paragraphs(row.note),
    privateNote: paragraphs(row.privateNote),
  };
}

/** Text of several lines, cut where it is longer than any note. */
export function soundParagraphs(text: string): string {
  const sound = soundText(text);
  return sound.length <= MAX_NOTE_LENGTH ? sound : `${soundText(sound.slice(0, MAX_NOTE_LENGTH - 1))}…`;
}

const line = (text: string): string => (PLAIN_LINE.test(text) ? text : cleanCell(soundText(text)));

function shortLine(text: string | null, most: number): string | null {
  const sound = text === null ? '' : line(text);
  return sound === '' || sound.length > most ? null : sound;
}

function words(given: readonly string[]): readonly string[] {
  const sound = given.slice(0, MAX_WORDS).flatMap((word) => shortLine(word, MAX_WORD_LENGTH) ?? []);
  return sound.length === given.length && sound.every((word, place) => word === given[place]) ? given : sound;
}

function identifiers(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept = Object.entries(given)
    .slice(0, MAX_WORDS)
    .filter(([name, value]) => isWord(name) && isWord(value));
  return kept.length === Object.keys(given).length ? given : Object.fromEntries(kept);
}

const isWord = (text: string): boolean => text !== '' && text.length <= MAX_WORD_LENGTH && text === line(text);

function webAddress(text: string): string | null {
  const sound = line(text);
  return sound.length <= MAX_ADDRESS_LENGTH && /^https?:\/\//i.test(sound) ? sound : null;
}

/** The last of them. */
const days = (given: readonly number[]): readonly number[] =>
  given.filter((at) => within(at, TIMES) !== null).slice(-MAX_WORDS);

function paragraphs(text: string | null): string | null {
  if (text === null) return null;
  const sound = soundParagraphs(text);
  return sound.trim() === '' ? null : sound;
}

/** The number where it lies in the range, else null: 1e308, NaN and years of eleven digits lie in none. */
function within(value: number | null, { min, max }: { readonly min: number; readonly max: number }): number | null {
  return value !== null && value >= min && value <= max ? value : null;
}

import type { ItemStatus } from '../../domain/item-values';
import { statusOfWord, yesOrNo } from '../cells/status-words';
import { kindNamedIn } from './line-kinds';

/** What the name of a file says of its rows. It counts only where nothing in the file says it. */
export interface SaidByName {
  /** null: not said, or of several kinds. */
  readonly kind: string | null;
  readonly status: ItemStatus;
}

/** "to-read" and "tbr" are said of nothing but books. */
const BOOKS = /\b(?:to read|tbr|books?hel(?:f|ves)|read(?:ing)? (?:list|log)|kindle)\b/u;
/** Services of one kind of thing, as files are called for them. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:goodreads|librarything|story ?graph|babelio|lovelybooks|bookwyrm|livelib)\b/u, 'book'],
  [/\b(?:imdb|letterboxd|kinopoisk|filmweb|film ?affinity|csfd|allocin[eé]|moviepilot|rotten tomatoes)\b/u, 'movie'],
  [/\b(?:my ?anime ?list|anilist|kitsu)\b/u, 'anime'],
  [/\b(?:steam|backloggd|playnite|gog)\b/u, 'game'],
  [/\b(?:bgg|board ?game ?geek)\b/u, 'board game'],
  [/\b(?:discogs|rate ?your ?music)\b/u, 'album'],
];
const kindOfService = (words: string): string | null => SERVICES.find(([rule]) => rule.test(words))?.[1] ?? null;

/** Not what somebody does: "reading list", "Read me". */
const NO_STATUS = /\b(?:(?:reading|read) (?:list|log)|read ?me)\b/gu;

/** "books_to_read.txt": books, wanted. "Movies watched (1).csv": films, finished. */
export function saidByName(path: string): SaidByName {
  const words = (path.split('/').at(-1) ?? '')
    .replace(/\.\p{L}\w{0,4}$/u, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .replace(/(?<=\p{L}{4})listen?(?!\p{L})/gu, ' liste')
    .trim();
  // "x.csv" says nothing.
  const status = yesOrNo(words) === null ? statusOfWord(words.replaceAll(NO_STATUS, '')) : 'none';
  return {
    kind: kindNamedIn(words) ?? (BOOKS.test(words) ? 'book' : kindOfService(words)),
    // "Playing cards", "current": a name says little of what is under way.
    status: status === 'wanted' || status === 'finished' ? status : 'none',
  };
}

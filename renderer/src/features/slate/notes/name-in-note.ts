import { notesText } from '../../../text/notes';
import { tagName } from '../../../text/tag-names';

/** Kinds whose things are works with a title; a band, a place or a wine has a name, which nobody quotes. */
const WITH_TITLE = new Set(
  'book,comic,movie,series,episode,anime,game,board game,album,track,podcast,article'.split(','),
);
/** Kinds whose subtitles explain; those of films tell one part of a series from the other. */
const WITH_SUBTITLE = new Set(['book', 'article', 'podcast']);
/** Beyond this many characters such a title is said without its subtitle. */
const MAX_SPOKEN = 40;
const MIN_SPOKEN = 4;

/** Genres, which are written small within a sentence; other tags may be names. */
const GENRES = new Set(
  `action,adventure,animation,biography,childrens,classic,classics,comedy,comics,coming of age,cooking,crime,cyberpunk,
  detective,documentary,drama,dystopia,dystopian,economics,essays,fairy tales,family,fantasy,feminism,film noir,
  graphic novels,history,historical,historical fiction,horror,humor,humour,literary fiction,magical realism,memoir,
  memoirs,music,musical,mystery,mythology,nature,noir,non fiction,nonfiction,philosophy,plays,poetry,politics,
  psychology,romance,satire,sci fi,sci-fi,science,science fiction,short stories,space opera,sport,sports,steampunk,
  superhero,suspense,thriller,time travel,travel,true crime,urban fantasy,war,western,young adult`
    .split(',')
    .map((genre) => genre.trim()),
);

/** “Sapiens”: a title as one says it in a message, a name as it is. */
export function nameInNote(kind: string, title: string): string {
  const whole = title.replace(/\s+/gu, ' ').trim();
  const plain = (WITH_SUBTITLE.has(kind) ? withoutSubtitle(whole) : whole).replace(/^["“”](.*)["“”]$/u, '$1');
  return WITH_TITLE.has(kind) ? notesText.quoted(plain) : plain;
}

/** "Science Fiction" → "science fiction", but "Paris" stays. */
export function tagInNote(tag: string): string {
  const small = tag.trim().toLowerCase();
  return GENRES.has(small) ? small : tagName(tag);
}

function withoutSubtitle(title: string): string {
  if (title.length <= MAX_SPOKEN) return title;
  const [start = title] = title.split(/:\s|\s[([]/u, 1);
  return start.length < MIN_SPOKEN ? title : start;
}

import { readIdentifier } from './identifier-namespaces';

/** What an address of a well-known service says of the thing that its page is about. */
export interface LinkedThing {
  /** By keys of `IDENTIFIER_NAMESPACES`; empty where the address names no id. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** The title as the address spells it: without capitals and marks; null where it holds none. */
  readonly title: string | null;
  readonly year: number | null;
}

interface Page {
  /** With the groups `id` and `slug`, either may be missing. */
  readonly address: RegExp;
  /** Register of the id. */
  readonly register: string | null;
}

/** Hosts and paths as of 2026. */
const PAGES: readonly Page[] = [
  { address: /^(?:\w+\.)?imdb\.com\/(?:\w\w(?:-\w\w)?\/)?title\/(?<id>tt\d+)/iu, register: 'imdb' },
  { address: /^goodreads\.com\/(?:\w\w\/)?book\/show\/(?<id>\d+)(?:[.-](?<slug>[^/?#]+))?/iu, register: 'goodreads' },
  { address: /^goodreads\.com\/work\/\w+\/(?<id>\d+)/iu, register: 'goodreadsWork' },
  { address: /^letterboxd\.com\/film\/(?<slug>[^/?#]+)/iu, register: null },
  { address: /^themoviedb\.org\/(?:movie|tv)\/(?<id>\d+)(?:-(?<slug>[^/?#]+))?/iu, register: 'tmdb' },
  { address: /^myanimelist\.net\/(?:anime|manga)\/(?<id>\d+)(?:\/(?<slug>[^/?#]+))?/iu, register: 'mal' },
  { address: /^anilist\.co\/(?:anime|manga)\/(?<id>\d+)(?:\/(?<slug>[^/?#]+))?/iu, register: 'anilist' },
  { address: /^boardgamegeek\.com\/boardgame\/(?<id>\d+)(?:\/(?<slug>[^/?#]+))?/iu, register: 'bgg' },
  { address: /^store\.steampowered\.com\/app\/(?<id>\d+)(?:\/(?<slug>[^/?#]+))?/iu, register: 'steam' },
  { address: /^openlibrary\.org\/works\/(?<id>OL\d+W)(?:\/(?<slug>[^/?#]+))?/iu, register: 'openlibraryWork' },
  { address: /^openlibrary\.org\/books\/(?<id>OL\d+M)(?:\/(?<slug>[^/?#]+))?/iu, register: 'openlibrary' },
  { address: /^musicbrainz\.org\/release-group\/(?<id>[\da-f-]{36})/iu, register: 'musicbrainz' },
  { address: /^(?:\w+\.)?wikipedia\.org\/wiki\/(?<slug>[^/?#]+)/iu, register: null },
];
/** "Stalker_(1979_film)", "dune-2021": a year and what tells pages of one title apart. */
const APART = /\s*\((?:(\d{4})\s*)?[^()]*\)$/u;
const FINAL_YEAR = /\s((?:19|20)\d{2})$/u;

/** Reads ids and titles out of an address; for one that it does not know, nothing. Nothing is fetched. */
export function identifiersInLink(url: string): LinkedThing {
  const address = url.replace(/^https?:\/\/(?:www\.|m\.)?/iu, '');
  for (const { address: rule, register } of PAGES) {
    const groups = rule.exec(address)?.groups;
    if (groups === undefined) continue;
    const { id, slug } = groups;
    const reading = id === undefined || register === null ? null : readIdentifier(register, id);
    return {
      identifiers: reading === null || !('value' in reading) || register === null ? {} : { [register]: reading.value },
      ...titleOf(slug),
    };
  }
  return { identifiers: {}, title: null, year: null };
}

function titleOf(slug: string | undefined): Pick<LinkedThing, 'title' | 'year'> {
  const words = decoded(slug ?? '')
    .replaceAll(/[-_+]+/gu, ' ')
    .trim();
  if (!/\p{L}/u.test(words)) return { title: words === '' ? null : words, year: null };
  const year = APART.exec(words)?.[1] ?? FINAL_YEAR.exec(words)?.[1];
  const title = words.replace(APART, '').replace(FINAL_YEAR, '').trim();
  return { title: title === '' ? words : title, year: year === undefined ? null : Number(year) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

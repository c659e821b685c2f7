/** Hosts and paths as of 2026; of one service, what only some of its pages are comes first. */
const KINDS_OF_LINKS: readonly (readonly [RegExp, string])[] = [
  [/google\.[a-z.]+\/maps|maps\.(?:apple|google)|goo\.gl\/maps/u, 'place'],
  [/themoviedb\.org\/tv|criticker\.com\/tv|thetvdb\.com|tvtime\.com|serializd\.com|kinopoisk\.ru\/series/u, 'series'],
  [
    /imdb\.com\/title|letterboxd\.com|boxd\.it|movie\.douban\.com|themoviedb\.org|filmaffinity\.com|kinopoisk\.ru|criticker\.com|filmweb\.pl|csfd\.(?:cz|sk)|allocine\.fr|senscritique\.com\/film|mymovies\.it|filmtv\.it|moviemeter\.nl|rottentomatoes\.com/u,
    'movie',
  ],
  [/goodreads\.com|book\.douban\.com|librarything\.com|openlibrary\.org|thestorygraph\.com|babelio\.com/u, 'book'],
  [/music\.douban\.com|rateyourmusic\.com|discogs\.com|musicbrainz\.org\/release/u, 'album'],
  [/myanimelist\.net\/manga|anilist\.co\/manga|mangaupdates\.com/u, 'manga'],
  [/myanimelist\.net|anilist\.co|anidb\.net|shikimori\.|kitsu\.(?:io|app)\/anime/u, 'anime'],
  [/boardgamegeek\.com/u, 'board game'],
  [
    /last\.fm\/music\/[^/]+\/_\/|(?:music|open)\.(?:youtube|spotify)\.com\/(?:watch|track)|deezer\.com\/(?:\w\w\/)?track/u,
    'track',
  ],
  [/steampowered\.com|steamdb\.info|igdb\.com|backloggd\.com|grouvee\.com|howlongtobeat\.com|gog\.com\/game/u, 'game'],
];

/** The kind of a thing of which a service has such a page; null for any other page. */
export const kindOfLink = (link: string): string | null =>
  link === '' ? null : (KINDS_OF_LINKS.find(([pattern]) => pattern.test(link.toLowerCase()))?.[1] ?? null);

/** Kinds that services have side by side, by the one that a table of both is called for. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['series', 'movie'],
  ['manga', 'anime'],
]);

/** What a page says beyond what its table is said to be of: a series among films, a manga among anime. */
export function kindBeside(link: string, usual: string): string | null {
  const kind = kindOfLink(link);
  return kind !== null && BESIDE.get(kind) === usual ? kind : null;
}

/** The kind of which most pages of a column are; null where they are of several, or of no known service. */
export function kindOfLinks(links: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const link of links) {
    const kind = kindOfLink(link);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const withBeside = ([kind, count]: readonly [string, number]): number =>
    count + [...BESIDE].reduce((sum, [other, usual]) => sum + (usual === kind ? (counts.get(other) ?? 0) : 0), 0);
  const [most] = [...counts].sort((left, right) => withBeside(right) - withBeside(left));
  return most !== undefined && withBeside(most) > links.length / 2 ? most[0] : null;
}

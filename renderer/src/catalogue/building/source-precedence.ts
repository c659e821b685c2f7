/**
 * Whom to believe. For each fact the first source that states it counts; sources that are not named come after those
 * that are, by name. One list, and for some facts a list of who comes first and who last.
 */
const ORDER: readonly string[] = [
  // Dumps and sets that carry IMDb's own facts.
  'imdb',
  'movietweetings',
  'timdb',
  'wikipedia-films',
  'bechdel-538',
  'oscars',
  'goodbooks-10k',
  'goodbooks',
  'openlibrary',
  'anime',
  'wines',
  'recipes',
  'musicbrainz',
  'libretro-games',
  'steam-free-2026',
  'anticheat-games',
];

export type SourcedFact = 'title' | 'kind' | 'year' | 'creators' | 'cast' | 'length' | 'crowd';

/** First, and last of all: where a source states something else than the fact, or a part of it. */
const EXCEPTIONS: Partial<Readonly<Record<SourcedFact, { first?: readonly string[]; last?: readonly string[] }>>> = {
  // A nomination is dated by eligibility; a shop by its own opening of sales; a streaming service by upload.
  year: { last: ['oscars', 'steam-free-2026', 'steam-best-2024', 'streaming-prime-2021', 'nyt-bestsellers'] },
  // Only those who were nominated.
  creators: { last: ['oscars', 'streaming-prime-2021'] },
  cast: { first: ['wikipedia-films'], last: ['oscars', 'imdb5000'] },
  // The set holds a sample of the ratings whose number and mean the other file states.
  crowd: { first: ['imdb', 'goodbooks-10k'] },
};

function orderFor(fact: SourcedFact | null): ReadonlyMap<string, number> {
  const { first = [], last = [] } = (fact === null ? undefined : EXCEPTIONS[fact]) ?? {};
  const middle = ORDER.filter((name) => !first.includes(name) && !last.includes(name));
  const ranks = new Map([...first, ...middle].map((name, rank) => [name, rank] as const));
  for (const [place, name] of last.entries()) ranks.set(name, Number.MAX_SAFE_INTEGER - last.length + place);
  return ranks;
}

const FACTS = [
  'title',
  'kind',
  'year',
  'creators',
  'cast',
  'length',
  'crowd',
] as const satisfies readonly SourcedFact[];
const RANKS = new Map(FACTS.map((fact) => [fact, orderFor(fact)] as const));
const PLAIN_RANKS = orderFor(null);
const UNNAMED = ORDER.length + 1;

/** Orders names of sources for a fact; null for anything else. */
export function compareSources(left: string, right: string, fact: SourcedFact | null = null): number {
  const ranks = (fact === null ? undefined : RANKS.get(fact)) ?? PLAIN_RANKS;
  const difference = (ranks.get(left) ?? UNNAMED) - (ranks.get(right) ?? UNNAMED);
  if (difference !== 0) return difference;
  return left === right ? 0 : left < right ? -1 : 1;
}

import type { CatalogueCandidate, CatalogueDescription, CatalogueMatch } from '../../domain/catalogue';
import { lacks, withoutFilled } from '../../domain/enrichment';
import type { Item } from '../../domain/item';

/** What the catalogue has: a thing of unknown kind is looked up as each of them. */
export const CATALOGUE_KINDS = [
  'movie',
  'series',
  'anime',
  'book',
  'game',
  'board game',
  'album',
  'recipe',
  'wine',
] as const;

/**
 * What the catalogue is asked about an item: one description, or one per kind where the kind is not known. What it once
 * filled in is left out: its own facts must not prove a guess of its own.
 */
export function descriptionsOf(item: Item): readonly CatalogueDescription[] {
  const own = withoutFilled(item);
  const { title, originalTitle, creators, year, series, identifiers, length } = own;
  const facts = { title, originalTitle, creators, year, series, identifiers };
  // A length counts pages or minutes; without the kind nobody knows which.
  return lacks(own, 'kind')
    ? CATALOGUE_KINDS.map((kind) => ({ ...facts, kind }))
    : [{ ...facts, kind: own.kind, length }];
}

/** One match of those that the descriptions of one item got. Where several kinds have such a thing, it is doubtful. */
export function matchOf(matches: readonly CatalogueMatch[]): CatalogueMatch {
  const [only] = matches;
  if (matches.length === 1 && only !== undefined) return only;
  const found = distinct(
    matches.flatMap((match): readonly CatalogueCandidate[] => {
      if (match.verdict === 'same') return [match];
      return match.verdict === 'doubtful' ? match.candidates : [];
    }),
  );
  if (found.length === 0)
    return { verdict: 'none', authorKnown: matches.some((match) => match.verdict === 'none' && match.authorKnown) };
  const same = matches.find((match) => match.verdict === 'same');
  if (found.length === 1 && same !== undefined) return same;
  return { verdict: 'doubtful', candidates: found.map(({ index, entry, evidence }) => ({ index, entry, evidence })) };
}

/** The same entry may answer to several kinds. */
const distinct = (candidates: readonly CatalogueCandidate[]): readonly CatalogueCandidate[] =>
  [...new Map(candidates.toReversed().map((candidate) => [candidate.index, candidate])).values()].toReversed();

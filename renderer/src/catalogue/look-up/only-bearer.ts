import type { CatalogueDescription } from '../../domain/catalogue';
import { comparePrepared } from '../../identity/compare-things';
import { foldWords } from '../../identity/fold-text';
import type { PreparedThing, Preparer } from '../../identity/prepared-thing';
import { shareOf } from '../format/columns';
import type { LookUpCandidate } from './candidates';

/**
 * Of two bearers of a title, one is meant where the other stands this many times further from the top of its kind. Of
 * 105 films of five exports with several bearers so far apart, one was the less known.
 */
const TIMES_LESS_KNOWN = 5;
/** Of the best known it cannot be said which is better known: nearer to the top than this, all stand alike. */
const TOP = 0.002;
/** The best known of a kind are meant under a title without its article too ("Matrix"). Popularity 0..1. */
const WELL_KNOWN = 0.95;
/** Where nobody has rated a film that is older, a newer one of its name is meant more often than not (9 of 16). */
const OLDEST_UNRATED_FILM = 1960;

/**
 * The thing that a title means of which nothing else is known: the only one of its kind that bears it, or the one that
 * is far better known than the others; null where there is none. Of 1,326 films of IMDb exports found so without
 * their year, 17 were others: the catalogue lacked the one that was meant.
 */
export function onlyBearer(
  { title, knownBy = null }: CatalogueDescription,
  thing: PreparedThing,
  candidates: readonly LookUpCandidate[],
  prepare: Preparer,
): LookUpCandidate | null {
  if (thing.isGeneric) return null;
  const bearers = candidates
    .map((candidate) => ({ candidate, prepared: prepare(candidate), standing: standingOf(candidate) }))
    .filter(
      ({ candidate, prepared }) =>
        prepared.kind === thing.kind &&
        sharesTitle(prepared, thing) &&
        !isForgotten(candidate, prepared) &&
        (knownBy === null || candidate.year === null || candidate.year <= knownBy),
    )
    .sort((left, right) => left.standing - right.standing);
  const [first, ...others] = bearers;
  if (first === undefined) return null;
  // Two files may hold one thing.
  const rival = others.find(
    ({ prepared }) => comparePrepared(first.prepared, prepared, 'two-sources').verdict !== 'same',
  );
  // Wines are named after what they are of: the best known Chardonnay is not meant by "Chardonnay".
  const isNamedAfterItsSort = thing.rule.year === 'vintage';
  if (rival !== undefined && (isNamedAfterItsSort || rival.standing < TIMES_LESS_KNOWN * Math.max(first.standing, TOP)))
    return null;
  const written = foldWords(title);
  const isWritten = ({ candidate }: (typeof bearers)[number]): boolean =>
    [candidate.title, candidate.originalTitle ?? ''].some((text) => foldWords(text) === written);
  if (isWritten(first)) return first.candidate;
  return first.standing <= 1 - WELL_KNOWN && !others.some(isWritten) ? first.candidate : null;
}

/** How far from the top of its kind, 0 (the best known) to 1. */
const standingOf = ({ part, entry }: LookUpCandidate): number => 1 - (shareOf(part.popularities[entry] ?? 0) ?? 0);

const isForgotten = ({ part, entry, year }: LookUpCandidate, { rule }: PreparedThing): boolean =>
  rule.year === 'release' && year !== null && year < OLDEST_UNRATED_FILM && part.entry(entry).crowd === null;

const sharesTitle = (left: PreparedThing, right: PreparedThing): boolean =>
  left.titleKeys.some((key) => right.titleKeys.includes(key));

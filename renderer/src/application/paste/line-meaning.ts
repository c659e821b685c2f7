import {
  RECOGNISED_BY,
  type CatalogueCandidate,
  type CatalogueEntry,
  type CatalogueIndex,
  type RecognisedBy,
} from '../../domain/catalogue';
import type { IdentityEvidence } from '../../domain/identity-evidence';
import { foldTitle } from '../../identity/fold-title';
import { kindRuleOf } from '../../identity/kind-rules';
import type { LineReading } from '../../importing/pasted/line-readings';
import type { ReadingMatch } from './reading-match';

/** Candidates named for one line: more than anybody compares. */
const MAX_CANDIDATES = 6;

export interface LineCandidate extends CatalogueCandidate {
  /** The reading under which it was found. */
  readonly reading: LineReading;
}

/** What the catalogue takes a line for. */
export type LineMeaning =
  | {
      readonly verdict: 'same';
      readonly reading: LineReading;
      readonly entry: CatalogueEntry;
      readonly by: RecognisedBy;
    }
  | { readonly verdict: 'doubtful'; readonly candidates: readonly LineCandidate[] }
  | { readonly verdict: 'none' };

/**
 * The reading that the catalogue recognises by the strongest evidence says what a line means. Two things recognised
 * equally well are a doubt, never a choice; so is another bearer of a title of which nothing else is known.
 * @param kind what the list says that it is; others may be meant only where nothing of that kind may be, and by more
 * than their title. null: not said
 */
export function meaningOf(all: readonly ReadingMatch[], kind: string | null): LineMeaning {
  const isCertain = ({ reading, match }: ReadingMatch): boolean =>
    reading.isGuess !== true || (match.verdict === 'same' && match.by === 'id');
  const meaning = meaningOfSome(all.filter(isCertain), kind);
  return meaning.verdict === 'none'
    ? guessOf(
        all.filter((one) => !isCertain(one)),
        kind,
      )
    : meaning;
}

/** What guesses find is offered, never taken. */
function guessOf(guesses: readonly ReadingMatch[], kind: string | null): LineMeaning {
  return meaningOfSome(
    guesses.map(({ reading, match }) => ({
      reading,
      match: match.verdict === 'same' ? { verdict: 'doubtful', candidates: [match] } : match,
    })),
    kind,
  );
}

function meaningOfSome(all: readonly ReadingMatch[], kind: string | null): LineMeaning {
  const ofKind = kind === null ? [] : all.flatMap((one) => matchOfKind(one, kind));
  const asked = ofKind.length === 0 ? all : ofKind;
  const same = asked.flatMap(({ reading, match }) => (match.verdict === 'same' ? [{ reading, match }] : []));
  const strongest = Math.min(...same.map(({ match }) => RECOGNISED_BY.indexOf(match.by)));
  const best = same.filter(({ match }) => RECOGNISED_BY.indexOf(match.by) === strongest);
  const [first] = best;
  const isOnly = first !== undefined && best.every(({ match }) => match.index === first.match.index);
  const isOther = kind !== null && ofKind.length === 0;
  if (isOnly && !(first.match.by === 'title' && (isOther || hasNamesake(asked, first.match.index))))
    return { verdict: 'same', reading: first.reading, entry: first.match.entry, by: first.match.by };
  const candidates = [
    ...best.map(({ reading, match: { index, entry, evidence } }) => ({ reading, index, entry, evidence })),
    ...asked.flatMap(({ reading, match }) =>
      match.verdict === 'doubtful' ? match.candidates.map((candidate) => ({ ...candidate, reading })) : [],
    ),
  ];
  // The same thing may be found by several readings: the one that says most of it stands for it.
  const readings = all.map(({ reading }) => reading);
  const possible = candidates.filter((candidate) => !isContradicted(candidate, readings));
  const closest = possible.toSorted((left, right) => distanceOf(left.evidence) - distanceOf(right.evidence));
  const distinct = closest.filter(({ index }, place) => closest.findIndex((other) => other.index === index) === place);
  return distinct.length === 0
    ? { verdict: 'none' }
    : { verdict: 'doubtful', candidates: distinct.slice(0, MAX_CANDIDATES) };
}

/**
 * True: the candidate fits only as long as what the line says of year or maker is taken for a part of the title. What
 * does not contradict it was found by the reading that takes it for what it is.
 */
function isContradicted({ reading, entry, evidence }: LineCandidate, readings: readonly LineReading[]): boolean {
  if (!evidence.includes('subtitle-on-one-side')) return false;
  const keys = [entry.title, ...entry.aliases].map((title) => foldTitle(title).key);
  return readings.some(
    ({ title, creators, year }) =>
      keys.includes(foldTitle(title).key) &&
      ((creators.length > 0 && reading.creators.length === 0 && entry.creators.length > 0) ||
        (year !== null && reading.year === null && entry.year !== null && kindRuleOf(entry.kind).year === 'release')),
  );
}

/** Things that bear the whole title, and whose maker is named, come before others. */
const distanceOf = (evidence: readonly IdentityEvidence[]): number =>
  (evidence.includes('same-title') ? 0 : 2) + (evidence.includes('maker-unknown') ? 1 : 0);

function matchOfKind({ reading, match }: ReadingMatch, kind: string): readonly ReadingMatch[] {
  if (match.verdict === 'same') return match.entry.kind === kind ? [{ reading, match }] : [];
  if (match.verdict !== 'doubtful') return [];
  const candidates = match.candidates.filter(({ entry }) => entry.kind === kind);
  return candidates.length === 0 ? [] : [{ reading, match: { ...match, candidates } }];
}

/** True: another thing, of that kind or another, may be meant by the title alone, too. */
const hasNamesake = (asked: readonly ReadingMatch[], found: CatalogueIndex): boolean =>
  asked.some(
    ({ match }) =>
      match.verdict === 'doubtful' &&
      match.candidates.some(({ index, evidence }) => index !== found && evidence.includes('same-title')),
  );

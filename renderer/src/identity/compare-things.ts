import type { IdentityEvidence } from '../domain/identity-evidence';
import { relateTitles, type TitleRelation } from './fold-title';
import { type PreparedThing, prepareThing } from './prepared-thing';
import type { Thing } from './same-facts';
import { relateMakers, type MakerRelation } from './relate-makers';

/**
 * Where the two descriptions come from. Inside one source a field means the same in every row, so a difference counts;
 * between two sources a film's year may be off by one and a book's may be a reprint's.
 */
export type ComparisonScope = 'one-source' | 'two-sources';

export interface IdentityVerdict {
  readonly verdict: 'same' | 'different' | 'doubtful';
  /** What decided, the strongest first. */
  readonly evidence: readonly IdentityEvidence[];
  /** For choosing among several that are the same; higher is closer. 0 unless `verdict` is 'same'. */
  readonly strength: number;
}

/** From here on two years are "decades apart": an author may have used a title again. */
const DECADES = 20;
/** A title of this many words before its subtitle is hardly the name of a series. */
const MIN_BASE_WORDS = 3;

const STRENGTH = {
  facts: 1000,
  serviceId: 500,
  printedId: 400,
  equalTitle: 8,
  /** "Circle" is closer to "Circle" than to "The Circle". */
  sameArticle: 1,
  sameKind: 7,
  maker: 6,
  someMaker: 3,
  sameYear: 4,
  adjacentYear: 2,
};

const same = (strength: number, ...evidence: readonly IdentityEvidence[]): IdentityVerdict => ({
  verdict: 'same',
  evidence,
  strength,
});
const different = (...evidence: readonly IdentityEvidence[]): IdentityVerdict => ({
  verdict: 'different',
  evidence,
  strength: 0,
});
const doubtful = (...evidence: readonly IdentityEvidence[]): IdentityVerdict => ({
  verdict: 'doubtful',
  evidence,
  strength: 0,
});

/** All facts of the two are equal. */
export const SAME_FACTS = same(STRENGTH.facts, 'same-facts');

/** Are these two descriptions of one thing? Symmetric in its two arguments. */
export const compareThings = (left: Thing, right: Thing, scope: ComparisonScope): IdentityVerdict =>
  comparePrepared(prepareThing(left), prepareThing(right), scope);

export function comparePrepared(left: PreparedThing, right: PreparedThing, scope: ComparisonScope): IdentityVerdict {
  if (left.hasSameFacts(right)) return SAME_FACTS;
  if (left.rule.family !== right.rule.family) return different('other-kind');
  const ids = compareIdentifiers(left, right);
  if (ids.exclude) return ids.shareService ? doubtful('same-id', 'other-id') : different('other-id');
  const pair: Pair = {
    left,
    right,
    // Two ids of one service are two entries, which it describes in the same way.
    scope: ids.differInEdition ? 'one-source' : scope,
    title: relateTitles(left.titles, right.titles),
    makers: relateMakers(left.makers, right.makers),
    gap: left.year === null || right.year === null ? null : Math.abs(left.year - right.year),
  };
  const contradicted = pair.title === 'unlike' && pair.makers === 'different';
  if (ids.shareService && !(contradicted && scope === 'one-source')) return same(STRENGTH.serviceId, 'same-id');
  const otherVolume = volumesDiffer(left, right);
  if (ids.sharePrinted) {
    if (otherVolume) return different('other-volume', 'same-id');
    if (pair.title !== 'unlike') return same(STRENGTH.printedId, 'same-id', 'same-title');
    if (contradicted && scope === 'two-sources') return doubtful('same-id', 'other-title', 'other-maker');
    // Two titles in one file under one number: volumes of a set, or a number typed twice.
    if (!contradicted)
      return scope === 'one-source' ? doubtful('same-id', 'other-title') : same(STRENGTH.printedId, 'same-id');
  }
  if (otherVolume) return different('other-volume');
  if (pair.title === 'unlike') {
    if (isTranslation(pair)) return same(strengthOf(pair), 'same-maker', 'same-year', 'same-length', 'other-title');
    return ids.shareService || ids.sharePrinted
      ? different('contradicted-id', 'other-title')
      : different('other-title');
  }
  if (pair.makers === 'different') return different('other-maker');
  if (left.kind !== right.kind) return acrossKinds(pair);
  return left.rule.decidedBy === 'year' ? byTitleAndYear(pair) : byTitleAndMaker(pair);
}

interface Pair {
  readonly left: PreparedThing;
  readonly right: PreparedThing;
  readonly scope: ComparisonScope;
  readonly title: TitleRelation;
  readonly makers: MakerRelation;
  /** Years between the two; null where one is not known. */
  readonly gap: number | null;
}

interface IdentifierRelation {
  /** They share an id of a service's own database. */
  readonly shareService: boolean;
  /** They share a number that is printed on the thing. */
  readonly sharePrinted: boolean;
  /** They have different ids of works in one register. */
  readonly exclude: boolean;
  /** They have different numbers of editions in one service. */
  readonly differInEdition: boolean;
}

const NO_IDENTIFIERS: IdentifierRelation = {
  shareService: false,
  sharePrinted: false,
  exclude: false,
  differInEdition: false,
};

function compareIdentifiers(left: PreparedThing, right: PreparedThing): IdentifierRelation {
  if (left.identifiers.length === 0 || right.identifiers.length === 0) return NO_IDENTIFIERS;
  let [shareService, sharePrinted, exclude, differInEdition] = [false, false, false, false];
  for (const one of left.identifiers)
    for (const other of right.identifiers) {
      if (one.register !== other.register) continue;
      if (one.value === other.value) {
        if (one.printed) sharePrinted = true;
        else shareService = true;
      } else if (one.names === 'work') exclude = true;
      else if (!one.printed) differInEdition = true;
    }
  return { shareService, sharePrinted, exclude, differInEdition };
}

/** Places in the same series, or the volumes that the titles name. */
function volumesDiffer(left: PreparedThing, right: PreparedThing): boolean {
  const [one, other] = [left.series, right.series];
  if (one?.position != null && other?.position != null && one.position !== other.position)
    return one.key === other.key || one.key.includes(other.key) || other.key.includes(one.key);
  return left.titles.some(({ volume }) =>
    right.titles.some((title) => volume !== null && title.volume !== null && volume !== title.volume),
  );
}

/**
 * A feature film under two titles that share few words: the same director, year and length to the minute. Of 6,259
 * films of all lengths four groups agreed in these three, none of 75 minutes or more.
 */
function isTranslation({ left, right, scope, makers, gap }: Pair): boolean {
  if (scope === 'one-source' || makers !== 'same' || gap !== 0 || left.kind !== right.kind) return false;
  if (left.length === null || left.length !== right.length || left.length < left.rule.minTellingLength) return false;
  return !left.titles.some(({ words }) =>
    right.titles.some((title) => {
      const shared = title.words.filter((word) => words.includes(word)).length;
      return shared * 2 >= Math.min(words.length, title.words.length);
    }),
  );
}

/** False where both lengths are known and the longer exceeds the shorter by more than a fifth. */
function lengthsAgree({ left, right }: Pair): boolean {
  if (left.length === null || right.length === null) return true;
  return Math.max(left.length, right.length) <= 1.2 * Math.min(left.length, right.length);
}

const isGeneric = ({ left, right }: Pair): boolean => left.isGeneric || right.isGeneric;
const isBare = ({ makers, year }: PreparedThing): boolean => makers.length === 0 && year === null;
/** Nothing but titles, and those alike to the last mark: "K-On!" and "K-On!!" are two seasons. */
const areBareAndAlike = ({ left, right }: Pair): boolean =>
  isBare(left) &&
  isBare(right) &&
  left.titles.some(({ written }) => right.titles.some((title) => title.written === written));

/** Titles that are equal with or without an article, and both have one or neither. */
const articlesAgree = ({ left, right }: Pair): boolean =>
  left.titles.some(({ key, hasArticle }) =>
    right.titles.some((title) => title.key === key && title.hasArticle === hasArticle),
  );

function strengthOf(pair: Pair): number {
  const { left, right, title, makers, gap } = pair;
  return (
    (left.kind === right.kind ? STRENGTH.sameKind : 0) +
    (title === 'equal' ? STRENGTH.equalTitle + (articlesAgree(pair) ? STRENGTH.sameArticle : 0) : 0) +
    (makers === 'same' ? STRENGTH.maker : makers === 'partly' ? STRENGTH.someMaker : 0) +
    (gap === 0 ? STRENGTH.sameYear : gap === 1 ? STRENGTH.adjacentYear : 0)
  );
}

const MAKER_EVIDENCE: Readonly<Record<MakerRelation, IdentityEvidence>> = {
  same: 'same-maker',
  partly: 'shared-maker',
  unknown: 'maker-unknown',
  different: 'other-maker',
};
const yearEvidence = ({ gap }: Pair): IdentityEvidence =>
  gap === null
    ? 'year-unknown'
    : gap === 0
      ? 'same-year'
      : gap === 1
        ? 'adjacent-year'
        : gap >= DECADES
          ? 'years-decades-apart'
          : 'other-year';
const titleEvidence = ({ title }: Pair): IdentityEvidence => (title === 'base' ? 'subtitle-on-one-side' : 'same-title');

const sameBy = (pair: Pair): IdentityVerdict =>
  same(strengthOf(pair), titleEvidence(pair), MAKER_EVIDENCE[pair.makers], yearEvidence(pair));
const doubtfulBy = (pair: Pair, ...why: readonly IdentityEvidence[]): IdentityVerdict =>
  doubtful(...new Set([...why, titleEvidence(pair), MAKER_EVIDENCE[pair.makers], yearEvidence(pair)]));

/**
 * One source calls a mini-series a film, or a comic a book. A film without makers comes from a source that has no kinds
 * (Letterboxd); that of one with other makers, or where only it has some, is to be trusted.
 */
function acrossKinds(pair: Pair): IdentityVerdict {
  const { left, right, scope, makers, gap } = pair;
  if (scope === 'one-source' || (gap !== null && gap > 1)) return different('other-kind', yearEvidence(pair));
  const film = left.kind === 'movie' ? left : right.kind === 'movie' ? right : null;
  if (film !== null && (film.makers.length === 0 || makers === 'same') && gap === 0 && articlesAgree(pair))
    return isGeneric(pair) ? doubtfulBy(pair, 'generic-title') : sameBy(pair);
  return doubtfulBy(pair, 'other-kind');
}

/** Films, series: title and year; makers only where the year is not known. */
function byTitleAndYear(pair: Pair): IdentityVerdict {
  const { left, scope, title, gap } = pair;
  const knowsMakers = pair.makers !== 'unknown';
  if (gap === null) {
    if (isGeneric(pair)) return doubtfulBy(pair, 'generic-title');
    if (knowsMakers ? title === 'equal' : areBareAndAlike(pair)) return sameBy(pair);
    return knowsMakers ? doubtfulBy(pair) : doubtfulBy(pair, 'bare-title');
  }
  if (gap > 0 && (scope === 'one-source' || gap > left.rule.yearTolerance))
    return different(gap === 1 ? 'adjacent-year' : 'other-year');
  if (isGeneric(pair) && !knowsMakers) return doubtfulBy(pair, 'generic-title');
  // A subtitle in one source only ("Rogue One") needs a maker beside the year; lengths that differ rule out a short
  // film made to go with it.
  return title === 'equal' || (gap === 0 && knowsMakers && lengthsAgree(pair)) ? sameBy(pair) : doubtfulBy(pair);
}

/** Everything else: title and maker; the year only where no maker is known, and as the kind takes it. */
function byTitleAndMaker(pair: Pair): IdentityVerdict {
  const { left, right, gap } = pair;
  const oneOfMany = left.rule.year === 'vintage' || (left.rule.selfTitled && (left.isSelfTitled || right.isSelfTitled));
  if (oneOfMany && gap !== 0) {
    const why: IdentityEvidence = left.rule.year === 'vintage' ? 'other-year' : 'self-titled';
    if (gap !== null) return different(...new Set([why, yearEvidence(pair)]));
    if (left.year !== right.year) return doubtfulBy(pair, ...(why === 'self-titled' ? [why] : []));
  }
  switch (pair.makers) {
    case 'different':
      return different('other-maker');
    case 'unknown':
      return withoutMaker(pair);
    case 'partly':
      // The comic of a novel names the novelist too, after its own authors.
      if (gap === null) return doubtfulBy(pair);
      if (gap > 0) return different('shared-maker', yearEvidence(pair));
      return isGeneric(pair) || pair.title === 'base' ? doubtfulBy(pair) : sameBy(pair);
    case 'same':
      return pair.title === 'base' ? withSubtitle(pair) : withMaker(pair);
  }
}

function withoutMaker(pair: Pair): IdentityVerdict {
  const { left, scope, title, gap } = pair;
  if (gap === null) return areBareAndAlike(pair) && !isGeneric(pair) ? sameBy(pair) : doubtfulBy(pair, 'bare-title');
  if (gap === 0) {
    if (isGeneric(pair)) return doubtfulBy(pair, 'generic-title');
    return title === 'equal' ? sameBy(pair) : doubtfulBy(pair);
  }
  return gap === 1 && left.rule.year === 'edition' && scope === 'two-sources'
    ? doubtfulBy(pair)
    : different(yearEvidence(pair), 'maker-unknown');
}

function withMaker(pair: Pair): IdentityVerdict {
  const { left, scope, gap } = pair;
  if (gap === 0) return sameBy(pair);
  // Two collections by one maker may well bear the same title.
  if (isGeneric(pair)) return doubtfulBy(pair, 'generic-title');
  if (gap === null) return sameBy(pair);
  if (left.rule.year === 'edition')
    return gap >= DECADES && scope === 'one-source' ? doubtfulBy(pair, 'years-decades-apart') : sameBy(pair);
  return gap === 1 ? sameBy(pair) : doubtfulBy(pair, yearEvidence(pair));
}

/** "Mistborn" may be "Mistborn: The Final Empire", or the series. */
function withSubtitle(pair: Pair): IdentityVerdict {
  const { left, right, scope, gap } = pair;
  const namesSeries = [left, right].some(({ titles }) =>
    titles.some(({ key }) => key === left.series?.key || key === right.series?.key),
  );
  if (isGeneric(pair) || namesSeries) return doubtfulBy(pair, ...(namesSeries ? [] : ['generic-title' as const]));
  if (gap === 0) return sameBy(pair);
  if (scope === 'one-source')
    return gap === null ? doubtfulBy(pair) : different('subtitle-on-one-side', yearEvidence(pair));
  const words = Math.min(...[...left.titles, ...right.titles].map(({ baseWordCount }) => baseWordCount));
  return gap === null && words >= MIN_BASE_WORDS ? sameBy(pair) : doubtfulBy(pair);
}

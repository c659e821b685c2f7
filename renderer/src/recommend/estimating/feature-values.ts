import { rowAt, rowsAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import { isLiked } from '../../domain/taste-scale';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { Head, Scoring } from '../model/model-manifest';
import { zScore } from '../math/standardise';
import type { HeadScores } from '../scoring/channel-values';
import { likedWeight } from '../scoring/content-similarity';
import { cooccurrence } from '../scoring/cooccurrence';
import { neighbourhood, residualsOf } from '../scoring/neighbourhood';
import { TermLikeness } from '../scoring/term-likeness';
import { byFeature } from './features';
import type { FeatureName, FeatureValues } from './features';
import { fameOf, TYPICAL_RATING } from './library-statistics';
import type { GroupStatistics } from './library-statistics';
import type { MakerMeans } from './maker-means';
import { tagLikeness } from './tag-taste';

/** What the features of some things for one person are computed from. */
export interface FeatureQuestion {
  /** Oldest first. */
  readonly history: readonly WindowEvent[];
  readonly rows: ItemRows;
}

export interface FeatureInput extends FeatureQuestion {
  readonly library: EncodedLibrary;
  readonly scoring: Scoring;
  /** Head scores under the history, computed on first use. [rows] each */
  readonly heads: () => HeadScores;
  /** Head scores under an empty history, by row of the library. */
  readonly base: HeadScores;
  /** As `itemFacts` has them. */
  readonly factsOf: (name: ItemFact) => Float64Array;
  /** Likeness over one kind of terms; made once per library. */
  readonly terms: (field: TermField) => TermLikeness;
  /** What the person thinks of creators and series; worked out once for the three features that read it. */
  readonly makers: () => MakerMeans;
}

/** Whole terms that things may share: their own and the catalogue's. */
const TERMS = {
  tags: (row: ItemIndex, library: EncodedLibrary) => withCatalogue(library, row, 'tags'),
  creators: (row: ItemIndex, library: EncodedLibrary) => withCatalogue(library, row, 'creators'),
  cast: (row: ItemIndex, library: EncodedLibrary) => library.names(row).cast,
} as const;
export type TermField = keyof typeof TERMS;

/** The terms of one field of every thing of the library. */
export const termLikeness = (field: TermField, library: EncodedLibrary): TermLikeness =>
  new TermLikeness(library.rows(), (row) => TERMS[field](row, library));

function withCatalogue(library: EncodedLibrary, row: ItemIndex, field: 'tags' | 'creators'): readonly string[] {
  const own = library.names(row)[field];
  const known = library.item(row).backgroundFacts?.[field] ?? [];
  return known.length === 0 ? own : [...own, ...known.map((term) => library.text.phrase(term))];
}

type Compute = (input: FeatureInput, into: Float64Array) => void;

/** Votes at which half of an average is believed; an average whose votes are not known is believed. */
const VOTES_SHRINKAGE = 300;
const MEDIAN_FAME = 0.5;
const YEARS_PER_UNIT = 20;
const MAX_AGE = 4;
/** Years over which closeness falls to 1/e. */
const CLOSE_YEARS = 8;
const COOCCURRENCE_GAIN = 20;
const NEWEST = 50;
/** Exponent of the cosine in the neighbourhood: gentler than the ranking channel's, whose like head is under it. */
const NEIGHBOURHOOD_POWER = 4;

const NO_GROUP: GroupStatistics = {
  crowdRating: { mean: 0, inverseDeviation: 0 },
  tableRating: { mean: 0, inverseDeviation: 0 },
  counts: new Float64Array(0),
  newestYear: null,
  typicalRating: TYPICAL_RATING,
};

/** Features that are a fact of the thing alone, whoever is asked. */
export const ITEM_FACTS = [
  'crowdRating',
  'tableRating',
  'fame',
  'known',
  'age',
  'unratedAge',
] as const satisfies readonly FeatureName[];
export type ItemFact = (typeof ITEM_FACTS)[number];

const FACT_OF: Readonly<Record<ItemFact, (one: OneRow) => number>> = {
  crowdRating: ({ library, row, group }) => {
    const { rating, count } = library.item(row).crowd ?? NO_CROWD;
    if (rating === null) return 0;
    return zScore(rating, group.crowdRating) * (count === null ? 1 : count / (count + VOTES_SHRINKAGE));
  },
  tableRating: ({ library, row, group }) => {
    const rating = library.knownRating(row);
    return rating === null || hasCrowdRating(library, row) ? 0 : zScore(rating, group.tableRating);
  },
  fame: ({ library, row, group }) => {
    const fame = fameOf(row, group, library);
    return fame === null ? 0 : fame - MEDIAN_FAME;
  },
  known: ({ library, row }) => Number(library.isKnown(row)),
  age: ({ library, row, group }) => ageOf(library.item(row).year, group),
  unratedAge: ({ library, row, group }) => (hasCrowdRating(library, row) ? 0 : ageOf(library.item(row).year, group)),
};

/** A fact of every thing of the library, by row; 0 for rows that hold none. Kept until the library changes. */
export function itemFacts(
  name: ItemFact,
  library: EncodedLibrary,
  statistics: ReadonlyMap<string, GroupStatistics>,
): Float64Array {
  const found = new Float64Array(library.capacity);
  for (const row of library.rows())
    found[row] = FACT_OF[name]({ library, row, group: statistics.get(library.names(row).group) ?? NO_GROUP });
  return found;
}

/** Cost a pass over the vectors, or the tags, for every event: of many things, computed for a shortlist. */
export const EXPENSIVE_FEATURES: ReadonlySet<FeatureName> = new Set(['likeness', 'tagLikeness', 'neighbourhood']);

/** How each feature is computed; `into` is zero before. */
const COMPUTE: Readonly<Record<FeatureName, Compute>> = {
  crowdRating: fact('crowdRating'),
  tableRating: fact('tableRating'),
  likeBase: heads(({ base }, _place, row) => base.like[row]),
  futureBase: heads(({ base }, _place, row) => base.future[row]),
  fame: fact('fame'),
  known: fact('known'),
  age: fact('age'),
  unratedAge: fact('unratedAge'),
  futureLift: lift('future'),
  nextLift: lift('next'),
  likeLift: lift('like'),
  likeness: ({ history, rows, library }, into) => {
    const events = history.slice(-NEWEST).filter(({ rating }) => likedWeight(rating) > 0);
    library.matrix('warm').cosines(
      events.map(({ row }) => row),
      rows,
      (place, cosines) => {
        const weight = likedWeight(events[place]?.rating ?? null) / Math.min(NEWEST, history.length);
        for (let index = 0; index < cosines.length; index += 1)
          into[index] = (into[index] ?? 0) + weight * (cosines[index] ?? 0);
      },
    );
    onlyTrained(rows, library, into);
  },
  tagLikeness: ({ history, rows, library }, into) => {
    tagLikeness(history.slice(-NEWEST), rows, library, into);
  },
  content: content('trained'),
  untrainedContent: content('untrained'),
  tagMatch: match('tags'),
  makerMatch: match('creators'),
  castMatch: match('cast'),
  cooccurrence: ({ history, rows, library, scoring }, into) => {
    cooccurrence(history, rows, 'warm', library, scoring.cooccurrence, into);
    for (let index = 0; index < into.length; index += 1)
      into[index] = Math.asinh(COOCCURRENCE_GAIN * (into[index] ?? 0));
  },
  neighbourhood: ({ history, rows, library, scoring, base }, into) => {
    const expected = history.map(({ row }) => base.like[row] ?? 0);
    const residuals = residualsOf(history, expected, scoring.neighbourhood);
    neighbourhood(library.matrix('warm'), residuals, rows, NEIGHBOURHOOD_POWER, into);
    onlyTrained(rows, library, into);
  },
  creator: (input, into) => {
    input.makers().creators(input.rows, into);
  },
  series: (input, into) => {
    input.makers().series(input.rows, into);
  },
  generosity: (input, into) => {
    into.fill(input.makers().generosity);
  },
  yearCloseness: ({ history, rows, library }, into) => {
    const years = history.flatMap(({ row, rating }) =>
      rating === null || isLiked(rating) ? (library.item(row).year ?? []) : [],
    );
    if (years.length === 0) return;
    rows.forEach((row, index) => {
      const { year } = library.item(row);
      if (year === null) return;
      let sum = 0;
      for (const liked of years) sum += Math.exp(-Math.abs(liked - year) / CLOSE_YEARS);
      into[index] = sum / years.length;
    });
  },
};

/** Every feature of the rows; arrays of zeros for those that are not `wanted`. */
export function featureValues(input: FeatureInput, wanted: (name: FeatureName) => boolean = () => true): FeatureValues {
  return byFeature((name) => {
    const values = new Float64Array(input.rows.length);
    if (wanted(name)) COMPUTE[name](input, values);
    return values;
  });
}

const NO_CROWD = { rating: null, count: null };

const hasCrowdRating = (library: EncodedLibrary, row: ItemIndex): boolean =>
  (library.item(row).crowd?.rating ?? null) !== null;

/** Years before the newest things of its kind, in units of twenty; 0 where the year is not known. */
function ageOf(year: number | null, { newestYear }: GroupStatistics): number {
  if (year === null || newestYear === null) return 0;
  return Math.max(0, Math.min(MAX_AGE, (newestYear - year) / YEARS_PER_UNIT));
}

interface OneRow {
  readonly library: EncodedLibrary;
  readonly row: ItemIndex;
  readonly group: GroupStatistics;
}

function fact(name: ItemFact): Compute {
  return ({ rows, factsOf }, into) => {
    const all = factsOf(name);
    for (let index = 0; index < into.length; index += 1) into[index] = all[rowAt(rows, index)] ?? 0;
  };
}

/** A feature that is read from the heads: nothing for kinds the model never met, whose scores mean nothing. */
function heads(of: (input: FeatureInput, place: number, row: ItemIndex) => number | undefined): Compute {
  return (input, into) => {
    const { rows, library } = input;
    for (let place = 0; place < into.length; place += 1) {
      const row = rowAt(rows, place);
      into[place] = library.isTrained(row) ? (of(input, place, row) ?? 0) : 0;
    }
  };
}

function onlyTrained(rows: ItemRows, library: EncodedLibrary, values: Float64Array): void {
  for (let index = 0; index < values.length; index += 1) if (!library.isTrained(rowAt(rows, index))) values[index] = 0;
}

/** How much more a head says under the history than under an empty one. */
function lift(head: Head): Compute {
  return heads(({ heads: of, base }, place, row) => (of()[head][place] ?? 0) - (base[head][row] ?? 0));
}

function match(field: TermField): Compute {
  return ({ history, rows, terms }, into) => {
    terms(field).similarities(history, rows, into);
  };
}

/** Words in common, of the things whose kind the model was trained on, or of the others; 0 for the rest. */
function content(of: 'trained' | 'untrained'): Compute {
  return ({ history, rows, library, scoring }, into) => {
    const places: number[] = [];
    rows.forEach((row, place) => {
      if (library.isTrained(row) === (of === 'trained')) places.push(place);
    });
    if (places.length === 0) return;
    const found = library.content.similarities(history, rowsAt(rows, places), scoring.content.lengthPower);
    places.forEach((place, at) => {
      into[place] = found[at] ?? 0;
    });
  };
}

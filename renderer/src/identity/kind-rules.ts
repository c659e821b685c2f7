import { foldWords } from './fold-text';
import { ownValue } from '../domain/own-value';

/** Kinds between which one source calls a thing this and another that. A kind that is not listed is its own family. */
export type KindFamily = string;

/**
 * What a difference in years means:
 * - `release`: the year is part of what the thing is (films: a remake has another);
 * - `edition`: sources give the year of the work or of a reprint;
 * - `version`: ports and remakes share the title, so another year leaves doubt;
 * - `vintage`: another year is another thing.
 */
export type YearMeaning = 'release' | 'edition' | 'version' | 'vintage';

export interface KindRule {
  readonly family: KindFamily;
  /** Where facts are missing, title and this decide. */
  readonly decidedBy: 'year' | 'maker';
  readonly year: YearMeaning;
  /** Years that two services may differ by and still mean one thing: first festival showing against release. */
  readonly yearTolerance: 0 | 1;
  /** A title that is its maker's name comes back with other years: "Weezer". */
  readonly selfTitled: boolean;
  /** From this many minutes on, maker, year and exact length mean one thing under two translated titles. */
  readonly minTellingLength: number;
  /** True: two addresses are two things, whatever their titles, and one address is one. */
  readonly namedByAddress: boolean;
}

const FILM: KindRule = {
  family: 'screen',
  decidedBy: 'year',
  year: 'release',
  yearTolerance: 1,
  selfTitled: false,
  minTellingLength: 75,
  namedByAddress: false,
};
const BROADCAST: KindRule = { ...FILM, yearTolerance: 0, minTellingLength: Infinity };
const PRINTED: KindRule = {
  family: 'reading',
  decidedBy: 'maker',
  year: 'edition',
  yearTolerance: 0,
  selfTitled: false,
  minTellingLength: Infinity,
  namedByAddress: false,
};
const RECORDED: KindRule = { ...PRINTED, family: 'album', selfTitled: true };
const OTHER: KindRule = { ...PRINTED, family: 'other', year: 'version' };

const WEB_PAGE: KindRule = { ...OTHER, family: 'web page', namedByAddress: true };

const RULES: Readonly<Record<string, KindRule>> = {
  movie: FILM,
  film: FILM,
  short: FILM,
  'tv movie': FILM,
  series: BROADCAST,
  'tv show': BROADCAST,
  tv: BROADCAST,
  anime: BROADCAST,
  episode: { ...BROADCAST, family: 'episode' },
  book: PRINTED,
  audiobook: PRINTED,
  comic: PRINTED,
  manga: PRINTED,
  'graphic novel': PRINTED,
  'light novel': PRINTED,
  album: RECORDED,
  track: { ...RECORDED, family: 'track' },
  article: WEB_PAGE,
  link: WEB_PAGE,
  video: WEB_PAGE,
  recipe: { ...OTHER, family: 'recipe', namedByAddress: true },
  wine: { ...OTHER, family: 'wine', year: 'vintage' },
};

/** The rule of a kind, whatever its spelling. */
export function kindRuleOf(kind: string): KindRule {
  const known = ownValue(RULES, kind);
  if (known !== undefined) return known;
  const folded = foldWords(kind);
  const rule = ownValue(RULES, folded);
  return rule ?? { ...OTHER, family: folded };
}

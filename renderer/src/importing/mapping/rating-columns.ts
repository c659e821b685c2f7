import { parseCount, parseNumber } from '../cells/cell-values';
import { opinionReader } from '../cells/rating-words';
import { parseRating, pointsOf, statedScale } from '../cells/ratings';

/** The largest scale there is. */
const MOST = 100;
const SCALES = [5, 10, 20, 100] as const;
/** "My Score (out of 10)", "Rating /5", "Rating (1-10)". */
const SCALE_OF_HEADER = /(?:out of|of|\/|von|sur|su|de|de|из|1\s?[-–])\s?(\d{1,3})\b/u;

/** What others say, however the column is called beside that. */
const OF_OTHERS =
  /critic|\bmeta ?score|metacritic|aggregate|rotten|tomato|average|\bavg\b|community|\bmean\b|\bcrowd\b|\bglobal\b|\bpublic\b|imdb|goodreads|trakt|tmdb|igdb|\bmal\b|\brym\b|\bbgg\b|\bsteam\b|opencritic|letterboxd|\bvotes?\b|durchschnitt|moyenne|\bmedi[ao]\b|média|gemiddeld|средн|平均|豆瓣|평균|kritik|critique|critica|press/u;
const OWN =
  /\b(?:my|own|mine|personal|meine?r?|eigene|mia|mio|mi|mis|ma|mon|minha|mitt|mijn|moja|min|mon)\b|\byour\b|моя|мой|我的|내 /u;
/** The owner's, unless a column says so better: services call their account "user". */
const OF_USER = /\buser\b/u;
/** From which age on, or how many: nobody's opinion. */
const NO_OPINION =
  /\bage\b|\bages\b|content rating|esrb|pegi|\bfsk\b|mpaa|usk|\bbbfc\b|certificat|maturity|altersfreigabe|parental|\bcount\b|number of|\bnum\b|anzahl|nombre de|timestamp|\bdate\b|difficulty|\bkey\b|\bid\b/u;

export type RatingOwner = 'own' | 'user' | 'plain' | 'others' | 'nobody';

/** Whose rating a column holds, by its header. */
export function ratingOwner(header: string): RatingOwner {
  if (NO_OPINION.test(header)) return 'nobody';
  if (OWN.test(header)) return 'own';
  if (OF_OTHERS.test(header)) return 'others';
  return OF_USER.test(header) ? 'user' : 'plain';
}

/** Who rated, in a table with ratings of several people. */
export const isRater = (header: string): boolean =>
  /^(?:user|reviewer|customer|profile|member|rater)(?: ?(?:id|name))?$|^(?:review )?profile ?name$|^taster name$/u.test(
    header,
  );

/** Whether the column is called a rating at all. */
export const isCalledRating = (header: string): boolean =>
  /\brating\b|\bscore\b|metascore|metacritic|bewertung|wertung|\bnote\b|voto|puntuaci|calificaci|valoraci|avaliaç|nota\b|ocena|оценка|рейтинг|評価|评分|評分|평점/u.test(
    header,
  );

const filled = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell.trim() !== '');

/** How many of the cells may be ratings by number. */
export const ratingsIn = (cells: readonly string[]): number => filled(cells).filter(isNumbered).length;

const isNumbered = (cell: string): boolean =>
  (parseNumber(cell) ?? MOST + 1) <= MOST || parseRating(cell, MOST) !== null || /^[★☆½]+$/u.test(cell);

/** The same, with grades, words and thumbs, as only owners of lists give them. */
export function opinionsIn(cells: readonly string[]): number {
  const opinionOf = opinionReader(cells);
  return filled(cells).filter((cell) => isNumbered(cell) || opinionOf(cell) !== null).length;
}

/** From which age on, in a column that is called a rating: nobody's opinion. */
const FOR_AGES =
  /^(?:g|pg(?:-?13)?|nc-?17|r|x|ua?|1[258]a?|m|ma|t|e|e ?10\+?|ao|tv-?\w{1,2}(?:-?\w{1,2})?|everyone.*|teen|mature.*|approved|passed|unrated|not rated)$/iu;
export const areForAges = (cells: readonly string[]): boolean =>
  filled(cells).filter((cell) => FOR_AGES.test(cell.trim())).length > filled(cells).length / 2;

/**
 * As German schools give them (1,3; 2; 1-): 1 is the best of them. By their signs and thirds, or by a header that says
 * nothing else.
 */
export const areSchoolGrades = (header: string, cells: readonly string[]): boolean => {
  if (!/note\b/u.test(header)) return false;
  const grades = filled(cells).map((cell) => cell.trim());
  return (
    grades.length > 0 &&
    grades.every((grade) => SCHOOL_GRADE.test(grade)) &&
    (/schulnote/u.test(header) || grades.some((grade) => /[,.][37]|[-+−]$/u.test(grade)))
  );
};
const SCHOOL_GRADE = /^([1-6])(?:[,.]([037]))?([-+−])?$/u;
const WORST_GRADE = 6;

/** 1 is 100 %, 2 is 80 %; 6 is the lowest rating that there is. */
export function ratingOfGrade(cell: string): number | null {
  const [, whole = '', tenth = '0', sign = ''] = SCHOOL_GRADE.exec(cell.trim()) ?? [];
  if (whole === '') return null;
  const grade = Number(whole) + Number(tenth) / 10 + (sign === '' ? 0 : sign === '+' ? -0.3 : 0.3);
  return Math.round(Math.min(1, Math.max(0.05, (WORST_GRADE - grade) / (WORST_GRADE - 1))) * 100) / 100;
}

/**
 * Averages have more decimals than anybody gives: 3.87. Quarters and tenths are given by people, too.
 */
export function lookLikeAverages(cells: readonly string[]): boolean {
  const numbers = filled(cells).flatMap((cell) => parseNumber(cell) ?? []);
  const odd = numbers.filter((value) => Math.abs(value * 20 - Math.round(value * 20)) > 1e-6);
  return numbers.length >= 3 && odd.length >= numbers.length / 3;
}

/** How many people said something of a thing. */
const COUNT_OF_OTHERS =
  /\bvotes?\b|\b(?:ratings?|reviews?|reviewers|readers|users) count\b|^(?:number of |num |no of |total |text )?(?:ratings|reviews)$|^(?:avaliaç(?:õ|o)es|avaliacoes|resenhas|bewertungen|rezensionen|valoraciones|reseñas|votos|recensioni|valutazioni|opinie|oceny|отзывы|отзывов|оценок|голосов|leram)$/u;

/** A column that counts them: whose ratings stand beside it are everyone's, if they are in tenths. */
export const countsOthers = (header: string, cells: readonly string[]): boolean =>
  COUNT_OF_OTHERS.test(header) &&
  filled(cells).filter((cell) => (parseCount(cell) ?? 0) >= 20).length > filled(cells).length / 2;

/** In tenths, where people give halves or quarters: 4.2, 3.9. */
export function areInTenths(cells: readonly string[]): boolean {
  const numbers = filled(cells).flatMap((cell) => parseNumber(cell) ?? []);
  const odd = numbers.filter((value) => Math.abs(value * 4 - Math.round(value * 4)) > 1e-6);
  return numbers.length >= 3 && odd.length >= numbers.length / 2;
}

export interface ScaleGuess {
  readonly maximum: number;
  /** The header says it, or the highest rating is at the top of a usual scale. */
  readonly isCertain: boolean;
}

/**
 * What its cells or its header say, else the smallest usual scale that holds every number of a column; 5 where there
 * are none.
 */
export function scaleOf(cells: readonly string[], header: string): ScaleGuess {
  const scales = filled(cells).map(statedScale);
  const [first] = scales;
  if (first != null && scales.every((scale) => scale === first)) return { maximum: first, isCertain: true };
  const stated = Number(SCALE_OF_HEADER.exec(header)?.[1]);
  const highest = cells.reduce((most, cell) => Math.max(most, pointsOf(cell) ?? 0), 0);
  const usual = SCALES.find((scale) => highest <= scale) ?? highest;
  if (SCALES.some((scale) => scale === stated))
    return highest <= stated ? { maximum: stated, isCertain: true } : { maximum: usual, isCertain: false };
  // Ratings up to 4 may be of five or of ten; up to 8, only of ten.
  return { maximum: usual, isCertain: highest === 0 || highest === usual || usual === 10 };
}

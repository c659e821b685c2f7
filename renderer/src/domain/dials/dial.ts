import { z } from 'zod';
import { cleanTags } from '../clean-tags';
import type { Item } from '../item';
import { ownValue } from '../own-value';

/** What is stored of a dial, by its shape. */
export interface DialValueOf {
  /** −1 = the left end, 0 = as usual, 1 = the right end. */
  readonly slider: number;
  /** Weight by key: 0 = less, 1 = as usual (also where the key is missing), 2 = more. */
  readonly weights: Readonly<Record<string, number>>;
  /** Chosen words, each with the same weight. */
  readonly words: readonly string[];
}
export type DialShape = keyof DialValueOf;

/** What one part of a dial adds to a candidate's score. */
export interface PartTerm {
  /** The key of a weight or the word; '' for a slider, which has a single part. */
  readonly part: string;
  readonly logOdds: number;
}

/**
 * One dial: its range, its term and what the window offers. Its words are in text/dials.ts. `Facts`: what the term
 * reads of a candidate; consumers that compute no terms leave it out.
 */
export interface Dial<Shape extends DialShape, Facts = never> {
  readonly shape: Shape;
  readonly neutral: DialValueOf[Shape];
  /** Refuses what is out of range. */
  readonly schema: z.ZodType<DialValueOf[Shape]>;
  /** Parts that are not neutral; none for a neutral value. */
  readonly activeParts: (value: DialValueOf[Shape]) => readonly string[];
  /** The value with one part set to neutral. */
  readonly withoutPart: (value: DialValueOf[Shape], part: string) => DialValueOf[Shape];
  /** Log-odds added to a candidate's score, |sum| ≤ MAX_DIAL_LOG_ODDS; parts that add 0 may be left out. */
  readonly terms: (value: DialValueOf[Shape], facts: Facts) => readonly PartTerm[];
  /** Keys or words the window offers for a library; none for a slider. */
  readonly choices: (items: readonly Item[]) => readonly string[];
  /** Whether the dial can move any of these items. */
  readonly movesAny: (items: readonly Item[]) => boolean;
}

/** No dial outweighs liking: at its end a dial multiplies the odds by e^1.2 = 3.3 at most. */
export const MAX_DIAL_LOG_ODDS = 1.2;

export interface SliderOptions<Facts> {
  /** Where a candidate lies: −1 = wholly at the left end … 1 = wholly at the right end; 0 in the middle or unknown. */
  readonly position: (facts: Facts) => number;
  /** Whether an item has the fact that `position` is computed from. Default: every item has. */
  readonly moves?: (item: Item) => boolean;
}

/** A number −1..1. Term: MAX_DIAL_LOG_ODDS × value × position. */
export function slider<Facts>({ position, moves = () => true }: SliderOptions<Facts>): Dial<'slider', Facts> {
  return {
    shape: 'slider',
    neutral: 0,
    schema: z.number().min(-1).max(1),
    activeParts: (value) => (value === 0 ? [] : ['']),
    withoutPart: () => 0,
    terms: (value, facts) => [{ part: '', logOdds: fullTerm(value) * limit(position(facts)) }],
    choices: () => [],
    movesAny: (items) => items.some(moves),
  };
}

export interface WeightsOptions<Facts> {
  /** The key whose weight counts for a candidate. */
  readonly key: (facts: Facts) => string;
  /** Keys the window offers for a library. */
  readonly choices: (items: readonly Item[]) => readonly string[];
}

/** Weights 0..2 by key. Term: MAX_DIAL_LOG_ODDS × (weight − 1) of the candidate's key. */
export function weights<Facts>({ key: keyOf, choices }: WeightsOptions<Facts>): Dial<'weights', Facts> {
  return {
    shape: 'weights',
    neutral: {},
    schema: z.record(z.string(), z.number().min(0).max(2)),
    activeParts: (value) => Object.keys(value).filter((key) => weightOf(value, key) !== 1),
    withoutPart: (value, part) => withWeight(value, part, 1),
    terms: (value, facts) => {
      const key = keyOf(facts);
      return [{ part: key, logOdds: fullTerm(weightOf(value, key) - 1) }];
    },
    choices,
    movesAny: (items) => choices(items).length > 0,
  };
}

/** The weight of a key, 1 where it is missing. */
export function weightOf(value: DialValueOf['weights'], key: string): number {
  return ownValue(value, key) ?? 1;
}

/** With this weight for a key; a weight of 1 is not stored, since a missing key means 1. */
export function withWeight(value: DialValueOf['weights'], key: string, weight: number): DialValueOf['weights'] {
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(weight === 1 ? others : [...others, [key, weight]]);
}

export interface WordsOptions<Facts> {
  /** Words the window offers; others may be stored as well. */
  readonly offered: readonly string[];
  /** 0..1: how well a candidate fits a word. */
  readonly match: (word: string, facts: Facts) => number;
}

/** A set of words. Term of a word: MAX_DIAL_LOG_ODDS / number of words × match; all words together weigh one dial. */
export function words<Facts>({ offered, match }: WordsOptions<Facts>): Dial<'words', Facts> {
  return {
    shape: 'words',
    neutral: [],
    schema: z.array(z.string()).transform(cleanTags),
    activeParts: (value) => [...new Set(value)],
    withoutPart: (value, part) => value.filter((word) => word !== part),
    terms: (value, facts) => {
      const chosen = new Set(value);
      return [...chosen].map((word) => ({
        part: word,
        logOdds: (MAX_DIAL_LOG_ODDS / chosen.size) * match(word, facts),
      }));
    },
    choices: () => offered,
    movesAny: () => true,
  };
}

/** −1..1 as log-odds. A value out of range, as a database may hold, counts as the nearest end; NaN as 0. */
function fullTerm(value: number): number {
  return Number.isNaN(value) ? 0 : MAX_DIAL_LOG_ODDS * limit(value);
}

function limit(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

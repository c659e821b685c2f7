import { z } from 'zod';
import type { ItemFacts } from '../item';
import { kindGroupsOf } from '../kind-groups';
import type { LikelyTag } from '../recommendation';
import { relativeLength } from '../relative-length';
import { slider, weights, words } from './dial';
import type { DialTable, DialTerm, DialValues, ShapesOf } from './dial-table';
import { isNeutralIn, neutralValues, readValues, termsOf, valuesSchema } from './dial-table';
import { moodMatch, MOODS } from './moods';

/** What a dial's term can read of a candidate. */
export interface DialFacts {
  readonly item: ItemFacts;
  /** Kind group. */
  readonly group: string;
  /** Tags as phrases: lower case, no marks, no hyphens. */
  readonly tags: readonly string[];
  /** Tags the model predicts. */
  readonly likelyTags: readonly LikelyTag[];
  /** 0..1: likeness to the nearest item the person has met. */
  readonly likenessToHistory: number;
  /** Popularity rank within its kind, 0 (least) to 1; null = unknown. */
  readonly popularity: number | null;
}

/**
 * Every dial, in the order the window shows them. A new dial is an entry here and its words in text/dials.ts; storage,
 * checks, controls, chips, terms and breakdown lines follow from the entry. A fact that is missing from DialFacts is
 * computed in recommend/ranking/dials.ts.
 * Why dials: people given a popularity dial set it very differently, and like the result better (Harper et al. 2015).
 */
export const DIALS = {
  /** Left: like what the person has met. Right: unlike it. */
  novelty: slider({ position: ({ likenessToHistory }: DialFacts) => centred(1 - likenessToHistory) }),
  /** Left: popular. Right: little known. */
  fame: slider({ position: ({ popularity }: DialFacts) => (popularity === null ? 0 : centred(1 - popularity)) }),
  /** Left: short for its kind. Right: long. */
  length: slider({
    position: ({ item, group }: DialFacts) => relativeLength(item.length, group),
    moves: ({ length }) => length !== null,
  }),
  /** Media mix, by kind group. */
  kinds: weights({ key: ({ group }: DialFacts) => group, choices: kindGroupsOf }),
  /** Moods and occasions, or any tag. */
  moods: words({
    offered: MOODS,
    match: (mood, { tags, likelyTags }: DialFacts) => moodMatch(mood, tags, likelyTags),
  }),
};

type Shapes = ShapesOf<typeof DIALS>;
export type DialId = keyof Shapes;

/** How picks for a person lean, as set by hand; never inferred. */
export type Dials = DialValues<Shapes>;

const TABLE: DialTable<Shapes, DialFacts> = DIALS;

export const NEUTRAL_DIALS: Dials = neutralValues(TABLE);

/** Accepts dials that are all there and within their ranges; tags among the moods are cleaned. */
export const dialsSchema: z.ZodType<Dials> = valuesSchema(TABLE);

export const dialIdSchema = z.custom<DialId>((value) => typeof value === 'string' && Object.hasOwn(DIALS, value));

/** Whether the dials change nothing. */
export const isNeutral = (dials: Dials): boolean => isNeutralIn(TABLE, dials);

/** Dials as stored: one that is missing or cannot be parsed is neutral. */
export const readDials = (stored: unknown): Dials => readValues(TABLE, stored);
export const storedDialsSchema: z.ZodType<Dials> = z.unknown().optional().transform(readDials);

/** What the dials add to a candidate's score, part by part, without zeros. */
export const dialTerms = (dials: Dials, facts: DialFacts): readonly DialTerm<DialId>[] => termsOf(TABLE, dials, facts);

/** 0..1 to −1..1. */
function centred(share: number): number {
  return 2 * share - 1;
}

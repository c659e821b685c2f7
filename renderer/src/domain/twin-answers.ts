import { z } from 'zod';
import { itemIdSchema, type ItemId } from './ids';
import type { Series } from './item-values';
import type { Fields } from './parsing';

/** The facts by which identity/ compares things, as one source states them. */
export interface KnownFacts {
  readonly kind: string;
  readonly title: string;
  readonly originalTitle: string | null;
  readonly creators: readonly string[];
  readonly year: number | null;
  readonly series: Series | null;
  readonly identifiers: Readonly<Record<string, string>>;
}

/**
 * What the owner said of things that look alike ("twins"). It belongs to the thing, so that undo, trash, archives and
 * the journal outside keep it with the thing.
 */
export interface TwinAnswers {
  /**
   * How what is one thing with it was described elsewhere: an export that brings that description again means this
   * thing, and adds nothing.
   */
  readonly same: readonly KnownFacts[];
  /** Things that look like it and are others. Each of the two names the other. */
  readonly different: readonly ItemId[];
}

export const NO_ANSWERS: TwinAnswers = { same: [], different: [] };

const knownFactsSchema: z.ZodType<KnownFacts> = z.object({
  kind: z.string().min(1),
  title: z.string().min(1),
  originalTitle: z.string().nullable(),
  creators: z.array(z.string()),
  year: z.number().int().nullable(),
  series: z.object({ name: z.string(), position: z.number().nullable() }).nullable(),
  identifiers: z.record(z.string(), z.string()),
} satisfies Fields<KnownFacts>);

export const twinAnswersSchema: z.ZodType<TwinAnswers> = z.object({
  same: z.array(knownFactsSchema),
  different: z.array(itemIdSchema),
} satisfies Fields<TwinAnswers>);

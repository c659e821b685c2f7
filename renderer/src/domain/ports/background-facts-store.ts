import { z } from 'zod';
import { backgroundFactsSchema, type BackgroundFacts } from '../catalogue';
import { itemIdSchema, type ItemId } from '../ids';
import type { Fields } from '../parsing';

/** What the catalogue made of one thing. */
export interface LookedUpThing {
  readonly id: ItemId;
  /** Hash of the description that was looked up, 32 bits: another description is looked up again. */
  readonly asked: number;
  /** `contents` of the catalogue that was asked. */
  readonly version: string;
  /** null: it does not know the thing. */
  readonly facts: BackgroundFacts | null;
}

export const lookedUpThingSchema: z.ZodType<LookedUpThing> = z.object({
  id: itemIdSchema,
  asked: z.number(),
  version: z.string(),
  facts: backgroundFactsSchema.nullable(),
} satisfies Fields<LookedUpThing>);

/**
 * Keeps what the catalogue made of the library from one start to the next, so that the first picks have it without the
 * catalogue being read. Nothing of it is the person's: it may be lost at any time, and is in no export.
 */
export interface BackgroundFactsStore {
  read(): Promise<readonly LookedUpThing[]>;
  put(things: readonly LookedUpThing[]): Promise<void>;
  remove(ids: readonly ItemId[]): Promise<void>;
}

import { z } from 'zod';
import { tasteReactionFields } from './event';
import type { TasteEvent } from './event';
import { itemIdSchema, personIdSchema } from './ids';
import type { ItemId, PersonId } from './ids';
import { learningSettingsSchema } from './learning';
import type { LearningSettings } from './learning';
import type { Fields } from './parsing';

export interface TasteProfileEvent {
  readonly itemId: ItemId;
  /** 0..1, or null: met, opinion unknown. */
  readonly rating: number | null;
  /** Epoch milliseconds, or null where nobody said when. */
  readonly at: number | null;
}

/** A reaction as it was recorded: what the learner learns from. */
export type TasteReaction = Pick<TasteEvent, 'itemId' | 'otherItemId' | 'type' | 'rating' | 'outcome' | 'at'>;

/** A person's ordered events and exclusions: the recommender's whole input about a person. */
export interface TasteProfile {
  readonly personId: PersonId;
  /** Oldest first. */
  readonly events: readonly TasteProfileEvent[];
  /** Every reaction, oldest first: `events` says what holds, this says what happened. */
  readonly reactions: readonly TasteReaction[];
  /** Items this person knows, was sent or declined: never offered. */
  readonly excludedItemIds: readonly ItemId[];
  readonly likedTags: readonly string[];
  readonly avoidedTags: readonly string[];
  readonly learning: LearningSettings;
}

const tasteProfileEventSchema = z.object({
  itemId: itemIdSchema,
  rating: z.number().nullable(),
  at: z.number().nullable(),
} satisfies Fields<TasteProfileEvent>);

export const tasteProfileSchema: z.ZodType<TasteProfile> = z.object({
  personId: personIdSchema,
  events: z.array(tasteProfileEventSchema),
  reactions: z.array(z.object(tasteReactionFields satisfies Fields<TasteReaction>)),
  excludedItemIds: z.array(itemIdSchema),
  likedTags: z.array(z.string()),
  avoidedTags: z.array(z.string()),
  learning: learningSettingsSchema,
} satisfies Fields<TasteProfile>);

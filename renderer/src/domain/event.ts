import { z } from 'zod';
import { eventIdSchema, itemIdSchema, personIdSchema, shareIdSchema } from './ids';
import type { EventId, ItemId, PersonId, ShareId } from './ids';
import type { Fields } from './parsing';
import { OUTCOMES } from './share';
import type { Outcome } from './share';

/**
 * What a dated event says of a person and an item.
 * rated: has a rating · loved, liked, disliked, never-again: a statement without a scale · chosen-over: picked in a
 * pair · finished, abandoned, wanted: what became of it, no opinion · reacted: outcome of a share · not-for-them,
 * knows-it, postponed: the curator's answer to a pick
 */
export const TASTE_EVENT_TYPES = [
  'rated',
  'loved',
  'liked',
  'disliked',
  'never-again',
  'chosen-over',
  'finished',
  'abandoned',
  'wanted',
  'reacted',
  'not-for-them',
  'knows-it',
  'postponed',
] as const;
export type TasteEventType = (typeof TASTE_EVENT_TYPES)[number];

export interface TasteEvent {
  readonly id: EventId;
  readonly personId: PersonId;
  readonly itemId: ItemId;
  readonly type: TasteEventType;
  /** 0..1, only for `rated`. */
  readonly rating: number | null;
  /** Epoch milliseconds; null where an import does not say when. */
  readonly at: number | null;
  /** When it was written down here; breaks ties of `at`. */
  readonly recordedAt: number;
  /** 'manual', 'sample', 'share' or the import source. */
  readonly source: string;
  /** The item passed over, for `chosen-over`. */
  readonly otherItemId: ItemId | null;
  /** For `reacted`. */
  readonly outcome: Outcome | null;
  readonly shareId: ShareId | null;
}

/** What makes up a reaction; see `TasteReaction`. */
export const tasteReactionFields = {
  itemId: itemIdSchema,
  otherItemId: itemIdSchema.nullable(),
  type: z.enum(TASTE_EVENT_TYPES),
  rating: z.number().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  at: z.number().nullable(),
} satisfies Partial<Fields<TasteEvent>>;

export const tasteEventSchema: z.ZodType<TasteEvent> = z.object({
  ...tasteReactionFields,
  id: eventIdSchema,
  personId: personIdSchema,
  recordedAt: z.number(),
  source: z.string(),
  shareId: shareIdSchema.nullable(),
} satisfies Fields<TasteEvent>);

export type TasteEventDraft = Pick<TasteEvent, 'personId' | 'itemId' | 'type'> &
  Partial<Omit<TasteEvent, 'id' | 'personId' | 'itemId' | 'type' | 'recordedAt'>>;

/** What is written of it: what is not said is said by hand, now. */
export function completeEvent(draft: TasteEventDraft, id: EventId, now: number): TasteEvent {
  return {
    rating: null,
    at: now,
    source: 'manual',
    otherItemId: null,
    outcome: null,
    shareId: null,
    ...draft,
    id,
    recordedAt: now,
  };
}

const OUTCOME_RATING: Readonly<Record<Outcome, number | null | undefined>> = {
  loved: 1,
  liked: 0.8,
  meh: 0.5,
  no: 0.2,
  'knew-it': undefined,
  'not-yet': undefined,
};

/**
 * The event as the model's history sees it: a rating 0..1, null (met, no opinion known), or undefined where the
 * event says nothing of taste (a postponed pick, "knows it already", "not yet") and must stay out of the history.
 */
export function tasteRating(event: Pick<TasteEvent, 'type' | 'rating' | 'outcome'>): number | null | undefined {
  switch (event.type) {
    case 'rated':
      return event.rating;
    case 'loved':
      return 1;
    case 'liked':
    case 'chosen-over':
      return 0.8;
    case 'disliked':
    case 'not-for-them':
      return 0.2;
    case 'never-again':
      return 0;
    case 'finished':
      return null;
    // Dropped is not liked, and not disliked either: low among the so-so.
    case 'abandoned':
      return 0.45;
    case 'reacted':
      return event.outcome === null ? undefined : OUTCOME_RATING[event.outcome];
    case 'wanted':
    case 'knows-it':
    case 'postponed':
      return undefined;
  }
}

import { z } from 'zod';
import { itemIdSchema, personIdSchema, shareIdSchema } from './ids';
import type { ItemId, PersonId, ShareId } from './ids';
import type { Fields } from './parsing';

export const OUTCOMES = ['loved', 'liked', 'meh', 'no', 'knew-it', 'not-yet'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SHARE_CHANNELS = ['message', 'email', 'list', 'told'] as const;
export type ShareChannel = (typeof SHARE_CHANNELS)[number];

/** One thing sent to one person, and what came of it. */
export interface Share {
  readonly id: ShareId;
  readonly itemId: ItemId;
  readonly personId: PersonId;
  readonly via: ShareChannel;
  /** The words that went with it. */
  readonly note: string;
  readonly sharedAt: number;
  /** null = no answer yet, which is not a no. */
  readonly outcome: Outcome | null;
  readonly outcomeAt: number | null;
}

export type ShareDraft = Pick<Share, 'itemId' | 'personId' | 'via' | 'note'>;

export const shareSchema: z.ZodType<Share> = z.object({
  id: shareIdSchema,
  itemId: itemIdSchema,
  personId: personIdSchema,
  via: z.enum(SHARE_CHANNELS),
  note: z.string(),
  sharedAt: z.number(),
  outcome: z.enum(OUTCOMES).nullable(),
  outcomeAt: z.number().nullable(),
} satisfies Fields<Share>);

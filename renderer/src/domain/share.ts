import type { ItemId, PersonId, ShareId } from './ids';

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

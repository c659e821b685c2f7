import type { Fill } from './enrichment';
import type { ItemId, ListId, PersonId } from './ids';
import type { ItemDraft } from './item';

/** Where pasted lines go. */
export type PasteDestination =
  | { readonly type: 'library' }
  /** Things that a friend loves. */
  | { readonly type: 'loves'; readonly personId: PersonId }
  | { readonly type: 'list'; readonly listId: ListId };

export interface PastedAddition {
  /** What the line says. */
  readonly draft: ItemDraft;
  /** What the catalogue knows besides: only blanks are filled. null: it was not recognised. */
  readonly fill: Omit<Fill, 'itemId'> | null;
}

/** What adding pasted lines would do: shown first, then done as one action. */
export interface PastePlan {
  /** In the order of the lines; an item that is there already, or a new one. */
  readonly things: readonly (ItemId | PastedAddition)[];
  readonly destination: PasteDestination;
}

import type { ActionId } from '../ids';

/** Every write that changes data answers with the action it was, so that the window can offer to undo it. */
export interface ActionReceipt {
  readonly actionId: ActionId;
  /** In words, past tense: "Rated Dune". */
  readonly label: string;
}

export interface Created<Id> extends ActionReceipt {
  readonly id: Id;
}

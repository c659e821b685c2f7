import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import type { ReplayQuestion } from './replay-cases';
import type { ReplayMethod } from './replay-method';

/** What methods are built from, once per pack. */
export interface PackContext {
  readonly items: readonly LibraryItem[];
  /** Places of items in `items`. */
  readonly places: ReadonlyMap<ItemId, number>;
  /** All questions, without outcomes. */
  readonly questions: readonly ReplayQuestion[];
}

/** With the model, for methods that use it. */
export interface ModelContext extends PackContext {
  readonly model: TasteModel;
  /** The pack's items, with their crowd columns where these may be used. */
  readonly library: EncodedLibrary;
}

/** An entry of the list of methods. */
export interface MethodEntry {
  readonly name: string;
  /** as-asked: run with the crowd settings of the command. fixed: does not depend on them. */
  readonly crowd: 'as-asked' | 'fixed';
  /** The method that lacks only this one's part; the difference is what the part is worth. */
  readonly without?: string;
  readonly create: (context: ModelContext) => ReplayMethod | Promise<ReplayMethod>;
}

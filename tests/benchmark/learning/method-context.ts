import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import type { ReplayQuestion } from './replay-cases';
import type { ReplayMethod } from './replay-method';

/** What a method is made of, once per pack. */
export interface PackContext {
  readonly items: readonly LibraryItem[];
  /** Where an item stands in `items`. */
  readonly places: ReadonlyMap<ItemId, number>;
  /** Everything that will be asked, without outcomes. */
  readonly questions: readonly ReplayQuestion[];
}

/** Adds the model, for methods that lean on it. */
export interface ModelContext extends PackContext {
  readonly model: TasteModel;
  /** Vectors, names and words of the items, with the crowd columns where they may be heard: rows by `library.rowOf`. */
  readonly library: EncodedLibrary;
}

/** A method in the list of all. */
export interface MethodEntry {
  readonly name: string;
  /** as-asked: run with crowd off and on as the command says · fixed: whatever it says. */
  readonly crowd: 'as-asked' | 'fixed';
  /** The method that lacks only what this one adds: their difference is what the part is worth. */
  readonly without?: string;
  readonly create: (context: ModelContext) => ReplayMethod | Promise<ReplayMethod>;
}

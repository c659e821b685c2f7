import type { ItemId } from '../../domain/ids';
import type { LibraryItem, NextChoiceRequest } from '../../domain/recommendation-request';
import { EncodedLibrary } from '../encoded-library';
import { Estimator } from '../estimating/estimator';
import type { TasteModel } from '../model/model-ports';
import type { CallContext } from '../recommender-api';
import { TaskScorer } from '../scoring/task-scorer';
import { PairChooser } from './pair-chooser';

/** Newest things of the person's history that pairs are chosen by. */
const NEWEST = 200;

/**
 * A small library of its own for one question: some things of the library, and famous ones that it does not hold. In
 * the library itself they would count in its statistics (how rare a word is, how well known a thing is among the
 * others), and so move the picks of everybody while somebody is asked. Nothing of this one is ever seen outside.
 */
export class CompletedLibrary {
  readonly #library: EncodedLibrary;
  readonly #estimator: Estimator;
  readonly #chooser: PairChooser;

  constructor(
    private readonly whole: EncodedLibrary,
    model: TasteModel | null,
  ) {
    this.#library = new EncodedLibrary(model);
    const scorer = new TaskScorer(model, this.#library);
    this.#estimator = new Estimator(scorer, this.#library, model);
    this.#chooser = new PairChooser(scorer, this.#library, this.#estimator);
  }

  /** Holds these things of the library, those of the person's history, and the famous ones; no others. */
  async with(
    ids: readonly ItemId[],
    { profile, famous, outside }: NextChoiceRequest,
    context: CallContext,
  ): Promise<{ readonly library: EncodedLibrary; readonly chooser: PairChooser }> {
    const history = profile.events.slice(-NEWEST).map(({ itemId }) => itemId);
    const compared = profile.reactions
      .slice(-NEWEST)
      .flatMap(({ itemId, otherItemId }) => [itemId, otherItemId ?? itemId]);
    const items = new Map<ItemId, LibraryItem>();
    for (const id of [...ids, ...history, ...compared, ...famous]) {
      const item = this.whole.given(id);
      if (item !== undefined) items.set(id, item);
    }
    // As the sitting began with it: an answer that puts it into the library changes nothing here.
    for (const item of outside) items.set(item.id, item);
    if (await this.#library.set([...items.values()], context)) this.#estimator.invalidate();
    return { library: this.#library, chooser: this.#chooser };
  }
}

import type { ItemId } from '../../../renderer/src/domain/ids';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import type { TrainingEvents } from './training-events';

/** Added to the product of the lengths, so that likenesses of few users count for little. */
const SHRINKAGE = 20;
const MIN_LIKED = 0.7;
/** Things over which a person's mean score is taken, each liked by this many. */
const MEAN_OVER = 200;
const MIN_LIKES = 5;

/**
 * Item-kNN fitted on a set's train users: Σ over what the person liked of the cosine between the sets of users who
 * liked the one and the other. `relative` divides by the person's mean over 200 fixed things, so that people with many
 * or famous known things compare with others.
 */
export class ItemNeighbours {
  readonly #users = new Map<ItemId, number[]>();
  readonly #likeness = new Map<ItemId, Float64Array>();
  readonly #places: ReadonlyMap<ItemId, number>;
  readonly #meanOver: readonly number[];

  /** @param asked every thing that will be asked about. */
  constructor(
    private readonly training: TrainingEvents,
    asked: readonly ItemId[],
  ) {
    training.liked.forEach((things, user) => {
      for (const id of things) {
        const users = this.#users.get(id);
        if (users === undefined) this.#users.set(id, [user]);
        else users.push(user);
      }
    });
    const often = [...this.#users].filter(([, users]) => users.length >= MIN_LIKES).map(([id]) => id);
    const step = Math.max(1, often.length / MEAN_OVER);
    const fixed = Array.from(
      { length: Math.min(MEAN_OVER, often.length) },
      (_, index) => often[Math.floor(index * step)],
    ).filter((id) => id !== undefined);
    this.#places = new Map([...new Set([...asked, ...fixed])].map((id, place) => [id, place]));
    this.#meanOver = fixed.map((id) => this.#places.get(id) ?? 0);
  }

  /** Sums of likenesses for `candidates`, which were among those asked about. */
  scores(events: readonly TasteProfileEvent[], candidates: readonly ItemId[], relative: boolean): Float64Array {
    const sums = new Float64Array(this.#places.size);
    for (const { itemId, rating } of events) {
      if (rating !== null && rating < MIN_LIKED) continue;
      const likeness = this.#likenessTo(itemId);
      for (let place = 0; place < sums.length; place++) sums[place] = (sums[place] ?? 0) + (likeness[place] ?? 0);
    }
    const mean = this.#meanOver.reduce((sum, place) => sum + (sums[place] ?? 0), 0) / (this.#meanOver.length || 1);
    const unit = relative && mean > 0 ? mean : 1;
    return Float64Array.from(candidates, (id) => (sums[this.#places.get(id) ?? -1] ?? 0) / unit);
  }

  #likenessTo(id: ItemId): Float64Array {
    const found = this.#likeness.get(id);
    if (found !== undefined) return found;
    const users = this.#users.get(id) ?? [];
    const together = new Float64Array(this.#places.size);
    for (const user of users)
      for (const other of this.training.liked[user] ?? []) {
        const place = this.#places.get(other);
        if (place !== undefined) together[place] = (together[place] ?? 0) + 1;
      }
    for (const [other, place] of this.#places) {
      const count = together[place] ?? 0;
      if (count > 0)
        together[place] =
          other === id ? 0 : count / (Math.sqrt(users.length * (this.#users.get(other)?.length ?? 0)) + SHRINKAGE);
    }
    this.#likeness.set(id, together);
    return together;
  }
}

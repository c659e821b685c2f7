import { rowAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import { isDisliked, isLiked } from '../../domain/taste-scale';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import { shareAny } from '../encoding/item-names';
import type { WindowEvent } from '../encoding/history-window';
import type { Estimator } from '../estimating/estimator';
import type { TaskScorer } from '../scoring/task-scorer';
import { centredByGroup, imaginedFriends, interestsOf, uniqueRows } from './imagined-friends';
import { chanceOfChoosing, pairGains } from './pair-gains';
import type { PairQuestion, PairWorth } from './pair-gains';
import { difference, TasteBelief } from './taste-belief';

export interface ChooserQuestion {
  readonly profile: TasteProfile;
  /** Well-known things of the library: a pair is made of two of them. */
  readonly pool: ItemRows;
  /** What the answers are to help ranking. */
  readonly targets: ItemRows;
  /** Shown already: not shown again. */
  readonly asked: ReadonlySet<ItemIndex>;
  /** What pairs are chosen by; the benchmark tries others. */
  readonly worthOf?: (question: PairQuestion) => PairWorth;
}

export interface ChosenPair {
  /** Null where no two things are left that may be shown together. */
  readonly pair: readonly [ItemIndex, ItemIndex] | null;
  /** Share 0..1 of the uncertainty about the targets that what is known of the person has removed. */
  readonly certainty: number;
}

/** Events that a belief is narrowed by; older ones are left out. */
const NEWEST = 50;
/** p × (1 − p) of a statement about one thing alone, taken for a comparison with the middle of the pool. */
const STATEMENT = 0.25;

/** Chooses the two things whose comparison would tell most about the targets. */
export class PairChooser {
  /** Of the last question's pool and things: the next pair is asked for about the same ones. */
  #imagined: { readonly key: string; readonly interests: readonly Float64Array[] } | null = null;

  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly estimator: Estimator,
  ) {}

  async choose(
    { profile, pool, targets, asked, worthOf = pairGains }: ChooserQuestion,
    throwIfCancelled?: () => void,
  ): Promise<ChosenPair> {
    const { library } = this;
    const history = this.scorer.usable(profile.events);
    const things = uniqueRows([...pool, ...targets, ...history.slice(-NEWEST).map(({ row }) => row)]);
    const place = new Map<ItemIndex, number>(Array.from(things, (row, at) => [row, at]));
    const placeOf = (row: ItemIndex): number => place.get(row) ?? -1;
    const [means = new Float64Array(0)] = await this.#interests([history], things, throwIfCancelled);
    const imagined = await this.#imaginedInterests(pool, things, throwIfCancelled);
    const belief = new TasteBelief(imagined);
    const directions = Array.from(pool, (row) => belief.direction(placeOf(row)));
    const groups = Array.from(targets, (row) => library.names(row).group);
    const centred = targetsOf(belief, Array.from(targets, placeOf), groups, imagined.length);
    const before = total(belief, centred);
    this.#observe(belief, profile, history, directions, placeOf);
    const meansOf = (rows: ItemRows): Float64Array => Float64Array.from(rows, (row) => means[placeOf(row)] ?? 0);
    const worth = worthOf({
      belief,
      pool: directions,
      targets: centred,
      means: meansOf(pool),
      targetMeans: meansOf(targets),
    });
    return {
      pair: this.#best(pool, asked, worth),
      certainty: before === 0 ? 0 : 1 - total(belief, centred) / before,
    };
  }

  async #imaginedInterests(
    pool: ItemRows,
    things: ItemRows,
    throwIfCancelled?: () => void,
  ): Promise<readonly Float64Array[]> {
    const key = `${String(this.library.version)} ${pool.join(',')} ${things.join(',')}`;
    if (this.#imagined?.key !== key)
      this.#imagined = { key, interests: await this.#interests(imaginedFriends(pool), things, throwIfCancelled) };
    return this.#imagined.interests;
  }

  #interests(
    histories: readonly (readonly WindowEvent[])[],
    things: ItemRows,
    throwIfCancelled?: () => void,
  ): Promise<readonly Float64Array[]> {
    return interestsOf(histories, things, this.scorer, this.estimator, this.library, throwIfCancelled);
  }

  #observe(
    belief: TasteBelief,
    { reactions }: TasteProfile,
    history: readonly WindowEvent[],
    pool: readonly Float64Array[],
    placeOf: (row: ItemIndex) => number,
  ): void {
    const middle = meanOf(pool);
    const compared = new Set<ItemIndex>();
    for (const { itemId, otherItemId } of reactions) {
      const [row, other] = [
        this.library.rowOf(itemId),
        otherItemId === null ? undefined : this.library.rowOf(otherItemId),
      ];
      if (row === undefined || other === undefined || placeOf(row) < 0 || placeOf(other) < 0) continue;
      compared.add(row);
      const direction = difference(belief.direction(placeOf(row)), belief.direction(placeOf(other)));
      const chance = chanceOfChoosing(0, belief.variance(direction));
      belief.observe(direction, chance * (1 - chance));
    }
    for (const { row, rating } of history.slice(-NEWEST))
      if (!compared.has(row) && (isLiked(rating) || isDisliked(rating)))
        belief.observe(difference(belief.direction(placeOf(row)), middle), STATEMENT);
  }

  #best(pool: ItemRows, asked: ReadonlySet<ItemIndex>, worth: PairWorth): readonly [ItemIndex, ItemIndex] | null {
    let [best, most]: [readonly [ItemIndex, ItemIndex] | null, number] = [null, Number.NEGATIVE_INFINITY];
    for (let one = 0; one < pool.length; one += 1) {
      const left = rowAt(pool, one);
      if (asked.has(left)) continue;
      for (let other = one + 1; other < pool.length; other += 1) {
        const right = rowAt(pool, other);
        if (asked.has(right)) continue;
        const value = worth(one, other);
        if (value > most && this.#mayMeet(left, right)) [best, most] = [[left, right], value];
      }
    }
    return best;
  }

  /** Of one kind, and not two of one series or of one work. */
  #mayMeet(left: ItemIndex, right: ItemIndex): boolean {
    const [one, other] = [this.library.names(left), this.library.names(right)];
    return one.group === other.group && !shareAny(one.slateKeys, other.slateKeys);
  }
}

/** Directions of the targets, each less the mean of its kind group. */
function targetsOf(
  belief: TasteBelief,
  places: readonly number[],
  groups: readonly string[],
  friends: number,
): readonly Float64Array[] {
  const rows = places.map((place) => belief.direction(place));
  const columns = Array.from({ length: friends }, (_, friend) =>
    centredByGroup(
      Float64Array.from(rows, (row) => row[friend] ?? 0),
      groups,
    ),
  );
  return rows.map((_, target) => Float64Array.from(columns, (column) => column[target] ?? 0));
}

const total = (belief: TasteBelief, targets: readonly Float64Array[]): number =>
  targets.reduce((sum, target) => sum + belief.variance(target), 0);

function meanOf(directions: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(directions[0]?.length ?? 0);
  for (const direction of directions) direction.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value));
  return sum.map((value) => value / Math.max(1, directions.length));
}

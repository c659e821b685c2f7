import type { Guide } from '../../domain/backtest';
import { MIN_PREDICTIONS } from '../../domain/backtest';
import type { PersonId } from '../../domain/ids';
import type { TasteProfile } from '../../domain/taste-profile';
import { fnv1a32 } from '../encoding/hashing';
import type { PersonalLearning } from '../learning/personal-learning';
import { personComparison } from './backtest';
import type { SimpleWays } from './simple-ways';

/**
 * What orders for each person, from the backtest on their own opinions. Stored nowhere: the same reactions give the
 * same answer. Kept until the reactions or the library change.
 */
export class Guides {
  readonly #known = new Map<PersonId, { readonly key: number; readonly guide: Guide }>();

  constructor(
    private readonly learning: Pick<PersonalLearning, 'predicted'>,
    /** What scores where a simple way is the guide. */
    readonly ways: SimpleWays,
  ) {}

  /** Call when the library has changed. */
  invalidate(): void {
    this.#known.clear();
  }

  async of(profile: TasteProfile, others: readonly TasteProfile[], throwIfCancelled?: () => void): Promise<Guide> {
    // A reaction holds two opinions at most; most friends have too few, and cost nothing here.
    if (2 * profile.reactions.length < MIN_PREDICTIONS) return 'handpicked';
    const key = keyOf(profile, others);
    const known = this.#known.get(profile.personId);
    if (known?.key === key) return known.guide;
    const [predicted = []] = await this.learning.predicted(
      [profile],
      others,
      throwIfCancelled === undefined ? {} : { throwIfCancelled },
    );
    const { guide } = personComparison(profile, predicted, this.ways);
    this.#known.set(profile.personId, { key, guide });
    return guide;
  }
}

/** Of everything the answer depends on: the person's reactions, and those of others that learning starts from. */
function keyOf({ reactions, learning }: TasteProfile, others: readonly TasteProfile[]): number {
  return fnv1a32(JSON.stringify([reactions, learning, others.map((other) => other.reactions)]));
}

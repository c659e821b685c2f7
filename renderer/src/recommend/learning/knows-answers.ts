import { itemRows } from '../item-index';
import type { ItemIndex } from '../item-index';
import type { PersonId } from '../../domain/ids';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import { fnv1a32 } from '../encoding/hashing';
import { estimate } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import type { TaskScorer } from '../scoring/task-scorer';
import { knowsSignal } from './p-knows-model';
import type { KnowsAnswer } from './p-knows-model';

/** An answer and when it was given, epoch milliseconds; 0 = unknown. */
type DatedAnswer = KnowsAnswer & { readonly at: number };

interface Answered {
  readonly profile: TasteProfile;
  readonly given: readonly { readonly row: ItemIndex; readonly label: 0 | 1; readonly at: number }[];
  /** Hash of all that the answers' estimates depend on, besides the library. */
  readonly key: number;
}

/**
 * Everybody's answers on whether they knew a thing, each with what the bundle estimates for it from what is known of
 * the person by now. A person's answers are kept until the person or the library changes: a question about one friend
 * encodes nobody else's history again.
 */
export class KnowsAnswers {
  readonly #known = new Map<PersonId, { readonly key: number; readonly answers: readonly DatedAnswer[] }>();

  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly estimator: Estimator,
  ) {}

  /** Call when the library has changed. */
  invalidate(): void {
    this.#known.clear();
  }

  /** Oldest first. Of two profiles of one person the later counts. */
  async of(profiles: readonly TasteProfile[], throwIfCancelled?: () => void): Promise<readonly KnowsAnswer[]> {
    const everybody = new Map(profiles.map((profile) => [profile.personId, profile]));
    const answered = [...everybody.values()].flatMap((profile) => this.#answered(profile));
    await this.#read(
      answered.filter(({ profile: { personId }, key }) => this.#known.get(personId)?.key !== key),
      throwIfCancelled,
    );
    return answered
      .flatMap(({ profile: { personId } }) => this.#known.get(personId)?.answers ?? [])
      .sort((left, right) => left.at - right.at);
  }

  /** Empty for a person who gave no answer. */
  #answered(profile: TasteProfile): readonly Answered[] {
    const given = profile.reactions.flatMap(({ itemId, type, outcome, at }) => {
      const [row, label] = [this.library.rowOf(itemId), knowsSignal({ type, outcome })];
      return row === undefined || label === null ? [] : [{ row, label, at: at ?? 0 }];
    });
    return given.length === 0 ? [] : [{ profile, given, key: fnv1a32(JSON.stringify([given, profile.events])) }];
  }

  async #read(changed: readonly Answered[], throwIfCancelled?: () => void): Promise<void> {
    const histories = changed.map(({ profile }) => this.scorer.usable(profile.events));
    const queries = await this.scorer.queries(histories, 'warm', throwIfCancelled);
    for (const [index, { profile, given, key }] of changed.entries()) {
      const { personId } = profile;
      const rows = itemRows(given.map(({ row }) => row));
      const groups = Array.from(rows, (row) => this.library.names(row).group);
      const history = histories[index] ?? [];
      const features = this.estimator.features({ history, rows }, queries, index * this.scorer.queryWidth);
      const estimates = estimate(this.estimator.estimates.knows, features, groups, history.length);
      const answers = given.map(({ label, at }, place): DatedAnswer => ({
        personId,
        group: groups[place] ?? '',
        label,
        estimate: estimates[place] ?? 0,
        at,
      }));
      this.#known.set(personId, { key, answers });
    }
  }
}

import { itemRows } from '../item-index';
import type { Dials } from '../../domain/dials/dials';
import type { TasteProfile } from '../../domain/taste-profile';
import { assess } from './assessment';
import type { Assessment } from './assessment';
import type { EncodedLibrary } from '../encoded-library';
import { PKnowsModel, knowsSignal } from '../learning/p-knows-model';
import type { KnowsAnswer } from '../learning/p-knows-model';
import type { PersonalLearning } from '../learning/personal-learning';
import type { EligibleItem } from './eligibility';
import { estimate } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import type { TaskScorer } from '../scoring/task-scorer';

export interface AssessmentQuestion {
  readonly profile: TasteProfile;
  readonly items: readonly EligibleItem[];
  readonly dials: Dials;
}

export interface AssessmentContext {
  readonly others: readonly TasteProfile[];
  readonly now: number;
  /** own: picks from the person's own pile, where knowing an item does not count against it. */
  readonly purpose: 'send' | 'own';
}

/** Collects what assessments need: encoded histories, learners, the model of P(knows). */
export class Assessor {
  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly learning: PersonalLearning,
    private readonly estimator: Estimator,
  ) {}

  /** One assessment per person, in order; histories are encoded together. */
  async assess(
    asked: readonly AssessmentQuestion[],
    { others, now, purpose }: AssessmentContext,
    throwIfCancelled?: () => void,
  ): Promise<readonly Assessment[]> {
    const pKnowsModel =
      purpose === 'own' ? null : await this.#pKnowsModel([...others, ...asked.map(({ profile }) => profile)]);
    const found = await this.learning.scoresFor(
      asked.map(({ profile, items }) => ({ profile, rows: itemRows(items.map(({ row }) => row)) })),
      others,
      throwIfCancelled,
    );
    return asked.flatMap(({ profile, items, dials }, index) => {
      throwIfCancelled?.();
      const scores = found[index];
      return scores === undefined
        ? []
        : [assess({ profile, items, now, dials, pKnowsModel, ...scores }, this.estimator, this.library)];
    });
  }

  /** Fitted on everybody's answers, oldest first, each with what was known of the person by now. */
  async #pKnowsModel(profiles: readonly TasteProfile[]): Promise<PKnowsModel> {
    const everybody = new Map(profiles.map((profile) => [profile.personId, profile]));
    const answered = [...everybody.values()].flatMap((profile) => {
      const answers = profile.reactions.flatMap(({ itemId, type, outcome, at }) => {
        const [row, label] = [this.library.rowOf(itemId), knowsSignal({ type, outcome })];
        return row === undefined || label === null ? [] : [{ row, label, at: at ?? 0 }];
      });
      return answers.length === 0 ? [] : [{ profile, answers }];
    });
    const histories = answered.map(({ profile }) => this.scorer.usable(profile.events));
    const queries = await this.scorer.queries(histories, 'warm');
    const width = this.library.heads * this.library.dim;
    const answers = answered.flatMap(({ profile: { personId }, answers: own }, index) => {
      const rows = itemRows(own.map(({ row }) => row));
      const groups = Array.from(rows, (row) => this.library.names(row).group);
      const features = this.estimator.features({ history: histories[index] ?? [], rows }, queries, index * width);
      const estimates = estimate(this.estimator.estimates.knows, features, groups);
      return own.map(({ label, at }, place): KnowsAnswer & { readonly at: number } => ({
        personId,
        group: groups[place] ?? '',
        label,
        estimate: estimates[place] ?? 0,
        at,
      }));
    });
    return new PKnowsModel(answers.sort((left, right) => left.at - right.at));
  }
}

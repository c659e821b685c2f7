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
import { knowsEvidence } from './knows-evidence';
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

/** Fit assumed for items that were asked about in the past; it is not computed again. */
const TYPICAL_FIT = 0.5;

/** Collects what assessments need: encoded histories, learners, the model of P(knows). */
export class Assessor {
  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly learning: PersonalLearning,
  ) {}

  /** One assessment per person, in order; histories are encoded together. */
  async assess(
    asked: readonly AssessmentQuestion[],
    { others, now, purpose }: AssessmentContext,
    throwIfCancelled?: () => void,
  ): Promise<readonly Assessment[]> {
    const pKnowsModel =
      purpose === 'own' ? null : this.#pKnowsModel([...others, ...asked.map(({ profile }) => profile)], now);
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
        : [assess({ profile, items, now, dials, pKnowsModel, ...scores }, this.scorer, this.library)];
    });
  }

  /** Fitted on everybody's answers, oldest first. */
  #pKnowsModel(profiles: readonly TasteProfile[], now: number): PKnowsModel {
    const everybody = new Map(profiles.map((profile) => [profile.personId, profile]));
    const answers = [...everybody.values()].flatMap((profile) => {
      const evidence = knowsEvidence(this.scorer.usable(profile.events), now, this.library);
      return profile.reactions.flatMap(
        ({ itemId, type, outcome, at }): readonly (KnowsAnswer & { readonly at: number })[] => {
          const [row, label] = [this.library.rowOf(itemId), knowsSignal({ type, outcome })];
          if (row === undefined || label === null) return [];
          return [
            {
              personId: profile.personId,
              group: this.library.names(row).group,
              label,
              evidence: evidence(row, this.library.popularity(row) ?? Number.NaN, TYPICAL_FIT),
              at: at ?? 0,
            },
          ];
        },
      );
    });
    return new PKnowsModel(answers.sort((left, right) => left.at - right.at));
  }
}

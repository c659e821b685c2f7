import { itemRows } from '../item-index';
import type { ItemIndex } from '../item-index';
import type { Dials } from '../../domain/dials/dials';
import type { TasteProfile } from '../../domain/taste-profile';
import { assess } from './assessment';
import type { Assessment, BetterWay } from './assessment';
import type { EncodedLibrary } from '../encoded-library';
import type { Guides } from '../evaluating/guides';
import type { WindowEvent } from '../encoding/history-window';
import { KnowsAnswers } from '../learning/knows-answers';
import { PKnowsModel } from '../learning/p-knows-model';
import type { PersonalLearning } from '../learning/personal-learning';
import type { EligibleItem } from './eligibility';
import type { Estimator } from '../estimating/estimator';
import type { TaskScorer } from '../scoring/task-scorer';

export interface AssessmentQuestion {
  readonly profile: TasteProfile;
  readonly items: readonly EligibleItem[];
  readonly dials: Dials;
  /** Gets every feature, however many items there are; 'all' = every item does. Left out: the best do. */
  readonly about?: ItemIndex | 'all';
}

export interface AssessmentContext {
  readonly others: readonly TasteProfile[];
  readonly now: number;
  /** own: picks from the person's own pile, where knowing an item does not count against it. */
  readonly purpose: 'send' | 'own';
}

/** Collects what assessments need: encoded histories, learners, the model of P(knows), the better guides. */
export class Assessor {
  readonly #knowsAnswers: KnowsAnswers;

  /** @param guides null: no simple way ever orders. The benchmark measures Handpicked itself. */
  constructor(
    scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly learning: PersonalLearning,
    private readonly estimator: Estimator,
    private readonly guides: Guides | null,
  ) {
    this.#knowsAnswers = new KnowsAnswers(scorer, library, estimator);
  }

  /** Call when the library has changed. */
  invalidate(): void {
    this.#knowsAnswers.invalidate();
  }

  /** One assessment per person, in order; histories are encoded together. */
  async assess(
    asked: readonly AssessmentQuestion[],
    { others, now, purpose }: AssessmentContext,
    throwIfCancelled?: () => void,
  ): Promise<readonly Assessment[]> {
    const pKnowsModel =
      purpose === 'own'
        ? null
        : new PKnowsModel(
            await this.#knowsAnswers.of([...others, ...asked.map(({ profile }) => profile)], throwIfCancelled),
          );
    const found = await this.learning.scoresFor(
      asked.map(({ profile, items }) => ({ profile, rows: itemRows(items.map(({ row }) => row)) })),
      others,
      throwIfCancelled,
    );
    const assessments: Assessment[] = [];
    for (const [index, { profile, items, dials, about = null }] of asked.entries()) {
      throwIfCancelled?.();
      const scores = found[index];
      if (scores === undefined) continue;
      const better = await this.#betterWay(profile, scores.history, others, throwIfCancelled);
      assessments.push(
        assess({ profile, items, now, dials, pKnowsModel, better, scores, about }, this.estimator, this.library),
      );
    }
    return assessments;
  }

  /** The simple way that is the better guide for the person; null where none is. */
  async #betterWay(
    profile: TasteProfile,
    history: readonly WindowEvent[],
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<BetterWay | null> {
    const { guides } = this;
    const guide = (await guides?.of(profile, others, throwIfCancelled)) ?? 'handpicked';
    if (guides === null || guide === 'handpicked') return null;
    return { way: guide, scores: (rows) => guides.ways.scores(guide, history, rows) };
  }
}

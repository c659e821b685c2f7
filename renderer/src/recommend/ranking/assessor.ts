import { itemRows } from '../item-index';
import type { ItemIndex } from '../item-index';
import type { Dials } from '../../domain/dials/dials';
import type { TasteProfile } from '../../domain/taste-profile';
import { assess } from './assessment';
import type { Assessment, BetterWay } from './assessment';
import type { EncodedLibrary } from '../encoded-library';
import type { Guides } from '../evaluating/guides';
import type { WindowEvent } from '../encoding/history-window';
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
  /** @param guides null: no simple way ever orders. The benchmark measures Handpicked itself. */
  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly learning: PersonalLearning,
    private readonly estimator: Estimator,
    private readonly guides: Guides | null,
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
    const answers = answered.flatMap(({ profile: { personId }, answers: own }, index) => {
      const rows = itemRows(own.map(({ row }) => row));
      const groups = Array.from(rows, (row) => this.library.names(row).group);
      const features = this.estimator.features(
        { history: histories[index] ?? [], rows },
        queries,
        index * this.scorer.queryWidth,
      );
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

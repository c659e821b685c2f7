/**
 * The app's answers about people, through its own code. Two methods:
 * `task-score`: the mixture of the bundle's manifest, as the case packs rank by it;
 * `handpicked`: what the app decides by: P(like), the interest with its adjustments, P(knows).
 */
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { personId } from '../../../renderer/src/domain/ids';
import type { ItemId } from '../../../renderer/src/domain/ids';
import { NO_LEARNING_SETTINGS } from '../../../renderer/src/domain/learning';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { Estimator } from '../../../renderer/src/recommend/estimating/estimator';
import { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import { itemRows } from '../../../renderer/src/recommend/item-index';
import type { ItemRows } from '../../../renderer/src/recommend/item-index';
import { PersonalLearning } from '../../../renderer/src/recommend/learning/personal-learning';
import { logit } from '../../../renderer/src/recommend/math/log-odds';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import type { Assessment } from '../../../renderer/src/recommend/ranking/assessment';
import { Assessor } from '../../../renderer/src/recommend/ranking/assessor';
import type { Estimates } from '../../../renderer/src/recommend/estimating/estimates';
import { foldOf } from '../estimates/folds';
import { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';
import type { Describe } from '../describing';
import type { Crowd } from '../options';

/** What a variant asks. */
export type Target = 'like' | 'interest' | 'knows';

export interface AppQuestion {
  /** Whose history it is: decides the fold. */
  readonly person?: string;
  readonly events: readonly TasteProfileEvent[];
  readonly candidates: readonly ItemId[];
}

/** Scores of the candidates, in their order. */
export interface AppScores {
  readonly handpicked: Float64Array;
  readonly taskScore: Float64Array;
}

function scoresOf(assessment: Assessment | undefined, target: Target): Float64Array {
  if (assessment === undefined) return new Float64Array(0);
  const { interest, chances, pKnows } = assessment;
  return target === 'interest' ? interest : (target === 'like' ? chances : pKnows).map((chance) => logit(chance));
}

/** Curators' candidates are things they rated 0.8 or better; the exact rating is in no case. */
const OWN_RATING = 0.9;
/** P(knows) asks for the age of things: the talks were held in 2018. */
const NOW = Date.UTC(2018, 6, 1);

/** What assesses by one set of estimates. */
interface Engine {
  readonly learning: PersonalLearning;
  readonly assessor: Assessor;
}

export class AppScorer {
  readonly #library: EncodedLibrary;
  readonly #scorer: TaskScorer;
  /** One; or one per fold, fitted without the fold's people. */
  readonly #engines: readonly Engine[];
  #crowd: Crowd = 'off';

  /** @param folds the fits that left out each fold's people; null = the bundle's own. */
  constructor(
    model: TasteModel | null,
    folds: readonly Estimates[] | null = null,
    private readonly describe: Describe = (items) => items,
  ) {
    this.#library = new EncodedLibrary(model);
    this.#scorer = new TaskScorer(model, this.#library);
    this.#engines = (folds ?? [undefined]).map((estimates) => {
      const estimator = new Estimator(this.#scorer, this.#library, model, estimates);
      const learning = new PersonalLearning(this.#scorer, this.#library, estimator);
      return { learning, assessor: new Assessor(this.#scorer, this.#library, learning, estimator, null) };
    });
  }

  /** The app uses whatever crowd columns a library has: with the crowd off they are taken out. */
  async setLibrary(items: readonly LibraryItem[], crowd: Crowd): Promise<void> {
    this.#crowd = crowd;
    const given = crowd === 'on' ? items : items.map((item) => ({ ...item, crowd: null }));
    if (await this.#library.set(this.describe(given), {}))
      for (const { learning } of this.#engines) learning.invalidate();
  }

  /** Mean rating 0..1 in the model's table; null where it does not hold the thing. */
  tableRating(id: ItemId): number | null {
    const row = this.#library.rowOf(id);
    return row === undefined ? null : this.#library.knownRating(row);
  }

  /** Higher is better; `handpicked` is in log-odds, so that sums over people and things mean something. */
  async scores(questions: readonly AppQuestion[], target: Target): Promise<readonly AppScores[]> {
    const rows = questions.map(({ candidates }) => this.#rowsOf(candidates));
    const raw = await this.#scorer.score(
      questions.map(({ events }, index) => ({
        task: target === 'like' ? 'shareRated' : 'share',
        mode: 'warm',
        crowd: this.#crowd === 'on',
        events,
        candidates: rows[index] ?? itemRows([]),
      })),
    );
    const assessments: (Assessment | undefined)[] = [];
    for (const [fold, { assessor }] of this.#engines.entries()) {
      const own = [...questions.keys()].filter(
        (index) => foldOf(questions[index]?.person ?? '', this.#engines.length) === fold,
      );
      const found = await assessor.assess(
        own.map((index) => ({
          profile: {
            personId: personId(`person ${String(index)}`),
            events: questions[index]?.events ?? [],
            reactions: [],
            excludedItemIds: [],
            likedTags: [],
            avoidedTags: [],
            learning: NO_LEARNING_SETTINGS,
          },
          items: Array.from(rows[index] ?? [], (row) => ({ row, ownRating: OWN_RATING })),
          dials: NEUTRAL_DIALS,
        })),
        { others: [], now: NOW, purpose: 'send' },
      );
      own.forEach((index, place) => {
        assessments[index] = found[place];
      });
    }
    return questions.map((_, index) => ({
      handpicked: scoresOf(assessments[index], target),
      taskScore: raw[index] ?? new Float64Array(0),
    }));
  }

  #rowsOf(ids: readonly ItemId[]): ItemRows {
    return itemRows(
      ids.map((id) => {
        const row = this.#library.rowOf(id);
        if (row === undefined) throw new Error(`The library does not hold ${id}.`);
        return row;
      }),
    );
  }
}

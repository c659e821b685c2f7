/**
 * The app's answers about people, through its own code. Two methods:
 * `task-score`: the mixture of the bundle's manifest, as the case packs rank by it;
 * `handpicked`: what the app decides by. P(like) and P(knows) are the assessment's. The app has no separate estimate of
 * interest (would they choose it?); the assessment's liking, which orders the picks before the "does not know it"
 * factor, stands for it.
 */
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { personId } from '../../../renderer/src/domain/ids';
import type { ItemId } from '../../../renderer/src/domain/ids';
import { NO_LEARNING_SETTINGS } from '../../../renderer/src/domain/learning';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import { itemRows } from '../../../renderer/src/recommend/item-index';
import type { ItemRows } from '../../../renderer/src/recommend/item-index';
import { PersonalLearning } from '../../../renderer/src/recommend/learning/personal-learning';
import { logit } from '../../../renderer/src/recommend/math/log-odds';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import { Assessor } from '../../../renderer/src/recommend/ranking/assessor';
import { logOdds } from '../../../renderer/src/recommend/ranking/would-like';
import { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';
import type { Crowd } from '../options';

/** What a variant asks. */
export type Target = 'like' | 'interest' | 'knows';

export interface AppQuestion {
  readonly events: readonly TasteProfileEvent[];
  readonly candidates: readonly ItemId[];
}

/** Scores of the candidates, in their order. */
export interface AppScores {
  readonly handpicked: Float64Array;
  readonly taskScore: Float64Array;
}

/** Curators' candidates are things they rated 0.8 or better; the exact rating is in no case. */
const OWN_RATING = 0.9;
/** P(knows) asks for the age of things: the talks were held in 2018. */
const NOW = Date.UTC(2018, 6, 1);

export class AppScorer {
  readonly #library: EncodedLibrary;
  readonly #scorer: TaskScorer;
  readonly #learning: PersonalLearning;
  readonly #assessor: Assessor;
  #crowd: Crowd = 'off';

  constructor(model: TasteModel | null) {
    this.#library = new EncodedLibrary(model);
    this.#scorer = new TaskScorer(model, this.#library);
    this.#learning = new PersonalLearning(this.#scorer, this.#library);
    this.#assessor = new Assessor(this.#scorer, this.#library, this.#learning);
  }

  /** The app uses whatever crowd columns a library has: with the crowd off they are taken out. */
  async setLibrary(items: readonly LibraryItem[], crowd: Crowd): Promise<void> {
    this.#crowd = crowd;
    const given = crowd === 'on' ? items : items.map((item) => ({ ...item, crowd: null }));
    if (await this.#library.set(given, {})) this.#learning.invalidate();
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
    const assessments = await this.#assessor.assess(
      questions.map(({ events }, index) => ({
        profile: {
          personId: personId(`person ${String(index)}`),
          events,
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
    return assessments.map(({ terms, chances, pKnows }, index) => ({
      handpicked:
        target === 'interest'
          ? Float64Array.from(terms, logOdds)
          : (target === 'like' ? chances : pKnows).map((chance) => logit(chance)),
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

import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import type { Recommender, TaskRequest } from '../../../renderer/src/recommend/recommender-api';
import { scaleOf } from '../../../renderer/src/recommend/scoring/standardise';
import type { ModelContext } from './method-context';
import { best } from './replay-method';
import type { ReplayMethod, ReplaySession, Turn } from './replay-method';

export const FROZEN_MODEL = 'model-frozen';
export const MODEL = 'model';

/** Histories scored in one call. */
const BATCH = 64;
/** What an outcome becomes as an event of the history. */
const LIKED_RATING = 0.9;
const NOT_LIKED_RATING = 0.4;

/**
 * From a raw score to P(like), for a model that has not learned what its scores are worth: log-odds of the share liked
 * at large, which is that of the dev packs (0.7), plus so much per standard deviation over the pool, which is assumed.
 * On these packs the calibration error so found is flattered: elsewhere another share may be liked.
 */
const USUAL_LOG_ODDS = 0.85;
const LOG_ODDS_PER_DEVIATION = 0.6;

/** One ranking question for the model: what is known of the friend just now, and the rows of the pool. */
export type ModelQuestion = Pick<TaskRequest, 'events' | 'candidates'>;

/** Raw "would like it if they met it" scores of many questions at once, one array per question, in the order of its candidates. */
export async function modelScores(recommender: Recommender, questions: readonly ModelQuestion[], crowd: boolean): Promise<readonly Float64Array[]> {
  const scores: Float64Array[] = [];
  for (let start = 0; start < questions.length; start += BATCH) {
    scores.push(...await recommender.scoreTasks(questions.slice(start, start + BATCH).map((question): TaskRequest => ({ ...question, task: 'shareRated', mode: 'warm', crowd }))));
  }
  return scores;
}

/** What was picked, as the history would tell it. Nobody says when. */
export function outcomeEvent(itemId: TasteProfileEvent['itemId'], liked: boolean): TasteProfileEvent {
  return { itemId, rating: liked ? LIKED_RATING : NOT_LIKED_RATING, at: null };
}

export interface ModelSession extends ReplaySession {
  readonly candidates: Int32Array;
  events: readonly TasteProfileEvent[];
  /** Of the whole pool, so that what has been sent does not shift the scale; null = to be asked anew. */
  scores: Float64Array | null;
}

/** The model as shipped; frozen: it never hears what came of its picks. */
export function modelMethod({ recommender, crowd }: ModelContext, { frozen }: { readonly frozen: boolean }): ReplayMethod<ModelSession> {
  return {
    name: frozen ? FROZEN_MODEL : MODEL,
    start({ known, pool }) {
      const session: ModelSession = {
        events: known, candidates: recommender.rowsOf(pool), scores: null,
        chance: (item) => chanceOf(session.scores ?? new Float64Array(0), item),
        feedback(item, liked) {
          const id = pool[item];
          if (frozen || id === undefined) return;
          session.events = [...session.events, outcomeEvent(id, liked)];
          session.scores = null;
        },
      };
      return session;
    },
    async chooseAll(turns) {
      await scoreAnew(turns, recommender, crowd);
      return turns.map(({ session, remaining }) => best(remaining, (item) => session.scores?.[item] ?? Number.NaN));
    },
  };
}

/** Fills in the scores of every session that has heard something since they were last asked for. */
export async function scoreAnew(turns: readonly Turn<ModelSession>[], recommender: Recommender, crowd: boolean): Promise<void> {
  const stale = turns.map(({ session }) => session).filter(({ scores }) => scores === null);
  const answers = await modelScores(recommender, stale, crowd);
  stale.forEach((session, place) => { session.scores = answers[place] ?? null; });
}

function chanceOf(scores: Float64Array, item: number): number {
  const { mean, inverseDeviation } = scaleOf(scores);
  return 1 / (1 + Math.exp(-USUAL_LOG_ODDS - LOG_ODDS_PER_DEVIATION * inverseDeviation * ((scores[item] ?? mean) - mean)));
}

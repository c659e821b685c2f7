import { itemRows, NO_ROW } from '../../../renderer/src/recommend/item-index';
import type { ItemRows } from '../../../renderer/src/recommend/item-index';
import type { ItemId } from '../../../renderer/src/domain/ids';
import { itemId } from '../../../renderer/src/domain/ids';
import type { TasteProfile, TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { WildcardSlot } from '../../../renderer/src/recommend/exploring/wildcard-slot';
import type { WildcardInput } from '../../../renderer/src/recommend/exploring/wildcard-slot';
import { PersonalLearning } from '../../../renderer/src/recommend/learning/personal-learning';
import type {
  LearnerOptions,
  LearningParts,
  PersonalScores,
} from '../../../renderer/src/recommend/learning/personal-learning';
import { sigmoid } from '../../../renderer/src/recommend/math/log-odds';
import { NO_ADJUSTMENTS } from '../../../renderer/src/recommend/ranking/adjustments';
import { Estimator } from '../../../renderer/src/recommend/estimating/estimator';
import { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';
import type { ModelContext } from './method-context';
import { profileOfEvents, reactionOf } from '../profile-of-events';
import { best } from './replay-method';
import type { ReplayMethod, ReplaySession } from './replay-method';

/** People per invented circle; their reactions form each other's prior, as friends' do in the app. */
const CIRCLE = 30;
const WILDCARD_EVERY = 5;
const SEED = 7;
const ROUNDS_APART = 1000;

/** Parts switched on besides the model. */
export interface ReplayParts extends LearningParts {
  /** Outcomes become events of the history that the model reads. */
  readonly reads: boolean;
  /** One place in five is a wildcard. */
  readonly explores: boolean;
}

export interface LearnedSession extends ReplaySession {
  readonly friend: string;
  readonly rows: ItemRows;
  events: readonly TasteProfileEvent[];
  /** P(like) of the pool; null = outdated by a new outcome. */
  chances: Float64Array | null;
  ground: WildcardInput | null;
}

/** The app's own assessment of what would be liked, with the parts that are switched on. */
export function learnedMethod(
  name: string,
  { model, library }: Pick<ModelContext, 'model' | 'library'>,
  parts: ReplayParts,
  options?: LearnerOptions,
): ReplayMethod<LearnedSession> {
  const scorer = new TaskScorer(model, library);
  const learning = new PersonalLearning(scorer, library, new Estimator(scorer, library, model), parts, options);
  const slot = new WildcardSlot(library);
  const circles: LearnedSession[][] = [];
  const numbers = new Map<LearnedSession, number>();
  const profileOf = (session: LearnedSession): TasteProfile =>
    profileOfEvents(`session ${String(numbers.get(session))}`, session.events, {
      reactions: session.events.map(reactionOf),
    });
  const workOut = async (circle: readonly LearnedSession[]): Promise<void> => {
    const asked = circle.map((session) => ({ profile: profileOf(session), rows: session.rows }));
    const found = await learning.scoresFor(
      asked,
      asked.map(({ profile }) => profile),
    );
    circle.forEach((session, index) => {
      const about = found[index];
      if (about === undefined) return;
      session.ground = wildcardInputOf(session.rows, about);
      session.chances = about.offsets.map((offset, place) => sigmoid(offset + (about.corrections[place] ?? 0)));
    });
  };
  /** As in the app: one place in five is drawn, and what was sent is no candidate. */
  const wildcardAt = async (
    session: LearnedSession,
    remaining: readonly number[],
    round: number,
  ): Promise<number | null> => {
    if (!parts.explores || round % WILDCARD_EVERY !== WILDCARD_EVERY - 1 || session.ground === null) return null;
    const judgements = await learning.judgements(profileOf(session), []);
    const sent = session.ground.rows.map((_, item) => item).filter((item) => !remaining.includes(item));
    return (
      slot.draw(session.ground, judgements, [...sent], SEED + (numbers.get(session) ?? 0) * ROUNDS_APART + round)
        ?.index ?? null
    );
  };
  return {
    name,
    start({ friend, known, pool }) {
      const session: LearnedSession = {
        friend,
        rows: itemRows(pool.map((id) => library.rowOf(itemId(id)) ?? NO_ROW)),
        events: known,
        chances: null,
        ground: null,
        chance: (item) => session.chances?.[item] ?? Number.NaN,
        feedback(item, liked) {
          const id = pool[item];
          if (!parts.reads || id === undefined) return;
          session.events = [...session.events, outcomeEvent(id, liked)];
          session.chances = null;
        },
      };
      numbers.set(session, numbers.size);
      // A second curator of the same friend would leak outcomes.
      const circle = circles.find((one) => one.length < CIRCLE && one.every((other) => other.friend !== friend));
      if (circle === undefined) circles.push([session]);
      else circle.push(session);
      return session;
    },
    async chooseAll(turns) {
      const asked = new Set(turns.map(({ session }) => session));
      for (const circle of circles)
        if (circle.some((session) => asked.has(session) && session.chances === null)) await workOut(circle);
      return await Promise.all(
        turns.map(
          async ({ session, remaining, round }) =>
            (await wildcardAt(session, remaining, round)) ??
            best(remaining, (item) => session.chances?.[item] ?? Number.NaN),
        ),
      );
    },
  };
}

/** Rating of an outcome as an event of the history. */
const OUTCOME_LIKED = 0.9;
const OUTCOME_NOT_LIKED = 0.4;

/** A pick as an event of the history, without a date. */
export function outcomeEvent(id: ItemId, liked: boolean): TasteProfileEvent {
  return { itemId: id, rating: liked ? OUTCOME_LIKED : OUTCOME_NOT_LIKED, at: null };
}

/** Input of a wildcard; pKnows is 0 for all. */
export function wildcardInputOf(
  rows: ItemRows,
  { offsets, featuresOf, corrections: learned }: PersonalScores,
): WildcardInput {
  const adjustments = Array.from(rows, () => NO_ADJUSTMENTS);
  const none = new Float64Array(rows.length);
  return { rows, offsets, featuresOf, learned, guided: none, adjustments, pKnows: none, complete: null };
}

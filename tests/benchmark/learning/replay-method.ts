import type { ReplayQuestion } from './replay-cases';

/** State of a method in one case. Items are places in the question's pool. */
export interface ReplaySession {
  /** Predicted P(the friend likes it), 0..1, before the outcome is known; missing for methods that only rank. */
  chance?(item: number): number;
  /** The outcome of the pick just sent. */
  feedback(item: number, liked: boolean): void | Promise<void>;
}

/** One pick to be made. */
export interface Turn<Session extends ReplaySession = ReplaySession> {
  readonly session: Session;
  /** Places not sent yet, ascending. */
  readonly remaining: readonly number[];
  /** Number of earlier picks. */
  readonly round: number;
}

/**
 * A method of picking. All cases of a pack advance together, one pick each, so that a method can batch its questions to
 * the model. Knowledge may flow between sessions of different friends only: with a second curator the same friend's
 * answers would leak outcomes.
 */
export interface ReplayMethod<Session extends ReplaySession = ReplaySession> {
  readonly name: string;
  start(question: ReplayQuestion): Session | Promise<Session>;
  /** One of `remaining` for each turn. */
  chooseAll(turns: readonly Turn<Session>[]): readonly number[] | Promise<readonly number[]>;
}

/** A session that chooses on its own. */
export interface ScoringSession extends ReplaySession {
  /** Worth of sending the item next; higher is better. */
  score(item: number): number;
}

/** A method whose sessions choose on their own: the highest score, ties by the order of the pool. */
export function scoringMethod(
  name: string,
  start: (question: ReplayQuestion) => ScoringSession,
): ReplayMethod<ScoringSession> {
  return {
    name,
    start,
    chooseAll: (turns) => turns.map(({ session, remaining }) => best(remaining, (item) => session.score(item))),
  };
}

/** The item with the highest score, ties by order; NaN ranks last. */
export function best(remaining: readonly number[], score: (item: number) => number): number {
  let [found = -1] = remaining;
  let highest = -Infinity;
  for (const item of remaining) {
    const own = score(item);
    if (own > highest) [found, highest] = [item, own];
  }
  return found;
}

import type { ReplayQuestion } from './replay-cases';

/** One case under way: what a method has made of it so far. Items are places in the question's pool. */
export interface ReplaySession {
  /** P(the friend likes it), 0..1, as believed before its outcome is known; left out by methods that only rank. */
  chance?(item: number): number;
  /** The outcome of what was just sent. */
  feedback(item: number, liked: boolean): void | Promise<void>;
}

/** One pick to be made. */
export interface Turn<Session extends ReplaySession = ReplaySession> {
  readonly session: Session;
  /** What has not been sent yet, ascending. */
  readonly remaining: readonly number[];
  /** Picks made before. */
  readonly round: number;
}

/**
 * A way of picking. All cases of a pack advance together, one pick each, so that a method may ask the model about many
 * at once. What one session has learned may flow into another only where the friend is another: with a second curator
 * the same friend's answers would give the outcome away.
 */
export interface ReplayMethod<Session extends ReplaySession = ReplaySession> {
  readonly name: string;
  start(question: ReplayQuestion): Session | Promise<Session>;
  /** One of `remaining` for each turn. */
  chooseAll(turns: readonly Turn<Session>[]): readonly number[] | Promise<readonly number[]>;
}

/** A session that needs nobody else to choose. */
export interface ScoringSession extends ReplaySession {
  /** Worth of sending the item next: higher is better. */
  score(item: number): number;
}

/** A method whose sessions choose for themselves: the best score, of equals the first in the pool. */
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

/** The item with the highest score, of equals the first; a score that is no number stands last. */
export function best(remaining: readonly number[], score: (item: number) => number): number {
  let [found = -1] = remaining;
  let highest = -Infinity;
  for (const item of remaining) {
    const own = score(item);
    if (own > highest) [found, highest] = [item, own];
  }
  return found;
}

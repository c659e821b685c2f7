import type { ReplayCase, ReplayQuestion } from './replay-cases';
import type { ReplayMethod, ReplaySession } from './replay-method';

/** Record of a method in one case; lists run over its picks in order. */
export interface ReplayRecord {
  readonly caseId: string;
  readonly friend: string;
  readonly poolSize: number;
  readonly likedInPool: number;
  /** Places in the pool. */
  readonly picks: readonly number[];
  readonly liked: readonly boolean[];
  /** Predicted P(like) just before the pick; null for a method without chances. */
  readonly chances: readonly (number | null)[];
}

const SENT_SHARE = 3;

/** Picks of a case: a third of its pool, rounded up. */
export function roundsOf(poolSize: number): number {
  return Math.ceil(poolSize / SENT_SHARE);
}

interface Running {
  readonly one: ReplayCase;
  readonly session: ReplaySession;
  readonly picks: number[];
  readonly chances: (number | null)[];
  remaining: readonly number[];
}

/**
 * Plays every case under one method. A method sees a case without outcomes, chooses among items not sent yet, and is
 * given the outcome of that item only; anything else throws.
 */
export async function replay(
  cases: readonly ReplayCase[],
  method: ReplayMethod,
  onRound: (done: number, total: number) => void = () => undefined,
): Promise<readonly ReplayRecord[]> {
  const running: Running[] = [];
  for (const one of cases)
    running.push({
      one,
      session: await method.start(questionOf(one)),
      picks: [],
      chances: [],
      remaining: one.pool.map((_, item) => item),
    });
  const total = Math.max(0, ...cases.map(({ pool }) => roundsOf(pool.length)));
  for (let round = 0; round < total; round++) {
    const asked = running.filter(({ one }) => round < roundsOf(one.pool.length));
    const chosen = await method.chooseAll(asked.map(({ session, remaining }) => ({ session, remaining, round })));
    for (const [place, state] of asked.entries()) await send(state, chosen[place], method.name);
    onRound(round + 1, total);
  }
  return running.map(({ one, picks, chances }) => ({
    caseId: one.id,
    friend: one.friend,
    poolSize: one.pool.length,
    likedInPool: one.liked.filter(Boolean).length,
    picks,
    liked: picks.map((item) => one.liked[item] === true),
    chances,
  }));
}

async function send(state: Running, item: number | undefined, name: string): Promise<void> {
  if (item === undefined || !state.remaining.includes(item))
    throw new Error(`"${name}" chose item ${String(item)} in case ${state.one.id}, which cannot be sent.`);
  const chance = state.session.chance?.(item) ?? null;
  if (chance !== null && !(chance >= 0 && chance <= 1))
    throw new Error(`"${name}" gives item ${String(item)} in case ${state.one.id} a chance of ${String(chance)}.`);
  state.picks.push(item);
  state.chances.push(chance);
  state.remaining = state.remaining.filter((other) => other !== item);
  await state.session.feedback(item, state.one.liked[item] === true);
}

/** Field by field, because a copy of the case would contain its outcomes. */
export function questionOf({ id, sort, friend, curators, known, pool }: ReplayCase): ReplayQuestion {
  return { id, sort, friend, curators, known, pool };
}

import type { EngineState } from '../../domain/ports/recommender';

/** A request to the recommender that can be asked again. A new object means that a new answer is due. */
export interface Question<Request> {
  readonly request: Request;
  /** State of the engine that the answer depends on, see `engineRevision`. */
  readonly revision: string;
}

/**
 * Changes with the engine, its status and the number of items it was given: the same request then has another answer.
 */
export function engineRevision({ engine, status, recognised }: EngineState): string {
  return `${engine} ${status} ${String(recognised.total)}`;
}

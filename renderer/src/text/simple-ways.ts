import type { SimpleWay } from '../domain/backtest';

/** The simple ways as they stand in a sentence. */
export const simpleWayInSentence: Readonly<Record<SimpleWay, string>> = {
  'average-rating': 'the crowd’s average',
  creators: 'the crowd’s average plus earlier opinions of the creators',
  likeness: 'likeness in words',
  popularity: 'popularity',
};

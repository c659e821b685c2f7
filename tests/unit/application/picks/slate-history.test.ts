import { describe, expect, it } from 'vitest';
import { type SlateHistory, withSlate } from '../../../../renderer/src/application/picks/slate-history';
import { itemId, personId } from '../../../../renderer/src/domain/ids';
import type { Recommendation, Slate } from '../../../../renderer/src/domain/recommendation';

const recommendation = (id: string): Recommendation => ({
  itemId: itemId(id),
  personId: personId('ada'),
  score: 0,
  chance: null,
  fit: 0.5,
  pKnows: 0,
  confidence: 'low',
  reasons: [],
  wildcard: false,
});
const slate = (ids: readonly string[]): Slate => ({
  recommendations: ids.map(recommendation),
  eligibleCount: ids.length,
  engine: 'content',
  modelVersion: null,
  wildcard: null,
  createdAt: 0,
  tookMilliseconds: 0,
});
const after = (...slates: readonly Slate[]): SlateHistory | null =>
  slates.reduce<SlateHistory | null>((history, next) => withSlate(history, next), null);

describe('the history of a slate', () => {
  it('begins with nothing moved', () => {
    const first = slate(['a', 'b']);
    expect(after(first)).toEqual({ slate: first, base: first, moved: new Map() });
  });

  it('is in the order it is shown in: best first', () => {
    const answer = slate(['a', 'b']);
    const recommendations = answer.recommendations.map((pick, index) => ({ ...pick, score: index }));
    const shown = withSlate(null, { ...answer, recommendations }).slate.recommendations;
    expect(shown.map((pick) => pick.itemId)).toEqual(['b', 'a']);
  });

  it('says what moved since the slate before', () => {
    const history = after(slate(['a', 'b']), slate(['b', 'a']));
    expect([...(history?.moved ?? [])]).toEqual([
      ['ada:b', { type: 'up', places: 1 }],
      ['ada:a', { type: 'down', places: 1 }],
    ]);
  });

  it('keeps what moved over an answer in the same order, and measures the next change from before it', () => {
    const [first, second, same, third] = [
      slate(['a', 'b']),
      slate(['b', 'a']),
      slate(['b', 'a']),
      slate(['b', 'a', 'c']),
    ];
    const kept = after(first, second, same);
    expect(kept).toMatchObject({ slate: same, base: second });
    expect(kept?.moved.size).toBe(2);
    expect([...(after(first, second, same, third)?.moved ?? [])]).toEqual([['ada:c', { type: 'new' }]]);
  });
});

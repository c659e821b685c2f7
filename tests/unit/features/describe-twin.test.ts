import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { describeTwin } from '../../../renderer/src/features/import/describe-twin';

describe('a thing kept apart', () => {
  it('is told with what it could be and why it is not taken for it', () => {
    const facts = { kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1961 };
    expect(
      describeTwin({
        row: null,
        itemId: itemId('a'),
        facts,
        evidence: ['generic-title', 'same-title', 'same-maker', 'other-year'],
      }),
    ).toBe(
      'Could be the same as “Poems” (Ann Vole, 1961) in your library; kept apart because many works have this title and the years differ.',
    );
    expect(
      describeTwin({
        itemId: null,
        row: null,
        facts: { ...facts, creators: [], year: null },
        evidence: ['same-title'],
      }),
    ).toBe('Could be the same as “Poems” in this file; kept apart because nothing decides it.');
  });
});

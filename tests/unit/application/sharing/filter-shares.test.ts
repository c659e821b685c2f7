import { describe, expect, it } from 'vitest';
import { filterShares } from '../../../../renderer/src/application/sharing/filter-shares';
import { itemId, personId, shareId } from '../../../../renderer/src/domain/ids';
import type { Outcome, Share } from '../../../../renderer/src/domain/share';

const ada = personId('ada');
const ben = personId('ben');
const share = (id: string, sharedAt: number, outcome: Outcome | null = null, person = ada): Share => ({
  id: shareId(id),
  itemId: itemId(id),
  personId: person,
  via: 'told',
  note: '',
  sharedAt,
  outcome,
  outcomeAt: null,
});
const ids = (shares: readonly Share[]): string[] => shares.map((entry) => entry.id);

describe('filterShares', () => {
  const shares = [share('a', 1, 'loved'), share('b', 2, null, ben), share('c', 3)];

  it('filters by friend and outcome, newest first', () => {
    expect(ids(filterShares(shares, { personId: null, outcome: null }))).toEqual(['c', 'b', 'a']);
    expect(ids(filterShares(shares, { personId: ada, outcome: null }))).toEqual(['c', 'a']);
    expect(ids(filterShares(shares, { personId: null, outcome: 'unanswered' }))).toEqual(['c', 'b']);
    expect(ids(filterShares(shares, { personId: ada, outcome: 'loved' }))).toEqual(['a']);
  });
});

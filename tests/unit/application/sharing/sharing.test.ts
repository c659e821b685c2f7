import { describe, expect, it } from 'vitest';
import { itemId, personId, shareId } from '../../../../renderer/src/domain/ids';
import type { Outcome, Share } from '../../../../renderer/src/domain/share';
import { filterShares } from '../../../../renderer/src/application/sharing/filter-shares';
import { pendingCount, toAskAbout } from '../../../../renderer/src/application/sharing/pending-outcomes';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 100 * DAY;
const ada = personId('ada');
const ben = personId('ben');
const share = (
  id: string,
  sharedAt: number,
  outcome: Outcome | null = null,
  person = ada,
  outcomeAt: number | null = null,
): Share => ({
  id: shareId(id),
  itemId: itemId(id),
  personId: person,
  via: 'told',
  note: '',
  sharedAt,
  outcome,
  outcomeAt,
});
const ids = (shares: readonly Share[]): string[] => shares.map((entry) => entry.id);

describe('open answers', () => {
  const shares = [
    share('new', NOW),
    share('old', 1),
    share('loved', 2, 'loved'),
    share('fresh not yet', 3, 'not-yet', ben, NOW - DAY),
    share('stale not yet', 4, 'not-yet', ada, NOW - 8 * DAY),
  ];

  it('asks about the longest waiting first, and about "not yet" after a week', () => {
    expect(ids(toAskAbout(shares, NOW, 9))).toEqual(['old', 'stale not yet', 'new']);
    expect(ids(toAskAbout(shares, NOW, 1))).toEqual(['old']);
  });

  it('counts what is open for one friend', () => {
    expect([pendingCount(shares, ada), pendingCount(shares, ben)]).toEqual([3, 1]);
  });
});

describe('filterShares', () => {
  const shares = [share('a', 1, 'loved'), share('b', 2, null, ben), share('c', 3)];

  it('filters by friend and outcome, newest first', () => {
    expect(ids(filterShares(shares, { personId: null, outcome: null }))).toEqual(['c', 'b', 'a']);
    expect(ids(filterShares(shares, { personId: ada, outcome: null }))).toEqual(['c', 'a']);
    expect(ids(filterShares(shares, { personId: null, outcome: 'unanswered' }))).toEqual(['c', 'b']);
    expect(ids(filterShares(shares, { personId: ada, outcome: 'loved' }))).toEqual(['a']);
  });
});

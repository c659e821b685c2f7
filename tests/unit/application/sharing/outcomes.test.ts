import { describe, expect, it } from 'vitest';
import { itemId, personId, shareId, type ItemId } from '../../../../renderer/src/domain/ids';
import type { Outcome, Share } from '../../../../renderer/src/domain/share';
import { isPending, pressedOutcome, toAskAbout } from '../../../../renderer/src/application/sharing/outcomes';

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
const NOTHING_KNOWN = new Map<ItemId, { readonly kind: string }>();
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
    expect(ids(toAskAbout(shares, NOTHING_KNOWN, NOW, 9))).toEqual(['old', 'stale not yet']);
    expect(ids(toAskAbout(shares, NOTHING_KNOWN, NOW, 1))).toEqual(['old']);
  });

  it('asks days after a thing was sent, and weeks after a book was', () => {
    const sent = [share('film', NOW - 3 * DAY), share('book', NOW - 3 * DAY), share('wine', NOW - 3 * DAY + 1)];
    const kinds = new Map([
      [itemId('film'), { kind: 'movie' }],
      [itemId('book'), { kind: 'book' }],
      [itemId('wine'), { kind: 'wine' }],
    ]);
    expect(ids(toAskAbout(sent, kinds, NOW, 9))).toEqual(['film']);
    expect(ids(toAskAbout(sent, kinds, NOW + DAY, 9))).toEqual(['film', 'wine']);
    expect(ids(toAskAbout(sent, kinds, NOW + 11 * DAY, 9))).toContain('book');
  });

  it('are those without an answer, and "not yet"', () => {
    expect(ids(shares.filter(isPending))).toEqual(['new', 'old', 'fresh not yet', 'stale not yet']);
  });

  it('are open again when the recorded answer is pressed once more', () => {
    expect(pressedOutcome(null, 'loved')).toBe('loved');
    expect(pressedOutcome('meh', 'loved')).toBe('loved');
    expect(pressedOutcome('loved', 'loved')).toBeNull();
  });
});

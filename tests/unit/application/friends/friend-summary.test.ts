import { describe, expect, it } from 'vitest';
import { NEUTRAL_DIALS } from '../../../../renderer/src/domain/dials/dials';
import type { TasteEvent } from '../../../../renderer/src/domain/event';
import { eventId, itemId, personId, shareId } from '../../../../renderer/src/domain/ids';
import { NO_LEARNING_SETTINGS } from '../../../../renderer/src/domain/learning';
import type { Person } from '../../../../renderer/src/domain/person';
import type { Share } from '../../../../renderer/src/domain/share';
import { friendSummary, knownTaste } from '../../../../renderer/src/application/friends/friend-summary';

const ada = personId('ada');
const friend: Person = {
  id: ada,
  name: 'Ada',
  isOwner: false,
  likedTags: ['cosy'],
  avoidedTags: ['gore', 'war'],
  learning: NO_LEARNING_SETTINGS,
  dials: NEUTRAL_DIALS,
  note: null,
  email: null,
  source: 'manual',
  createdAt: 0,
  archivedAt: null,
};
const event = (id: string, type: TasteEvent['type'], rating: number | null = null): TasteEvent => ({
  id: eventId(id),
  personId: ada,
  itemId: itemId(id),
  type,
  rating,
  at: null,
  recordedAt: Number(id),
  source: 'manual',
  otherItemId: null,
  outcome: null,
  shareId: null,
});
const share = (id: string, sharedAt: number, more: Partial<Share> = {}): Share => ({
  id: shareId(id),
  itemId: itemId(id),
  personId: ada,
  via: 'told',
  note: '',
  sharedAt,
  outcome: null,
  outcomeAt: null,
  ...more,
});
const ids = (events: readonly TasteEvent[]): string[] => events.map((entry) => entry.id);

describe('knownTaste', () => {
  it('sorts statements and ratings by what they say, newest first', () => {
    const known = knownTaste([
      event('1', 'loved'),
      event('2', 'rated', 0.8),
      event('3', 'rated', 0.7),
      event('4', 'rated', 0.4),
      event('5', 'never-again'),
      event('6', 'knows-it'),
      event('7', 'reacted'),
      event('8', 'chosen-over'),
      event('9', 'rated', 0),
    ]);
    expect(ids(known.loves)).toEqual(['8', '2', '1']);
    expect(ids(known.nevers)).toEqual(['9', '5', '4']);
    expect(ids(known.others)).toEqual(['6', '3']);
  });
});

describe('friendSummary', () => {
  it('counts what is known and what is open, and finds the last thing sent', () => {
    const shares = [
      share('a', 1, { outcome: 'loved' }),
      share('b', 3, { outcome: 'not-yet' }),
      share('c', 2),
      share('d', 9, { personId: personId('ben') }),
    ];
    const summary = friendSummary(friend, [event('1', 'loved'), event('2', 'never-again')], shares);
    expect(summary).toMatchObject({ loves: 1, nevers: 1, tags: 3, pending: 2 });
    expect(summary.lastShare?.id).toBe('b');
    expect(friendSummary(friend, [], []).lastShare).toBeNull();
  });
});

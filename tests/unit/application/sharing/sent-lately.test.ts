import { describe, expect, it } from 'vitest';
import {
  dayState,
  HANDLED_PER_DAY,
  SENT_PER_DAY,
  sentInLastWeek,
  sentToday,
} from '../../../../renderer/src/application/sharing/sent-lately';
import type { TasteEvent } from '../../../../renderer/src/domain/event';
import { eventId, itemId, personId, shareId } from '../../../../renderer/src/domain/ids';
import type { Share } from '../../../../renderer/src/domain/share';

const NOON = new Date(2026, 4, 20, 12).getTime();
const DAY = 24 * 60 * 60 * 1000;
const ada = personId('ada');
const share = (sharedAt: number, person = ada): Share => ({
  id: shareId(String(sharedAt)),
  itemId: itemId('i'),
  personId: person,
  via: 'told',
  note: '',
  sharedAt,
  outcome: null,
  outcomeAt: null,
});
const answer = (type: TasteEvent['type'], recordedAt: number): TasteEvent => ({
  id: eventId('e'),
  personId: ada,
  itemId: itemId('i'),
  type,
  rating: null,
  at: null,
  recordedAt,
  source: 'manual',
  otherItemId: null,
  outcome: null,
  shareId: null,
});

describe('dayState', () => {
  it('is done after five sent today, not counting yesterday', () => {
    const today = Array.from({ length: SENT_PER_DAY }, (_, index) => share(NOON - index));
    expect(dayState(today, [], NOON).done).toBe('shared');
    expect(dayState([...today.slice(1), share(NOON - DAY)], [], NOON)).toEqual({
      sharedToday: 4,
      handledToday: 4,
      done: null,
    });
  });

  it('is done after ten answered in any way, and counts no other event', () => {
    const answers = Array.from({ length: HANDLED_PER_DAY - 1 }, () => answer('not-for-them', NOON));
    expect(dayState([share(NOON)], answers, NOON).done).toBe('handled');
    expect(dayState([], [...answers, answer('loved', NOON)], NOON).done).toBeNull();
  });

  it('counts the last seven days of one friend', () => {
    expect(sentInLastWeek([share(NOON - DAY), share(NOON - 8 * DAY), share(NOON, personId('ben'))], ada, NOON)).toBe(1);
  });
});

describe('sentToday', () => {
  it('counts everybody’s shares since midnight', () => {
    const midnight = new Date(NOON).setHours(0, 0, 0, 0);
    expect(sentToday([share(NOON), share(midnight, personId('ben')), share(midnight - 1)], NOON)).toBe(2);
  });
});

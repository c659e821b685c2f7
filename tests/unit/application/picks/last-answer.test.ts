import { describe, expect, it } from 'vitest';
import { lastAnswer } from '../../../../renderer/src/application/picks/last-answer';
import type { TasteEvent } from '../../../../renderer/src/domain/event';
import { eventId, itemId, personId } from '../../../../renderer/src/domain/ids';

const event = (id: string, recordedAt: number, more: Partial<TasteEvent> = {}): TasteEvent => ({
  id: eventId(id),
  personId: personId('ada'),
  itemId: itemId(id),
  type: 'not-for-them',
  rating: null,
  at: recordedAt,
  recordedAt,
  source: 'manual',
  otherItemId: null,
  outcome: null,
  shareId: null,
  ...more,
});

describe('the last answer', () => {
  it('is the one recorded last since the page was opened', () => {
    const events = [event('before', 9), event('second', 20, { source: 'share' }), event('first', 10)];
    expect(lastAnswer(events, 10)?.id).toBe('second');
    expect(lastAnswer(events, 21)).toBeNull();
    expect(lastAnswer([], 0)).toBeNull();
  });

  it('is the one before again once it was undone', () => {
    const events = [event('first', 10), event('second', 20)];
    expect(lastAnswer(events.slice(0, 1), 10)?.id).toBe('first');
  });

  it('is no matter of when a thing was met', () => {
    expect(lastAnswer([event('old', 10, { at: 1 }), event('new', 11, { at: null })], 10)?.id).toBe('new');
  });

  it('is nothing that was imported or came with the sample library', () => {
    expect(lastAnswer([event('a', 10, { source: 'goodreads' }), event('b', 11, { source: 'sample' })], 0)).toBeNull();
  });
});

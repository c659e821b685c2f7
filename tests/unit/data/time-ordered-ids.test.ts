import { describe, expect, it } from 'vitest';
import { timeOrderedIds } from '../../../renderer/src/data/time-ordered-ids';

/** The example of RFC 9562, appendix A.6. */
const EXAMPLE_AT = 0x017f22e279b0;

const RANDOM = [0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];

describe('ids that begin with the time', () => {
  it('are UUIDs of version 7', () => {
    const newId = timeOrderedIds(
      () => EXAMPLE_AT,
      (count) => new Uint8Array(count).map((_byte, place) => RANDOM[place % RANDOM.length] ?? 0),
    );
    expect(newId()).toBe('017f22e2-79b0-7000-98c4-dc0c0c07398f');
    expect(newId()).toBe('017f22e2-79b0-7001-98c4-dc0c0c07398f');
  });

  it('ascend, however many there are in one millisecond, and when the clock is set back', () => {
    let now = EXAMPLE_AT;
    const newId = timeOrderedIds(
      () => now,
      (count) => new Uint8Array(count).fill(0xff),
    );
    const ids = Array.from({ length: 10_000 }, newId);
    now -= 1000;
    ids.push(newId());
    now += 5000;
    ids.push(newId());
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true);
  });
});

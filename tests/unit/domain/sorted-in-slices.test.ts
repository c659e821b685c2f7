import { describe, expect, it } from 'vitest';
import { sortedInSlices } from '../../../renderer/src/domain/sorted-in-slices';

const byNumber = (a: { readonly number: number }, b: { readonly number: number }): number => a.number - b.number;

describe('sorting in slices', () => {
  it.each([0, 1, 9_999, 10_000, 10_001, 45_000])('gives what a plain sort gives, of %i things', async (count) => {
    // Many are equal: those keep their order.
    const things = Array.from({ length: count }, (_, place) => ({ number: (place * 7_919) % 1_013, place }));
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      return Promise.resolve();
    };
    expect(await sortedInSlices(things, byNumber, pause)).toEqual(things.toSorted(byNumber));
    expect(pauses > 0).toBe(count > 10_000);
  });
});

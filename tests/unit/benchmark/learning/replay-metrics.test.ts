import { describe, expect, it } from 'vitest';
import {
  calibrationOf,
  coverageOf,
  intraListSimilarity,
  likedShare,
  regret,
  repeats,
} from '../../../benchmark/learning/replay-metrics';

const flags = (text: string): boolean[] => Array.from(text, (letter) => letter === '+');

describe('metrics of a replay', () => {
  it('counts what was liked in a window, of the picks there were', () => {
    const record = { liked: flags('++-+-+--') };
    expect(likedShare(record, { name: '1-5', from: 1, to: 5 })).toBe(3 / 5);
    expect(likedShare(record, { name: '6-10', from: 6, to: 10 })).toBe(1 / 3);
    expect(likedShare(record, { name: '11-20', from: 11, to: 20 })).toBeNaN();
  });

  it('holds against a method only what the oracle could have had', () => {
    expect(regret({ liked: flags('+-+-'), likedInPool: 9 })).toBe(2 / 4);
    expect(regret({ liked: flags('+-+-'), likedInPool: 3 })).toBe(1 / 4);
    expect(regret({ liked: flags('--+-'), likedInPool: 1 })).toBe(0);
  });

  it('counts repeats from the record', () => {
    expect(repeats({ picks: [3, 1, 2] })).toBe(0);
    expect(repeats({ picks: [3, 1, 3, 3] })).toBe(2);
  });

  it('measures likeness within each five, and not across them', () => {
    const group = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 0, 0, 0];
    const alike = (left: number, right: number): number => Number(group[left] === group[right]);
    expect(intraListSimilarity({ picks: group.map((_, item) => item).slice(0, 5) }, alike)).toBe(1);
    // Ten pairs of ten, then six of ten; the last three are no five.
    expect(intraListSimilarity({ picks: group.map((_, item) => item) }, alike)).toBe(16 / 20);
    expect(intraListSimilarity({ picks: [0, 1, 2] }, alike)).toBeNaN();
  });

  it('covers an item when any friend gets it', () => {
    expect(
      coverageOf(
        [{ picks: [0, 1] }, { picks: [2] }],
        [
          ['a', 'b', 'c'],
          ['c', 'd', 'b'],
        ],
      ),
    ).toEqual({ sent: 2, offered: 4 });
  });

  it('holds chances against outcomes, and passes over picks without one', () => {
    const records = [
      { chances: [0.85, 0.85, 0.85, 0.85], liked: flags('++++') },
      { chances: [0.85, 0.25, null], liked: flags('--+') },
    ];
    const found = calibrationOf(records);
    expect(found?.n).toBe(6);
    expect(found?.rows.map(({ bin, count, liked }) => [bin, count, liked])).toEqual([
      ['0.2-0.3', 1, 0],
      ['0.8-0.9', 5, 0.8],
    ]);
    expect(found?.rows[1]?.chance).toBeCloseTo(0.85);
    expect(found?.error).toBeCloseTo((5 * 0.05 + 0.25) / 6);
    expect(calibrationOf([{ chances: [null], liked: [true] }])).toBeNull();
  });
});

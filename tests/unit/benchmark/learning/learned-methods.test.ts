import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { learnedMethod } from '../../../benchmark/learning/learned-methods';
import type { ReplayParts } from '../../../benchmark/learning/learned-methods';
import { replay } from '../../../benchmark/learning/replay';
import type { ReplayRecord } from '../../../benchmark/learning/replay';
import type { ReplayCase } from '../../../benchmark/learning/replay-cases';
import { fakeModel } from '../../../fixtures/fake-model';
import { checkerboard } from '../../../fixtures/recommender-data';

const FIELDS = checkerboard(40);
const ALONE: ReplayParts = { reads: false, own: false, prior: false, ratings: true, explores: false };

/** A friend who is known to love one black field, and likes white ones only. */
function contrary(friend: string): ReplayCase {
  const pool = FIELDS.slice(2).map(({ id }) => id);
  return {
    id: `case of ${friend}`,
    sort: 'pair',
    friend,
    curators: ['c'],
    known: [{ itemId: itemId('book0'), rating: 0.9, at: 5 }],
    pool,
    liked: pool.map((_, item) => item % 2 === 1),
  };
}

async function played(
  parts: ReplayParts,
  friends: readonly string[] = ['f'],
): Promise<{ readonly records: readonly ReplayRecord[]; readonly historyCounts: readonly number[] }> {
  const model = fakeModel();
  const library = new EncodedLibrary(model);
  await library.set(FIELDS, {});
  const records = await replay(friends.map(contrary), learnedMethod('own', { model, library }, parts));
  return { records, historyCounts: model.historyCounts };
}

const likedOf = (records: readonly ReplayRecord[]): number =>
  records.flatMap(({ liked }) => liked).filter(Boolean).length;

describe("the app's own way in the replay", () => {
  it('alone never reads what came of its picks, and is worked out once', async () => {
    const {
      records: [record],
      historyCounts,
    } = await played(ALONE);
    expect(record?.liked.some(Boolean)).toBe(false);
    // An empty history, and theirs.
    expect(historyCounts).toEqual([1, 1]);
  });

  it('reads outcomes as part of the history, and turns to what is liked', async () => {
    const { records } = await played({ ...ALONE, reads: true });
    expect(likedOf(records)).toBeGreaterThan(6);
  });

  it('promises a chance of every pick, which a learner that heard the outcomes moves', async () => {
    const [reading] = (await played({ ...ALONE, reads: true })).records;
    const [learning] = (await played({ ...ALONE, reads: true, own: true })).records;
    for (const chance of [...(reading?.chances ?? []), ...(learning?.chances ?? [])]) {
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
    expect(learning?.chances[0]).toBeCloseTo(reading?.chances[0] ?? Number.NaN, 1);
    expect(learning?.chances.at(-1)).not.toBe(reading?.chances.at(-1));
  });

  it('draws one pick in five where it explores', async () => {
    const friends = Array.from({ length: 24 }, (_, index) => String(index));
    const sure = (await played({ reads: true, own: true, prior: false, ratings: true, explores: false }, friends))
      .records;
    const drawn = (await played({ reads: true, own: true, prior: false, ratings: true, explores: true }, friends))
      .records;
    expect(drawn.map(({ picks }) => picks.slice(0, 4))).toEqual(sure.map(({ picks }) => picks.slice(0, 4)));
    expect(drawn.map(({ picks }) => picks)).not.toEqual(sure.map(({ picks }) => picks));
  });

  it("keeps the answers of one friend with two curators out of each other's prior", async () => {
    const parts: ReplayParts = { reads: true, own: false, prior: true, ratings: true, explores: false };
    const [alone] = (await played(parts, ['f'])).records;
    const [twice, again] = (await played(parts, ['f', 'f'])).records;
    const [borrowing] = (await played(parts, ['f', 'g', 'h', 'i', 'j', 'k'])).records;
    expect([twice?.chances, again?.chances]).toEqual([alone?.chances, alone?.chances]);
    expect(borrowing?.chances).not.toEqual(alone?.chances);
  });
});

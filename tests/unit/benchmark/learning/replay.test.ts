import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { replay, roundsOf } from '../../../benchmark/learning/replay';
import type { ReplayCase } from '../../../benchmark/learning/replay-cases';
import { best, scoringMethod } from '../../../benchmark/learning/replay-method';
import type { ReplayMethod } from '../../../benchmark/learning/replay-method';

function replayCase(id: string, liked: readonly boolean[]): ReplayCase {
  return {
    id,
    sort: 'pair',
    friend: `friend of ${id}`,
    curators: ['c'],
    known: [],
    pool: liked.map((_, item) => itemId(`${id}${String(item)}`)),
    liked,
  };
}
const SEVEN = replayCase('seven', [false, true, false, true, false, false, true]);
const FOUR = replayCase('four', [true, false, false, false]);

function scripted(choose: (remaining: readonly number[], round: number) => number): ReplayMethod {
  return {
    name: 'scripted',
    start: () => ({ feedback: () => undefined }),
    chooseAll: (turns) => turns.map(({ remaining, round }) => choose(remaining, round)),
  };
}

describe('replay', () => {
  it('sends a third of the pool, rounded up', () => {
    expect([25, 26, 27, 28, 60].map(roundsOf)).toEqual([9, 9, 9, 10, 20]);
  });

  it('plays all cases side by side, each as long as its pool lasts, and records what happened', async () => {
    const asked: number[] = [];
    const rounds: (readonly [number, number])[] = [];
    const method: ReplayMethod = {
      ...scripted(() => 0),
      chooseAll: (turns) => {
        asked.push(turns.length);
        return turns.map(({ remaining }) => remaining.at(-1) ?? -1);
      },
    };
    const [seven, four] = await replay([SEVEN, FOUR], method, (done, total) => rounds.push([done, total]));
    expect(asked).toEqual([2, 2, 1]);
    expect(rounds).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(seven).toEqual({
      caseId: 'seven',
      friend: 'friend of seven',
      poolSize: 7,
      likedInPool: 3,
      picks: [6, 5, 4],
      liked: [true, false, false],
      chances: [null, null, null],
    });
    expect(four).toMatchObject({ picks: [3, 2], liked: [false, false], likedInPool: 1 });
  });

  it('tells a method nothing but the outcomes of what was sent, after it was sent', async () => {
    const shown: unknown[] = [];
    const method = scoringMethod('listening', (question) => {
      shown.push(Object.keys(question).includes('liked'), JSON.stringify(question).includes('true'));
      return {
        score: (item) => -item,
        chance: (item) => {
          shown.push(`chance ${String(item)}`);
          return 0.5;
        },
        feedback: (item, liked) => {
          shown.push([item, liked]);
        },
      };
    });
    await replay([SEVEN], method);
    expect(shown).toEqual([false, false, 'chance 0', [0, false], 'chance 1', [1, true], 'chance 2', [2, false]]);
  });

  it.each([
    ['what was sent before', () => 3],
    ['what is not in the pool', () => 7],
    ['nothing', () => Number.NaN],
  ])('refuses a method that chooses %s', async (_what, choose) => {
    await expect(replay([SEVEN], scripted(choose))).rejects.toThrow('cannot be sent');
  });

  it('refuses a method that leaves a case out, and a chance that is none', async () => {
    await expect(replay([SEVEN, FOUR], { ...scripted(() => 0), chooseAll: () => [0] })).rejects.toThrow('case four');
    await expect(
      replay(
        [SEVEN],
        scoringMethod('sure', () => ({ score: () => 0, chance: () => 1.2, feedback: () => undefined })),
      ),
    ).rejects.toThrow('chance of 1.2');
  });

  it('waits for methods that take their time', async () => {
    let pending = 0;
    const method: ReplayMethod = {
      name: 'slow',
      start: async () =>
        await Promise.resolve({
          feedback: async () => {
            pending += 1;
            await Promise.resolve();
            pending -= 1;
          },
        }),
      chooseAll: async (turns) => {
        expect(pending).toBe(0);
        return await Promise.resolve(turns.map(({ remaining }) => remaining[0] ?? -1));
      },
    };
    expect((await replay([SEVEN], method))[0]?.picks).toEqual([0, 1, 2]);
  });

  it('takes the best, of equals the first, and no score last', () => {
    const scores = [Number.NaN, 1, 3, 3, 2];
    expect(best([0, 1, 2, 3, 4], (item) => scores[item] ?? 0)).toBe(2);
    expect(best([4, 3], (item) => scores[item] ?? 0)).toBe(3);
    expect(best([0, 1], (item) => scores[item] ?? 0)).toBe(1);
    expect(best([0], () => Number.NaN)).toBe(0);
  });
});

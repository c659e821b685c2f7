import { describe, expect, it } from 'vitest';
import { allRows, type ReadRows, readToy, writeToy } from './toy-archive';

const { bytes: GOOD } = writeToy();

/** What is read of it, or null where reading is refused with an AppError. */
async function outcome(bytes: Uint8Array): Promise<{ readonly read: ReadRows; readonly problems: number } | null> {
  try {
    const archive = await readToy(bytes);
    return { read: await allRows(archive), problems: archive.problems.length };
  } catch (error) {
    if (error instanceof Error && error.name === 'AppError') return null;
    throw error;
  }
}

describe('a small archive', () => {
  it('cut off after any byte is refused', async () => {
    for (let length = 0; length < GOOD.byteLength; length += 1) expect(await outcome(GOOD.slice(0, length))).toBeNull();
  });

  it('with a bit flipped in any byte is refused, or says so and has every row as it was', async () => {
    const whole = await outcome(GOOD);
    expect(whole).toMatchObject({ problems: 0 });
    for (let at = 0; at < GOOD.byteLength; at += 1) {
      const bytes = GOOD.slice();
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const found = await outcome(bytes);
      if (found === null) continue;
      expect(found.problems, `byte ${at}`).toBeGreaterThan(0);
      expect(found.read, `byte ${at}`).toEqual(whole?.read);
    }
  });

  it('with any byte doubled or left out is refused, or says so and has every row as it was', async () => {
    const whole = await outcome(GOOD);
    for (let at = 0; at < GOOD.byteLength - 1; at += 1)
      for (const skip of [0, 2]) {
        const bytes = Uint8Array.from([...GOOD.subarray(0, at + 1), ...GOOD.subarray(at + skip)]);
        const found = await outcome(bytes);
        if (found === null) continue;
        expect(found.problems, `byte ${at}`).toBeGreaterThan(0);
        expect(found.read).toEqual(whole?.read);
      }
  });
});

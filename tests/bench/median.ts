/** Middle value, the upper one of two; NaN where there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds of each of `runs` runs, after `warmUps` that do not count. */
export async function timed(
  clock: () => number,
  warmUps: number,
  runs: number,
  work: (run: number) => unknown,
): Promise<readonly number[]> {
  for (let run = 0; run < warmUps; run++) await work(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = clock();
    await work(warmUps + run);
    times.push(clock() - start);
  }
  return times;
}

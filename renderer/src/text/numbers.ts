/** Numbers in words first: a figure alone claims more than is known. */

/** "+0.4", "−1.2", "0.0": a true minus, and never "−0.0". */
export function signed(value: number, decimals: number): string {
  const figure = Math.abs(value).toFixed(decimals);
  if (Number(figure) === 0) return figure;
  return `${value < 0 ? '−' : '+'}${figure}`;
}

/** A chance 0..1 as "7 in 10"; near the ends as "fewer than 1 in 20", "more than 19 in 20". Nothing is certain. */
export function tenths(chance: number): string {
  if (chance < 0.05) return 'fewer than 1 in 20';
  if (chance > 0.95) return 'more than 19 in 20';
  return `${String(Math.min(9, Math.max(1, Math.round(chance * 10))))} in 10`;
}

/** The same in a sentence: "about 7 in 10". */
export function inTen(chance: number): string {
  return chance < 0.05 || chance > 0.95 ? tenths(chance) : `about ${tenths(chance)}`;
}

/** A smaller chance 0..1: "about 4 in 100", "about 3 in 1000"; from one in ten on as `inTen`. */
export function inHundred(chance: number): string {
  if (chance >= 0.1) return inTen(chance);
  if (chance >= 0.01) return `about ${String(Math.round(chance * 100))} in 100`;
  return chance < 0.001 ? 'fewer than 1 in 1000' : `about ${String(Math.round(chance * 1000))} in 1000`;
}

import { looksLikeName } from './name-like';

/** What stands on the two sides of the one dash of a line; null where it has none, or several. */
export function aroundDash(line: string): readonly [string, string] | null {
  const [left = '', right, more] = line.split(/\s+[-–—―]\s+/u);
  return right === undefined || more !== undefined ? null : [left, right];
}

/** Fewer show nothing of the rest. */
const FEWEST = 4;
/** For one line that says the opposite. */
const AS_OFTEN = 4;

/**
 * On which side of a dash the lines of a list name the makers, where the list as a whole says it: "Salt Roads - Ann
 * Vole", "Winter Ledger - Bo Quill". One line alone does not. null: it does not say.
 */
export function makerSide(lines: readonly string[]): 'left' | 'right' | null {
  const [said, all] = [{ left: 0, right: 0 }, lines.length];
  for (const line of lines) {
    const sides = aroundDash(line);
    if (sides === null) continue;
    const [isLeft, isRight] = sides.map(looksLikeName);
    if (isLeft && !isRight) said.left += 1;
    if (isRight && !isLeft) said.right += 1;
  }
  const { left, right } = said;
  const most = Math.max(left, right);
  if (most < FEWEST || most < all / 3 || most < AS_OFTEN * Math.min(left, right)) return null;
  return left > right ? 'left' : 'right';
}

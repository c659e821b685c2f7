/** At most one letter differs in words of five letters or more, at most two in eight or more; never the first. */
export function isSpellingOf(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const most = shorter < 8 ? 1 : 2;
  // Lengths alone rule most words out, and cost nothing.
  if (shorter < 5 || Math.max(left.length, right.length) - shorter > most) return false;
  if (left[0] !== right[0] || /\d/.test(left + right)) return false;
  return editDistance(left, right) <= most;
}

/** Levenshtein distance. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_unused, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= right.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[right.length] ?? 0;
}

/** The rows in order, so many at a time: an import is neither one huge value nor thousands of single steps. */
export function* partsOf<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** A copy with the first match at `toIndex` of the resulting order; unchanged where nothing matches. */
export function movedTo<T>(list: readonly T[], matches: (element: T) => boolean, toIndex: number): readonly T[] {
  const from = list.findIndex(matches);
  const element = list[from];
  if (element === undefined) return list;
  return list.toSpliced(from, 1).toSpliced(toIndex, 0, element);
}

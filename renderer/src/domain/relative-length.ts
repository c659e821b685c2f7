/** What is neither short nor long, per kind group: minutes, pages for books. Other groups have no scale to judge by. */
const TYPICAL_LENGTH: Readonly<Record<string, number>> = {
  screen: 105,
  book: 320,
  anime: 24,
  album: 42,
  track: 4,
  podcast: 45,
  article: 10,
  'board game': 60,
  recipe: 45,
};

/**
 * How long a thing is among its kind group: −1 = half the typical length or less, 1 = double or more, since lengths are
 * compared by their ratio; 0 where it is not known. Minutes or pages, as `lengthUnitOf` says of the kind.
 */
export function relativeLength(length: number | null, group: string): number {
  const typical = Object.hasOwn(TYPICAL_LENGTH, group) ? TYPICAL_LENGTH[group] : undefined;
  return length === null || typical === undefined || !(length > 0)
    ? 0
    : Math.max(-1, Math.min(1, Math.log2(length / typical)));
}

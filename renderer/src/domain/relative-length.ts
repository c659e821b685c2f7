import { ownValue } from './own-value';

/** Typical length per kind group: pages for books, minutes for the others. Groups without an entry have no scale. */
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
 * Length compared with what is typical of the kind group, as log2 of the ratio, limited to −1 (half or less) … 1
 * (double or more); 0 where the length or the typical length is unknown.
 * @param length in minutes or pages (see `lengthUnitOf`)
 */
export function relativeLength(length: number | null, group: string): number {
  const typical = ownValue(TYPICAL_LENGTH, group);
  return length === null || typical === undefined || !(length > 0)
    ? 0
    : Math.max(-1, Math.min(1, Math.log2(length / typical)));
}

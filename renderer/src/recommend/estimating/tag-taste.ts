import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { likedWeight } from '../scoring/content-similarity';

/** Added to a tag's variance, so that the rarest do not decide alone. */
const VARIANCE_FLOOR = 0.01;

/**
 * Cosine of each row's tags with the mean of what was liked, −1..1: over the chance that a thing deserves each tag of
 * its kind group (certain where it carries the tag), less the share of all things that do, in standard deviations of
 * the tag. Exports carry hardly any tags; the tag head knows most genres from a title that is in the table. 0 where
 * nothing liked is of the row's group.
 */
export function tagLikeness(
  history: readonly WindowEvent[],
  rows: ItemRows,
  library: EncodedLibrary,
  into: Float64Array,
): Float64Array {
  into.fill(0);
  const groups = new Set(Array.from(rows, (row) => library.names(row).group));
  for (const group of groups) {
    const shares = library.tags.shares(group);
    const liked = history.filter(({ row }) => library.names(row).group === group);
    if (shares.length === 0 || liked.length === 0) continue;
    const profile = new Float64Array(shares.length);
    for (const { row, rating } of liked) {
      const weight = likedWeight(rating);
      if (weight > 0) addTo(profile, weight, row, shares, library);
    }
    let square = 0;
    profile.forEach((value, tag) => {
      const scaled = value / deviation(shares[tag] ?? 0) ** 2;
      square += value * scaled;
      profile[tag] = scaled;
    });
    if (square === 0) continue;
    const length = Math.sqrt(square);
    rows.forEach((row, index) => {
      if (library.names(row).group === group) into[index] = cosine(profile, length, row, shares, library);
    });
  }
  return into;
}

const deviation = (share: number): number => Math.sqrt(share * (1 - share) + VARIANCE_FLOOR);

function addTo(
  profile: Float64Array,
  weight: number,
  row: ItemIndex,
  shares: ArrayLike<number>,
  library: EncodedLibrary,
): void {
  const chances = library.tags.chances(row);
  for (let tag = 0; tag < profile.length; tag += 1)
    profile[tag] = (profile[tag] ?? 0) + weight * ((chances[tag] ?? 0) - (shares[tag] ?? 0));
}

/** @param profile divided by the tags' variances. */
function cosine(
  profile: Float64Array,
  length: number,
  row: ItemIndex,
  shares: ArrayLike<number>,
  library: EncodedLibrary,
): number {
  const chances = library.tags.chances(row);
  let [dot, square] = [0, 0];
  for (let tag = 0; tag < profile.length; tag += 1) {
    const value = (chances[tag] ?? 0) - (shares[tag] ?? 0);
    dot += (profile[tag] ?? 0) * value;
    square += (value / deviation(shares[tag] ?? 0)) ** 2;
  }
  return square === 0 ? 0 : dot / (length * Math.sqrt(square));
}

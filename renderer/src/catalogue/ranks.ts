import type { CataloguePart } from './catalogue-reader';

/**
 * For each part, the rank of each of its entries among those of all parts, zero for the most famous. Where two are
 * equally famous, that of the earlier part comes first.
 */
export function ranksOf(parts: readonly Pick<CataloguePart, 'size' | 'popularities'>[]): readonly Uint32Array[] {
  const ranks = parts.map(({ size }) => new Uint32Array(size));
  const next = parts.map(() => 0);
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  for (let rank = 0; rank < size; rank += 1) {
    let [best, fame] = [-1, -1];
    for (const [place, part] of parts.entries()) {
      const popularity = part.popularities[next[place] ?? 0] ?? -1;
      if (popularity > fame) [best, fame] = [place, popularity];
    }
    const entry = next[best] ?? 0;
    const list = ranks[best];
    if (list !== undefined) list[entry] = rank;
    next[best] = entry + 1;
  }
  return ranks;
}

import { grouped } from './grouped';
import { aligned, bounded, signed } from '../tables';
import { comparisonOf, isDifference } from './paired-differences';
import type { PersonRow } from './person-series';

/**
 * Per variant, metric and crowd setting: packs by method, all numbers of known events; then what handpicked is above
 * the crowd's average and the best of the simple ways. The rest is in the JSON.
 */
export function peopleTables(rows: readonly PersonRow[]): string {
  // How early the first good thing comes matters in talk; elsewhere it says what ndcg says.
  const shown = rows.filter(({ suite, metric, bucket }) => bucket === 'all' && (metric !== 'mrr' || suite === 'told'));
  const groups = grouped(shown, ({ variant, metric, crowd }) => `${variant}: ${metric}, crowd ${crowd}`);
  return [...groups]
    .flatMap(([title, group]) => [
      levels(
        title,
        group.filter((row) => !isDifference(row)),
        bounded,
      ),
      ...comparisons(title, group),
    ])
    .join('\n\n');
}

/** Packs by method. */
function levels(title: string, own: readonly PersonRow[], write: (row: PersonRow) => string): string {
  const methods = [...new Set(own.map(({ method }) => method))];
  const lines = [...byPack(own)].map(([pack, found]) => [
    pack,
    String(found[0]?.n ?? 0),
    String(found[0]?.people ?? 0),
    ...methods.map((method) => {
      const row = found.find((one) => one.method === method);
      return row === undefined ? '' : write(row);
    }),
  ]);
  return `${title}\n${aligned([['pack', 'n', 'people', ...methods], ...lines])}`;
}

function comparisons(title: string, group: readonly PersonRow[]): readonly string[] {
  const found = [...byPack(group)].flatMap(([pack, own]) => {
    const comparison = comparisonOf(own);
    return comparison === null ? [] : [{ pack, comparison }];
  });
  if (found.length === 0) return differences(title, group);
  const withAverage = found.some(({ comparison }) => comparison.average !== null);
  const lines = found.map(({ pack, comparison: { average, best, bestName } }) => [
    pack,
    String(best.n),
    String(best.people),
    ...(withAverage ? [average === null ? '' : signed(average)] : []),
    bestName,
    signed(best),
  ]);
  const head = ['pack', 'n', 'people', ...(withAverage ? ['less average-rating'] : []), 'best of the simple ways'];
  return [
    `${title}: handpicked less the best of the simple ways, same people drawn\n${aligned([[...head, 'less it'], ...lines])}`,
  ];
}

/** Differences from what is no simple way. */
function differences(title: string, group: readonly PersonRow[]): readonly string[] {
  const own = group.filter(isDifference);
  return own.length === 0 ? [] : [levels(`${title}: differences, same people drawn`, own, signed)];
}

function byPack(rows: readonly PersonRow[]): ReadonlyMap<string, readonly PersonRow[]> {
  return grouped(rows, ({ pack, asImported }) =>
    asImported === undefined || asImported === 'none' ? pack : `${pack}, ${asImported}`,
  );
}

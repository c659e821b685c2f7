import { grouped } from './grouped';
import { aligned, figure } from '../tables';
import type { PersonRow } from './person-series';

/** Per variant, metric and crowd setting: packs by method, all numbers of known events. The rest is in the JSON. */
export function peopleTables(rows: readonly PersonRow[]): string {
  // How early the first good thing comes matters in talk; elsewhere it says what ndcg says.
  const shown = rows.filter(({ suite, metric, bucket }) => bucket === 'all' && (metric !== 'mrr' || suite === 'told'));
  const groups = grouped(shown, ({ variant, metric, crowd }) => `${variant}: ${metric}, crowd ${crowd}`);
  return [...groups]
    .map(([title, group]) => {
      const methods = [...new Set(group.map(({ method }) => method))];
      const packs = grouped(group, ({ pack, asImported }) =>
        asImported === undefined || asImported === 'none' ? pack : `${pack}, ${asImported}`,
      );
      const lines = [...packs].map(([pack, own]) => [
        pack,
        String(own[0]?.n ?? 0),
        String(own[0]?.people ?? 0),
        ...methods.map((method) => {
          const row = own.find((one) => one.method === method);
          return row === undefined ? '' : `${figure(row.value)} (${figure(row.low)}–${figure(row.high)})`;
        }),
      ]);
      return `${title}\n${aligned([['pack', 'n', 'people', ...methods], ...lines])}`;
    })
    .join('\n\n');
}

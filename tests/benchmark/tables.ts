import { VARIANTS } from './pack';
import type { Variant } from './pack';
import { BUCKETS, MEAN_PACK } from './summary';
import type { ResultRow } from './summary';

export const METHODS = ['handpicked', 'random', 'popularity', 'average-rating', 'tf-idf'] as const;

/** What each variant is judged by (pools of share-rated are too small for NDCG to tell methods apart). */
const SHOWN: Readonly<Record<Variant, string>> = { next: 'ndcg@10', share: 'ndcg@5', 'share-rated': 'auc' };

/** Plain-text tables, per variant, mode and crowd: packs by method, then history lengths. Other metrics are in the JSON. */
export function tablesOf(rows: readonly ResultRow[]): string {
  const settings = [...new Set(rows.map((row) => `${row.mode}\n${row.crowd}`))].map((key) => key.split('\n'));
  const parts: string[] = [];
  for (const variant of VARIANTS) {
    for (const [mode, crowd] of settings) {
      const here = rows.filter((row) => row.variant === variant && row.mode === mode && row.crowd === crowd);
      if (here.length === 0) continue;
      const metric = SHOWN[variant];
      const packs = [...new Set(here.map((row) => row.pack))];
      const lines = packs.flatMap((pack) => tableLine(here.filter((row) => row.pack === pack && row.metric === metric && row.bucket === 'all'), pack));
      parts.push(`${variant}: ${metric}, ${mode ?? ''}, crowd ${crowd ?? ''}\n${aligned([['pack', 'n', ...METHODS], ...lines])}`);
      const lengths = BUCKETS.flatMap(({ name }) => tableLine(here.filter((row) => row.pack === MEAN_PACK && row.metric === metric && row.bucket === name), name));
      parts.push(`${variant}: ${metric} by history length, mean of packs, ${mode ?? ''}, crowd ${crowd ?? ''}\n${aligned([['events', 'n', ...METHODS], ...lengths])}`);
    }
  }
  return parts.join('\n\n');
}

function tableLine(rows: readonly ResultRow[], name: string): readonly (readonly string[])[] {
  const engine = rows.find((row) => row.method === 'handpicked');
  if (engine === undefined) return [];
  const cells = METHODS.map((method) => {
    const row = rows.find((one) => one.method === method);
    if (row === undefined) return '';
    return method === 'handpicked' ? `${figure(row.value)} (${figure(row.low)}–${figure(row.high)})` : figure(row.value);
  });
  return [[name, String(engine.n), ...cells]];
}

/** ".123", as the tables of the field are written. */
function figure(value: number): string {
  return value.toFixed(3).replace(/^0(?=\.)/, '');
}

/** Columns as wide as their widest cell: the first to the left, the rest to the right. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) => widths.map((width, column) => column === 0 ? (line[column] ?? '').padEnd(width) : (line[column] ?? '').padStart(width)).join('  ').trimEnd()).join('\n');
}

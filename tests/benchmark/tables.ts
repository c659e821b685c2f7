import { BASELINES } from './baselines';
import { DIFFERENCE } from './by-known-events';
import type { BenchmarkOptions } from './options';
import { VARIANTS } from './pack';
import type { Variant } from './pack';
import { AVERAGE_PERSON, PERSONAL_PART } from './personal-part';
import { POOL_METHODS, POOL_METRIC, TOP_METRIC } from './popularity-bias';
import { BUCKETS, K_BUCKETS, MEAN_PACK, MEAN_TRAINED, MEAN_UNTRAINED } from './summary';
import type { ResultRow } from './summary';
import { languageMetric, TITLE_LANGUAGES } from './title-languages';

/** The metric each variant is judged by (pools of share-rated are too small for NDCG to separate methods). */
export const SHOWN: Readonly<Record<Variant, string>> = { next: 'ndcg@10', share: 'ndcg@5', 'share-rated': 'auc' };

const MEANS = [MEAN_PACK, MEAN_TRAINED, MEAN_UNTRAINED];

interface Column {
  readonly title: string;
  readonly method: string;
  readonly metric: string;
  readonly mode: string;
  readonly variant?: Variant;
  readonly write: (row: ResultRow) => string;
}

/**
 * Plain-text tables: per variant and crowd setting packs by method with intervals, then history lengths; share cases by
 * the number of known events; the personal part where it was measured; fame and titles' languages where asked.
 * The rest is in the JSON.
 */
export function tablesOf(
  rows: readonly ResultRow[],
  options: Pick<BenchmarkOptions, 'bias' | 'languages'> = { bias: false, languages: false },
): string {
  const distinct = (read: (row: ResultRow) => string): readonly string[] => [...new Set(rows.map(read))];
  const modes = distinct(({ mode }) => mode);
  const parts: string[] = [];
  for (const variant of VARIANTS) {
    for (const crowd of distinct((row) => row.crowd)) {
      const here = rows.filter((row) => row.variant === variant && row.crowd === crowd);
      if (here.length === 0) continue;
      const metric = SHOWN[variant];
      const title = `${variant}: ${metric}, ${modes.join(' and ')}, crowd ${crowd}`;
      const [first = ''] = modes;
      const engine = modes.map((mode): Column => ({
        title: modes.length === 1 ? 'handpicked' : `handpicked ${mode}`,
        method: 'handpicked',
        metric,
        mode,
        write: bounded,
      }));
      const base = BASELINES.map((method): Column => ({
        title: method,
        method,
        metric,
        mode: first,
        write: method === 'random' ? plain : bounded,
      }));
      parts.push(table(title, 'pack', byPack(here), [...engine, ...base]));
      parts.push(
        table(`${title}, by history length, mean of packs`, 'events', byBucket(here, BUCKETS), [
          ...engine,
          ...base.map((column) => ({ ...column, write: plain })),
        ]),
      );
      for (const mode of variant === 'share-rated' ? modes : [])
        parts.push(
          ...shareRatedTables(
            rows.filter((row) => row.mode === mode && row.crowd === crowd),
            mode,
            crowd,
          ),
        );
      if (options.bias) parts.push(...modes.map((mode) => biasTable(here, variant, mode, crowd)));
      if (options.languages) parts.push(languageTable(here, variant, modes, crowd));
    }
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

function shareRatedTables(rows: readonly ResultRow[], mode: string, crowd: string): readonly string[] {
  const auc = (title: string, method: string, write = plain): Column => ({
    title,
    method,
    metric: 'auc',
    mode,
    variant: 'share-rated',
    write,
  });
  const shareNdcg: Column = {
    title: 'share ndcg@5',
    method: 'handpicked',
    metric: 'ndcg@5',
    mode,
    variant: 'share',
    write: plain,
  };
  const levels = [
    auc('share-rated auc', 'handpicked'),
    auc('average-rating', 'average-rating'),
    auc('difference', DIFFERENCE, signed),
  ];
  const where = `${mode}, crowd ${crowd}`;
  const shareRated = rows.filter(({ variant }) => variant === 'share-rated');
  const personal = [
    auc('auc', 'handpicked'),
    auc('average person', AVERAGE_PERSON),
    auc('personal part', PERSONAL_PART, signed),
  ];
  const measured = shareRated.some(({ method }) => method === PERSONAL_PART);
  return [
    table(`share-rated: handpicked minus average-rating, same cases, ${where}`, 'pack', byPack(shareRated), levels),
    // n is that of share-rated, of which the difference is taken.
    table(`by known events k, mean of packs, ${where}`, 'k', byBucket(rows, K_BUCKETS), [...levels, shareNdcg]),
    measured
      ? table(
          `share-rated: AUC minus that with an average person's history, ${where}`,
          'pack',
          byPack(shareRated),
          personal,
        )
      : '',
    measured
      ? table(
          `personal part by known events k, mean of packs, ${where}`,
          'k',
          byBucket(shareRated, K_BUCKETS),
          personal,
        )
      : '',
  ];
}

function biasTable(rows: readonly ResultRow[], variant: Variant, mode: string, crowd: string): string {
  const column = (title: string, method: string, metric: string): Column => ({
    title,
    method,
    metric,
    mode,
    write: plain,
  });
  const top = ['handpicked', ...BASELINES].map((method) => column(method, method, TOP_METRIC));
  const pool = POOL_METHODS.map((method) => column(method, method, POOL_METRIC));
  return table(
    `${variant}: mean popularity percentile of the top five, ${mode}, crowd ${crowd}`,
    'pack',
    byPack(rows),
    [...top, ...pool],
  );
}

/** No mean over packs: the share of English titles and the levels differ too much between them. */
function languageTable(rows: readonly ResultRow[], variant: Variant, modes: readonly string[], crowd: string): string {
  const [first = ''] = modes;
  const groups = byPack(rows)
    .filter(([pack]) => !MEANS.includes(pack))
    .flatMap(([pack, all]) =>
      TITLE_LANGUAGES.map((language): Group => [
        `${pack}, ${language}`,
        all.filter(({ metric }) => metric === languageMetric(language)).map((row) => ({ ...row, metric: 'auc' })),
      ]),
    );
  const column = (title: string, method: string, mode: string): Column => ({
    title,
    method,
    metric: 'auc',
    mode,
    write: method === 'handpicked' ? bounded : plain,
  });
  return table(
    `${variant}: AUC of relevant things by the language of their titles, crowd ${crowd}`,
    'pack, titles',
    groups,
    [
      ...modes.map((mode) => column(`handpicked ${mode}`, 'handpicked', mode)),
      ...BASELINES.filter((name) => name !== 'random').map((name) => column(name, name, first)),
    ],
  );
}

type Group = readonly [name: string, rows: readonly ResultRow[]];

function byPack(rows: readonly ResultRow[]): readonly Group[] {
  const all = rows.filter(({ bucket }) => bucket === 'all');
  return [...new Set(all.map(({ pack }) => pack))].map((pack) => [pack, all.filter((row) => row.pack === pack)]);
}

function byBucket(rows: readonly ResultRow[], buckets: readonly { readonly name: string }[]): readonly Group[] {
  return buckets.map(({ name }) => [
    name.replace('k=', ''),
    rows.filter((row) => row.pack === MEAN_PACK && row.bucket === name),
  ]);
}

/** Lines without a figure are left out, and so are tables without lines; n is that of a line's first figure. */
function table(title: string, corner: string, groups: readonly Group[], columns: readonly Column[]): string {
  const lines = groups.flatMap(([name, rows]) => {
    const found = columns.map(({ method, metric, mode, variant }) =>
      rows.find(
        (row) =>
          row.method === method &&
          row.metric === metric &&
          row.mode === mode &&
          (variant === undefined || row.variant === variant),
      ),
    );
    const counted = found.findLast((row) => row !== undefined);
    return counted === undefined
      ? []
      : [
          [
            name,
            String((found[0] ?? counted).n),
            ...found.map((row, index) => (row === undefined ? '' : (columns[index]?.write(row) ?? ''))),
          ],
        ];
  });
  return lines.length === 0
    ? ''
    : `${title}\n${aligned([[corner, 'n', ...columns.map((column) => column.title)], ...lines])}`;
}

type Bounds = Pick<ResultRow, 'value' | 'low' | 'high'>;
const plain = ({ value }: ResultRow): string => figure(value);
export const bounded = ({ value, low, high }: Bounds): string => `${figure(value)} (${figure(low)}–${figure(high)})`;
export const signed = ({ value, low, high }: Bounds): string => `${sign(value)} (${sign(low)} to ${sign(high)})`;

/** ".123", as the tables of the field are written. */
export function figure(value: number): string {
  return value.toFixed(3).replace(/^0(?=\.)/, '');
}

function sign(value: number): string {
  return `${value < 0 ? '-' : '+'}${figure(Math.abs(value))}`;
}

/** Columns as wide as their widest cell: the first to the left, the rest to the right. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      widths
        .map((width, column) =>
          column === 0 ? (line[column] ?? '').padEnd(width) : (line[column] ?? '').padStart(width),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

import { aligned, figure } from '../tables';
import type { ResultRow } from '../summary';
import { METHODS, REFERENCE } from './method-registry';
import { POOLED } from './replay-groups';
import { WINDOWS } from './replay-metrics';
import { differenceMetric, likedMetric, METRIC } from './replay-rows';

/** Plain-text tables of one sort of cases and one crowd setting; the rest is in the JSON. */
export function replayTables(rows: readonly ResultRow[], title: string): string {
  const packs = [...new Set(rows.map(({ pack }) => pack))];
  const methods = [...new Set(rows.map(({ method }) => method))];
  const at = (pack: string, method: string, metric: string, bucket = 'all'): ResultRow | undefined =>
    rows.find((row) => row.pack === pack && row.method === method && row.metric === metric && row.bucket === bucket);
  /** One line per method; n of a column is that of its first figure. */
  const table = (
    heading: string,
    pack: string,
    columns: readonly { readonly name: string; readonly metric: string; readonly write: (row: ResultRow) => string }[],
  ): string => {
    const lines = methods
      .map((method) => [
        method,
        ...columns.map(({ metric, write }) => {
          const row = at(pack, method, metric);
          return row === undefined ? '' : write(row);
        }),
      ])
      .filter((line) => line.slice(1).some((cell) => cell !== ''));
    const heads = columns.map(({ name, metric }) => {
      const counted = methods.map((method) => at(pack, method, metric)).find((row) => row !== undefined);
      return counted === undefined ? name : `${name} (n ${String(counted.n)})`;
    });
    return lines.length === 0 ? '' : `${title}, ${pack}: ${heading}\n${aligned([['method', ...heads], ...lines])}`;
  };
  /** What each part is worth: its method minus the one that lacks only that part. */
  const parts = (pack: string): string => {
    const metrics = [
      ...WINDOWS.map(({ name }) => ({ name, metric: likedMetric(name) })),
      { name: METRIC.logLoss, metric: METRIC.logLoss },
    ];
    const lines = METHODS.flatMap(({ name, without }) => {
      const cells =
        without === undefined
          ? []
          : metrics.map(({ metric }) => {
              const row = at(pack, name, differenceMetric(metric, without));
              return row === undefined ? '' : signed(row);
            });
      return cells.some((cell) => cell !== '') ? [[name, ...cells]] : [];
    });
    return lines.length === 0
      ? ''
      : `${title}, ${pack}: what each part adds to all those before it (share liked: more is better; log-loss of the chance promised: less is better)\n${aligned([['part', ...metrics.map(({ name }) => name)], ...lines])}`;
  };
  const overall = packs.includes(POOLED) ? POOLED : (packs[0] ?? '');
  const compared = packs.filter((pack) => pack === overall || !packs.includes(POOLED) || pack === 'mean');
  return [
    ...packs.map((pack) =>
      table(
        'share liked in picks',
        pack,
        WINDOWS.map(({ name }) => ({ name, metric: likedMetric(name), write: bounded })),
      ),
    ),
    ...compared.map((pack) =>
      table(
        `share liked minus that of "${REFERENCE}", same cases`,
        pack,
        WINDOWS.map(({ name }) => ({ name, metric: differenceMetric(likedMetric(name), REFERENCE), write: signed })),
      ),
    ),
    ...compared.map((pack) => parts(pack)),
    table('regret, coverage, repeats, likeness within fives, calibration', overall, [
      { name: 'regret', metric: METRIC.regret, write: bounded },
      { name: 'coverage', metric: METRIC.coverage, write: plain },
      { name: 'repeats', metric: METRIC.repeats, write: ({ value }) => String(value) },
      { name: 'intra-list similarity', metric: METRIC.similarity, write: bounded },
      { name: 'ece', metric: METRIC.calibration, write: plain },
      { name: 'log-loss', metric: METRIC.logLoss, write: bounded },
    ]),
    reliability(
      rows.filter(({ pack }) => pack === overall),
      `${title}, ${overall}: of picks this likely, how many were liked (n picks)`,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function reliability(rows: readonly ResultRow[], heading: string): string {
  const kept = rows.filter(({ metric }) => metric === METRIC.kept);
  const methods = [...new Set(kept.map(({ method }) => method))];
  const bins = [...new Set(kept.map(({ bucket }) => bucket))].sort();
  if (bins.length === 0) return '';
  const cell = (bin: string, method: string): string => {
    const liked = kept.find((row) => row.bucket === bin && row.method === method);
    const promised = rows.find((row) => row.metric === METRIC.promised && row.bucket === bin && row.method === method);
    return liked === undefined || promised === undefined
      ? ''
      : `${figure(promised.value)} → ${figure(liked.value)} (${String(liked.n)})`;
  };
  return `${heading}\n${aligned([['chance', ...methods], ...bins.map((bin) => [bin, ...methods.map((method) => cell(bin, method))])])}`;
}

const plain = ({ value }: ResultRow): string => figure(value);
const bounded = ({ value, low, high }: ResultRow): string => `${figure(value)} (${figure(low)}–${figure(high)})`;
const signed = ({ value, low, high }: ResultRow): string => `${sign(value)} (${sign(low)} to ${sign(high)})`;

function sign(value: number): string {
  return `${value < 0 ? '-' : '+'}${figure(Math.abs(value))}`;
}

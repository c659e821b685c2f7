/** npm run benchmark: how well the shipped model ranks, beside baselines, on case packs. See `USAGE`. */
import { writeFile } from 'node:fs/promises';
import { parseOptions, UsageError } from './options';
import { listPacks } from './pack';
import { evaluateAll } from './pack-pool';
import type { PackResult } from './pack-pool';
import { meansOverPacks } from './summary';
import type { ResultRow, SummaryRow } from './summary';
import { tablesOf } from './tables';
import { openManifest } from './node-model';

const MODEL = new URL('../../models/taste', import.meta.url).pathname;

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), MODEL);
  const packs = listPacks(options.packs, options.only);
  const manifest = await openManifest(options.model);
  console.log(`${manifest.name} ${manifest.version} on ${String(packs.length)} packs: ${options.modes.join(' and ')}, crowd ${options.crowds.join(' and ')}${options.asImported === null ? '' : `, items as imported from ${options.asImported}`}`);
  const start = performance.now();
  const results = await evaluateAll(packs, options, (answer) => {
    if (answer.type === 'progress') console.log(`  ${answer.pack}: ${String(answer.done)} of ${String(answer.total)} cases`);
    else if (answer.type === 'finished') console.log(`${answer.pack}: ${String(answer.report.cases)} cases, ${String(answer.report.items)} items (${percent(answer.report.recognised, answer.report.items)} recognised), ${answer.report.seconds.toFixed(1)} s`);
  });
  const means = meansOverPacks(results.flatMap(({ rows }) => rows));
  const rows = [...results.flatMap((result) => result.rows), ...means].map(plainRow);
  if (options.json !== null) await writeFile(options.json, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);

  const trained = results.filter(({ report }) => report.kinds.every((kind) => manifest.trainedKinds.includes(kind)));
  const shown = [...results.flatMap((result) => result.rows), ...means, ...partMeans(trained, results)];
  console.log(`\n${tablesOf(shown)}\n\n${((performance.now() - start) / 1000).toFixed(0)} s${options.json === null ? '' : `, ${String(rows.length)} rows in ${options.json}`}`);
}

/** Kinds the model was never trained on are another question: their mean stands apart, where there are both. */
function partMeans(trained: readonly PackResult[], all: readonly PackResult[]): readonly SummaryRow[] {
  if (trained.length === 0 || trained.length === all.length) return [];
  const rest = all.filter((result) => !trained.includes(result));
  return [...meansOverPacks(trained.flatMap(({ rows }) => rows), 'mean, trained kinds'), ...meansOverPacks(rest.flatMap(({ rows }) => rows), 'mean, other kinds')];
}

function plainRow({ pack, variant, method, mode, crowd, metric, bucket, n, value, low, high }: SummaryRow): ResultRow {
  return { pack, variant, method, mode, crowd, metric, bucket, n, value, low, high };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
}

/** npm run benchmark: how well the shipped model ranks, beside baselines, on case packs. See `USAGE`. */
import { writeFile } from 'node:fs/promises';
import { asImportedRows, asImportedTables } from './as-imported';
import { runLearningSuite } from './learning/suite';
import { openManifest } from './node-model';
import { parseOptions } from './options';
import type { BenchmarkOptions } from './options';
import { listPacks } from './pack';
import { evaluateAll } from './pack-pool';
import type { PackResult } from './pack-pool';
import { runOwnLearningSuite } from './own-learning/own-learning-suite';
import { PEOPLE_SUITES } from './people/pack-places';
import { runPeopleSuite } from './people/people-suite';
import { runPairsSuite } from './pairs/pairs-suite';
import { runPicksSuite } from './picks/picks-suite';
import { allMeans, MEAN_TRAINED, MEAN_UNTRAINED } from './summary';
import type { ResultRow, SummaryRow } from './summary';
import { tablesOf } from './tables';
import { OPTIONS, USAGE } from './option-table';
import { runThisCommand } from '../../electron/cli/run-command';

const MODEL = new URL('../../models/taste', import.meta.url).pathname;

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), MODEL);
  const people = PEOPLE_SUITES.find((suite) => suite === options.suite);
  if (people !== undefined) {
    await runPeopleSuite(people, options);
    return;
  }
  if (options.suite === 'own-learning') {
    await runOwnLearningSuite(options);
    return;
  }
  if (options.suite === 'picks') {
    await runPicksSuite(options);
    return;
  }
  if (options.suite === 'pairs') {
    await runPairsSuite(options);
    return;
  }
  const packs = listPacks(options.packs, options.only);
  const manifest = await openManifest(options.model);
  if (options.suite === 'learning') {
    await runLearningSuite(packs, options, `${manifest.name} ${manifest.version}`);
    return;
  }
  console.log(
    `${manifest.name} ${manifest.version} on ${String(packs.length)} packs: ${options.modes.join(' and ')}, crowd ${options.crowds.join(' and ')}${options.asImported === null ? '' : `, items as imported from ${options.asImported === 'all' ? 'every export that fits' : options.asImported}`}${options.without.length === 0 ? '' : `, without ${options.without.join(', ')}`}`,
  );
  const start = performance.now();
  const results = await evaluateAll(packs, options, (answer) => {
    if (answer.type === 'progress')
      console.log(`  ${answer.pack}: ${String(answer.done)} of ${String(answer.total)} cases`);
    else if (answer.type === 'finished')
      console.log(
        `${answer.pack}: ${String(answer.report.cases)} cases, ${String(answer.report.items)} items (${percent(answer.report.recognised, answer.report.items)} recognised), ${answer.report.seconds.toFixed(1)} s`,
      );
  });
  const { rows, tables } =
    options.asImported === 'all'
      ? {
          rows: asImportedRows(results).map((row) => ({ ...plainRow(row), asImported: row.asImported })),
          tables: asImportedTables(results),
        }
      : reportOf(results, manifest.trainedKinds, options);
  if (options.json !== null)
    await writeFile(options.json, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  console.log(
    `\n${tables}\n\n${((performance.now() - start) / 1000).toFixed(0)} s${options.json === null ? '' : `, ${String(rows.length)} rows in ${options.json}`}`,
  );
}

function reportOf(
  results: readonly PackResult[],
  trainedKinds: readonly string[],
  options: BenchmarkOptions,
): { readonly rows: readonly ResultRow[]; readonly tables: string } {
  const packs = results.map(({ runs, report }) => ({
    rows: runs.flatMap(({ rows }) => rows),
    trained: report.kinds.every((kind) => trainedKinds.includes(kind)),
  }));
  const rows = [...packs.flatMap((pack) => pack.rows), ...allMeans(packs)].map(plainRow);
  // Where all packs are of one sort, their mean is already in the table.
  const mixed = new Set(packs.map(({ trained }) => trained)).size > 1;
  return {
    rows,
    tables: tablesOf(
      rows.filter(({ pack }) => mixed || (pack !== MEAN_TRAINED && pack !== MEAN_UNTRAINED)),
      options,
    ),
  };
}

function plainRow({ pack, variant, method, mode, crowd, metric, bucket, n, value, low, high }: SummaryRow): ResultRow {
  return { pack, variant, method, mode, crowd, metric, bucket, n, value, low, high };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;
}

await runThisCommand({ usage: USAGE, options: OPTIONS, takesFiles: false, run: main });

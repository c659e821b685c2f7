import { writeFile } from 'node:fs/promises';
import { UsageError } from '../usage-error';
import type { BenchmarkOptions } from '../options';
import { openBundle } from '../node-model';
import { METHODS, ORACLE } from './method-registry';
import { offPolicyTable } from './off-policy-check';
import type { OffPolicyRow } from './off-policy-check';
import { speedRows, speedTable } from './re-rank-speed';
import { POOL_SORTS } from './replay-cases';
import { groupsOf } from './replay-groups';
import { replayAll } from './replay-pool';
import { replayRows } from './replay-rows';
import { replayTables } from './replay-tables';

/**
 * `--suite learning`: months of use on the share-rated cases of the packs, as tables and, where asked, as JSON rows.
 */
export async function runLearningSuite(
  packs: readonly string[],
  options: BenchmarkOptions,
  model: string,
): Promise<void> {
  if (options.asImported === 'all') throw new UsageError('The suite learning takes one export at a time, not all.');
  const names = [...METHODS.map(({ name }) => name), ORACLE];
  const unknown = options.methods.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`There is no method ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  console.log(`${model}, learning, on ${String(packs.length)} packs: warm, crowd ${options.crowds.join(' and ')}`);
  const start = performance.now();
  const offPolicy: OffPolicyRow[] = [];
  const replays = await replayAll(packs, options, (answer) => {
    if (answer.type === 'finished') offPolicy.push(...answer.offPolicy);
    if (answer.type === 'progress') console.log(`  ${answer.pack}: ${answer.text}`);
    else if (answer.type === 'finished')
      console.log(
        `${answer.pack}: ${answer.replays.map(({ sort, cases }) => `${String(cases)} ${sort} cases`).join(', ')}, ${answer.seconds.toFixed(1)} s`,
      );
  });
  const parts = POOL_SORTS.flatMap((sort) => {
    const { groups, leftOut } = groupsOf(
      replays.filter((replay) => replay.sort === sort),
      options.limit,
    );
    const lines =
      leftOut.length === 0
        ? []
        : [
            `${sort}: too few cases to report: ${leftOut.map(({ pack, cases }) => `${pack} ${String(cases)}`).join(', ')}`,
          ];
    const settings = options.crowds.map((crowd) => {
      const rows = replayRows(sort, groups, crowd);
      return { rows, text: replayTables(rows, `${sort}, crowd ${crowd}`) };
    });
    return [...settings, { rows: [], text: lines.join('\n') }];
  });
  const opened = await openBundle(options.model, options.without);
  const speed = options.methods.length > 0 ? [] : await speedRows(opened);
  const rows: readonly unknown[] = [
    ...parts.flatMap((part) => part.rows),
    ...offPolicy.map((row) => ({ ...row, metric: 'off-policy' })),
    ...speed.map((row) => ({ ...row, metric: 'milliseconds' })),
  ];
  const tables = [
    ...parts.map(({ text }) => text),
    offPolicyTable(offPolicy),
    speed.length === 0 ? '' : speedTable(speed),
  ];
  if (options.json !== null)
    await writeFile(options.json, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  console.log(
    `\n${tables.filter((text) => text !== '').join('\n\n')}\n\n${((performance.now() - start) / 1000).toFixed(0)} s${options.json === null ? '' : `, ${String(rows.length)} rows in ${options.json}`}`,
  );
}

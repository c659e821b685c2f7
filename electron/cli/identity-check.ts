/**
 * `npm run identity-check -- DIR [--json FILE]`: how well things are recognised. Hides the ids of Goodreads, IMDb and
 * MyAnimeList exports below DIR, asks whether two rows are one thing, and compares with what the ids say.
 */
import { writeFile } from 'node:fs/promises';
import { readLabelledRecords, type LabelledRecord } from './identity-check/labelled-records';
import { measureIdentity, type JudgedPair, type KindMeasure } from './identity-check/measure-identity';
import { runThisCommand, WrongUsage } from './run-command';

const USAGE = 'Usage: npm run identity-check -- DIR [--json FILE]';
const MAX_EXAMPLES = 10;

const decimals = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

function table(kinds: readonly KindMeasure[]): string {
  const rows = [
    ['', 'one id', 'same', 'doubtful', 'recall', 'two ids', 'wrong', 'doubtful', 'editions', 'precision'],
    ...kinds.map(({ kind, sameId, otherId, precision, recall }) => [
      kind,
      String(sameId.same + sameId.doubtful + sameId.different),
      String(sameId.same),
      String(sameId.doubtful),
      decimals(recall),
      String(otherId.different + otherId.doubtful + otherId.wrong + otherId.editions),
      String(otherId.wrong),
      String(otherId.doubtful),
      String(otherId.editions),
      decimals(precision),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

const recordText = ({ id, thing }: LabelledRecord): string =>
  `${thing.title} · ${thing.creators.slice(0, 2).join(', ')} · ${String(thing.year)} (${id})`;

function examples(title: string, pairs: readonly JudgedPair[]): string {
  if (pairs.length === 0) return '';
  return [
    `\n${title}: ${String(pairs.length)}`,
    ...pairs
      .slice(0, MAX_EXAMPLES)
      .map(
        ({ left, right, verdict }) =>
          `  ${recordText(left)}\n  ${recordText(right)}\n    ${verdict.evidence.join(', ')}`,
      ),
    ...(pairs.length > MAX_EXAMPLES ? [`  … ${String(pairs.length - MAX_EXAMPLES)} more (all of them in --json)`] : []),
  ].join('\n');
}

async function check(folder: string | undefined, json: string | undefined): Promise<number> {
  if (folder === undefined) throw new WrongUsage('No folder is named.');
  const records = await readLabelledRecords(folder);
  if (records.length === 0) {
    console.error(`No Goodreads, IMDb or MyAnimeList export was found below ${folder}.`);
    return 1;
  }
  const measure = measureIdentity(records);
  const files = new Set(records.map(({ file }) => file));
  console.log(`${String(records.length)} rows of ${String(files.size)} files. No id was shown, ISBNs neither.\n`);
  console.log(table(measure.kinds));
  console.log(
    '\none id: pairs of rows of two files that have one id; recall = of these, taken for the same' +
      '\ntwo ids: pairs that share a title or a maker, within a file and between files; wrong = taken for the same' +
      '\neditions: taken for the same, two Goodreads numbers that may be editions of one work; counted neither way' +
      '\nprecision = pairs with one id taken for the same, of these and the wrong ones; doubtful is not the same',
  );
  const parts = [examples('Wrong', measure.wrong), examples('Not recognised', measure.missed)];
  console.log(parts.filter((part) => part !== '').join('\n'));
  if (json !== undefined) await writeFile(json, `${JSON.stringify(measure, null, 2)}\n`);
  return 0;
}

await runThisCommand({
  usage: USAGE,
  options: { json: { type: 'string' } },
  takesFiles: true,
  run: ({ values, positionals }) => check(positionals[0], values.json),
});

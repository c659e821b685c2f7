/**
 * `npm run identity-check -- DIR [--against DIR] [--json FILE]`: how well things are recognised. Hides the ids of
 * Goodreads, IMDb and MyAnimeList exports below DIR, asks whether two rows are one thing, and compares with what the
 * ids say; with `--against` also whether a row is a thing of other sources, whose ids are hidden, too.
 */
import { writeFile } from 'node:fs/promises';
import type { Thing } from '../../renderer/src/identity/same-facts';
import {
  allTogether,
  readCatalogueSource,
  sourcesBelow,
  type CatalogueSource,
} from './identity-check/catalogue-things';
import { readLabelledRecords, type LabelledRecord } from './identity-check/labelled-records';
import {
  countBridged,
  measureBetween,
  type BetweenMeasure,
  type BetweenResult,
  type JudgedRow,
} from './identity-check/measure-between';
import { measureIdentity, type JudgedPair, type KindMeasure } from './identity-check/measure-identity';
import { runThisCommand, WrongUsage } from './run-command';

const USAGE = 'Usage: npm run identity-check -- DIR [--against DIR] [--json FILE]';
const MAX_EXAMPLES = 10;

const decimals = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

function tableOf(rows: readonly (readonly string[])[], textColumns: number): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < textColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

const withinTable = (kinds: readonly KindMeasure[]): string =>
  tableOf(
    [
      ['', 'one id', 'same', 'doubtful', 'recall', 'two ids', 'wrong', 'doubtful', 'editions', 'alike', 'precision'],
      ...kinds.map(({ kind, sameId, otherId, precision, recall }) => [
        kind,
        String(sameId.same + sameId.doubtful + sameId.different),
        String(sameId.same),
        String(sameId.doubtful),
        decimals(recall),
        String(otherId.different + otherId.doubtful + otherId.wrong + otherId.editions + otherId.alike),
        String(otherId.wrong),
        String(otherId.doubtful),
        String(otherId.editions),
        String(otherId.alike),
        decimals(precision),
      ]),
    ],
    1,
  );

const betweenTable = (measures: readonly BetweenMeasure[]): string =>
  tableOf(
    [
      ['source', '', 'known', 'right', 'doubtful', 'recall', 'wrong', 'editions', 'alike', 'precision'],
      ...measures.map(({ source, kind, known, wrong, editions, alike, precision, recall }) => [
        source,
        kind,
        String(known.right + known.doubtful + known.missed),
        String(known.right),
        String(known.doubtful),
        decimals(recall),
        String(wrong),
        String(editions),
        String(alike),
        decimals(precision),
      ]),
    ],
    2,
  );

const factsText = ({ title, creators, year }: Thing): string =>
  `${title} · ${creators.slice(0, 2).join(', ')} · ${String(year)}`;
const pairText = ({ left, right, verdict }: JudgedPair): string =>
  `  ${factsText(left.thing)} (${left.id})\n  ${factsText(right.thing)} (${right.id})\n    ${verdict.evidence.join(', ')}`;
const rowText = ({ source, row, thing, evidence }: JudgedRow): string =>
  `  ${factsText(row.thing)} (${row.id})\n  ${factsText(thing)} (${thing.label.id}, ${source})\n    ${evidence.join(', ')}`;

function examples<T>(title: string, cases: readonly T[], show: (one: T) => string): string {
  if (cases.length === 0) return '';
  return [
    `\n${title}: ${String(cases.length)}`,
    ...cases.slice(0, MAX_EXAMPLES).map(show),
    ...(cases.length > MAX_EXAMPLES ? [`  … ${String(cases.length - MAX_EXAMPLES)} more (all of them in --json)`] : []),
  ].join('\n');
}

/** Rows of the exports among the things of every source below a folder. */
async function checkBetween(
  records: readonly LabelledRecord[],
  missedWithin: readonly JudgedPair[],
  folder: string,
): Promise<BetweenResult & { readonly bridged: ReadonlyMap<string, number> }> {
  const names = sourcesBelow(folder);
  if (names.length === 0) throw new WrongUsage(`No folder in ${folder} has a file items.jsonl.gz.`);
  const sources: CatalogueSource[] = [];
  for (const name of names) sources.push(...(await readCatalogueSource(folder, name)));
  const together = allTogether(sources);
  const results = [...sources, ...together].map((source) => measureBetween(records, source));
  return {
    bridged: countBridged(missedWithin, together),
    measures: results.flatMap(({ measures }) => measures),
    missed: results.flatMap(({ missed }) => missed),
    wrong: results.flatMap(({ wrong }) => wrong),
  };
}

function printBetween({ measures, missed, wrong }: BetweenResult): void {
  console.log(`\nBetween sources, ids hidden on both sides\n\n${betweenTable(measures)}`);
  console.log(
    '\nknown: rows of the exports whose id the source has; recall = of these, taken for that thing' +
      '\nwrong: rows taken for a thing with another id, whether the source has theirs or not',
  );
  const parts = [examples('Wrong', wrong, rowText), examples('Not recognised', missed, rowText)];
  console.log(parts.filter((part) => part !== '').join('\n'));
}

/** Recall within a service once the sources are there, which know things by other titles, too. */
function printBridged(kinds: readonly KindMeasure[], bridged: ReadonlyMap<string, number>): void {
  for (const { kind, sameId } of kinds) {
    const [all, more] = [sameId.same + sameId.doubtful + sameId.different, bridged.get(kind) ?? 0];
    if (more > 0)
      console.log(
        `\n${kind} within a service, through the other titles of these sources: recall ${decimals((sameId.same + more) / all)} (${String(sameId.same + more)} of ${String(all)})`,
      );
  }
}

interface Values {
  readonly against?: string;
  readonly json?: string;
}

async function check(folder: string | undefined, { against, json }: Values): Promise<number> {
  if (folder === undefined) throw new WrongUsage('No folder is named.');
  const records = await readLabelledRecords(folder);
  if (records.length === 0) {
    console.error(`No Goodreads, IMDb or MyAnimeList export was found below ${folder}.`);
    return 1;
  }
  const measure = measureIdentity(records);
  const files = new Set(records.map(({ file }) => file));
  console.log(`${String(records.length)} rows of ${String(files.size)} files. No id was shown, ISBNs neither.\n`);
  console.log(withinTable(measure.kinds));
  console.log(
    '\none id: pairs of rows of two files that have one id; recall = of these, taken for the same' +
      '\ntwo ids: pairs that share a title or a maker, within a file and between files; wrong = taken for the same' +
      '\neditions: taken for the same, two Goodreads numbers that may be editions of one work; counted neither way' +
      '\nalike: taken for the same, two ids and nothing else that differs; with their ids shown they are two' +
      '\nprecision = pairs with one id taken for the same, of these and the wrong ones; doubtful is not the same',
  );
  const parts = [
    examples('Wrong', measure.wrong, pairText),
    examples('Alike but for their ids', measure.alike, pairText),
    examples('Not recognised', measure.missed, pairText),
  ];
  console.log(parts.filter((part) => part !== '').join('\n'));
  const between = against === undefined ? null : await checkBetween(records, measure.missed, against);
  if (between !== null) {
    printBetween(between);
    printBridged(measure.kinds, between.bridged);
  }
  const all =
    between === null ? measure : { ...measure, between: { ...between, bridged: Object.fromEntries(between.bridged) } };
  if (json !== undefined) await writeFile(json, `${JSON.stringify(all, null, 2)}\n`);
  return 0;
}

await runThisCommand({
  usage: USAGE,
  options: { against: { type: 'string' }, json: { type: 'string' } },
  takesFiles: true,
  run: ({ values, positionals }) => check(positionals[0], values),
});

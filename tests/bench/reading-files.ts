import Papa from 'papaparse';
import { blobSource } from '../../renderer/src/importing/containers/byte-source';
import { openFile } from '../../renderer/src/importing/containers/open-file';
import { createPacer } from '../../renderer/src/importing/pacer';
import type { Measure } from './kernels';
import { median, timed } from './median';

const SIZES = [10_000, 100_000, 1_000_000] as const;

/**
 * Records of a table and items of a JSON array, from the bytes of a file to cells and values, beside a parser that gets
 * the whole text at once. The bytes are decoded in both.
 */
export async function fileReadingMeasures(clock: () => number): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const rows of SIZES) {
    const runs = rows > 100_000 ? 3 : 7;
    const table = new Blob([inventedTable(rows)]);
    const history = new Blob([inventedHistory(rows)]);
    const words = rows.toLocaleString('en');
    measures.push(
      await besides(`read the records of a table of ${words} rows`, runs, clock, () => recordsIn(table), {
        papaparse: async () => Papa.parse<string[]>(await textOf(table), { delimiter: ',' }).data.length - 1,
      }),
      await besides(`read the items of a JSON array of ${words}`, runs, clock, () => itemsIn(history), {
        'JSON.parse': async () => (JSON.parse(await textOf(history)) as unknown[]).length,
      }),
    );
  }
  return measures;
}

type Read = () => Promise<number>;

/** Throws where the ways do not find the same number. */
async function besides(
  name: string,
  runs: number,
  clock: () => number,
  read: Read,
  others: Readonly<Record<string, Read>>,
): Promise<Measure> {
  const count = await read();
  const beside: { name: string; milliseconds: number }[] = [];
  for (const [other, readOther] of Object.entries(others)) {
    if ((await readOther()) !== count) throw new Error(`${name}: ${other} finds another number`);
    beside.push({ name: other, milliseconds: median(await timed(clock, 0, runs, readOther)) });
  }
  return { name, milliseconds: median(await timed(clock, 0, runs, read)), runs, beside };
}

const textOf = async (blob: Blob): Promise<string> => await blob.text();

async function recordsIn(blob: Blob): Promise<number> {
  const file = await openFile('table.csv', blobSource(blob), createPacer());
  let count = -1;
  for await (const batch of file.records()) count += batch.length;
  return count;
}

async function itemsIn(blob: Blob): Promise<number> {
  const file = await openFile('history.json', blobSource(blob), createPacer());
  let count = 0;
  for await (const batch of file.jsonItems([])) count += batch.length;
  return count;
}

const inventedTable = (rows: number): string =>
  [
    'Const,Your Rating,Date Rated,Title,Genres,Year,Note',
    ...Array.from(
      { length: rows },
      (_unused, index) =>
        `tt${String(1_000_000 + index)},${String(1 + (index % 10))},2020-01-${String(10 + (index % 20))},Film ${String(index)},"Drama, War",${String(1950 + (index % 70))},${index % 10 === 0 ? '"said ""so""\nand so on"' : ''}`,
    ),
  ].join('\n');

const inventedHistory = (rows: number): string =>
  `[${Array.from({ length: rows }, (_unused, index) =>
    JSON.stringify({
      endTime: '2020-01-10 12:00',
      artistName: `Artist ${String(index % 1000)}`,
      trackName: `Track “${String(index % 20_000)}”`,
      msPlayed: index,
    }),
  ).join(',\n')}]`;

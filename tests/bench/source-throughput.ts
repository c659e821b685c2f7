import { gunzipSync, unzipSync } from 'fflate';
import { analyseFiles, type AnalysisResult } from '../../renderer/src/importing/detect';
import type { Measure } from './kernels';
import { median, timed } from './median';
import { SOURCE_FILES, type SourceFile } from './source-files';

/** How long one source takes for a file of so many records, from its bytes to rows of which each thing stands once. */
export interface SourceMeasure extends Measure {
  readonly source: string;
  readonly rows: number;
  /** Of the file, unpacked. */
  readonly bytes: number;
}

const SMALL = 20_000;

/**
 * Reads invented files of the main sources as an import does (recognised, read, checked, merged), beside the plain
 * parser of their form. Each is read until the end before the next is made.
 * @param say told what is measured, one line at a time
 */
export async function sourceMeasures(
  clock: () => number,
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<readonly SourceMeasure[]> {
  const measures: SourceMeasure[] = [];
  for (const rows of sizes)
    for (const file of SOURCE_FILES) {
      say(`${file.name}, ${rows.toLocaleString('en')} rows`);
      measures.push(await measureSource(file, rows, clock));
    }
  return measures;
}

async function measureSource(file: SourceFile, rows: number, clock: () => number): Promise<SourceMeasure> {
  const { source, name, plain, pack } = file;
  const unpacked = new Blob([...file.parts(rows)]);
  const blob = pack === undefined ? unpacked : new Blob([pack(new Uint8Array(await unpacked.arrayBuffer())).slice()]);
  const read = (): Promise<AnalysisResult> => readAs(source, name, blob);
  const [warmUps, runs] = rows <= SMALL ? [1, 3] : [0, 1];
  const { analyses } = await read();
  const [analysis] = analyses;
  if (analysis?.source !== source || analysis.rowCount !== rows || analysis.rows.length === 0)
    throw new Error(
      `${name} is read as ${String(analysis?.source)}: ${String(analysis?.rowCount)} records, ${String(analysis?.rows.length)} things`,
    );
  const beside =
    plain === null
      ? []
      : [
          {
            name: plain.name,
            milliseconds: median(
              await timed(clock, warmUps, runs, async () =>
                plain.records(new TextDecoder().decode(await unpack(name, blob))),
              ),
            ),
          },
        ];
  return {
    name: `read ${rows.toLocaleString('en')} rows of ${name}`,
    source,
    rows,
    bytes: unpacked.size,
    milliseconds: median(await timed(clock, 0, runs, read)),
    runs,
    beside,
  };
}

/** A table that no source claims is read by the guess of its columns. */
async function readAs(source: string, name: string, blob: Blob): Promise<AnalysisResult> {
  const found = await analyseFiles([{ name, blob }]);
  const guess = found.unrecognised[0]?.table?.guess;
  return source !== 'csv' || guess === undefined ? found : await analyseFiles([{ name, blob }], { mapping: guess });
}

/** Unpacking is the plain parser's work, too. */
async function unpack(name: string, blob: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (name.endsWith('.zip')) return Object.values(unzipSync(bytes))[0] ?? new Uint8Array();
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The lines of the table: rows and megabytes in a second, and how many times as long as the plain parser it takes. */
export const throughputRows = (measures: readonly SourceMeasure[]): readonly (readonly string[])[] => [
  ['file', 'rows', 'rows/s', 'MB/s', 'beside', 'rows/s', 'times'],
  ...measures.map(({ source, name, rows, bytes, milliseconds, beside }) => {
    const [plain] = beside;
    const perSecond = (of: number): string => Math.round((1000 * rows) / of).toLocaleString('en');
    return [
      `${source}: ${name.replace(/^.* rows of /, '')}`,
      rows.toLocaleString('en'),
      perSecond(milliseconds),
      (bytes / 1000 / milliseconds).toFixed(1),
      plain?.name ?? '–',
      plain === undefined ? '–' : perSecond(plain.milliseconds),
      plain === undefined ? '–' : (milliseconds / plain.milliseconds).toFixed(1),
    ];
  }),
];

/**
 * `npx tsx tests/tools/count-exports.ts DIR`: every export in a folder as the importers count it, beside the count of
 * another parser. Exits with 1 where the two differ.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseFiles } from '../../renderer/src/importing/detect';
import { independentCount } from './independent-counts';

interface Counted {
  readonly file: string;
  readonly source: string;
  readonly independent: number | null;
  readonly rows: number;
  readonly items: number;
  readonly skipped: number;
}

async function count(folder: string, file: string): Promise<Counted> {
  const bytes = await readFile(join(folder, file));
  const { analyses, unrecognised } = await analyseFiles([{ name: file, blob: new Blob([new Uint8Array(bytes)]) }]);
  const [analysis] = analyses;
  if (analysis === undefined)
    return { file, source: `? ${unrecognised[0]?.reason ?? ''}`, independent: null, rows: 0, items: 0, skipped: 0 };
  const unpacked = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return {
    file,
    source: analysis.source,
    independent: file.endsWith('.zip') ? null : independentCount(analysis.source, unpacked.toString('utf8')),
    rows: analysis.rowCount,
    items: analysis.rows.length,
    skipped: analysis.skipped.length,
  };
}

const differenceOf = ({ independent, rows }: Counted): number | null =>
  independent === null ? null : rows - independent;

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('Usage: npx tsx tests/tools/count-exports.ts DIR');
    return 2;
  }
  const files = (await readdir(folder)).filter((name) => name !== 'README.md').sort();
  const counted: Counted[] = [];
  for (const file of files) counted.push(await count(folder, file));
  console.table(
    counted.map((one) => ({ ...one, source: one.source.slice(0, 40), difference: differenceOf(one) })),
    ['file', 'source', 'independent', 'rows', 'difference', 'items', 'skipped'],
  );
  return counted.some((one) => (differenceOf(one) ?? 0) !== 0) ? 1 : 0;
}

process.exitCode = await main(process.argv[2]);

import { zipSync, gzipSync, strToU8 } from 'fflate';
import { AppError } from '../../renderer/src/domain/errors';
import { analyseFiles, type AnalysisResult } from '../../renderer/src/importing/detect';
import { bytesFile, bytesOf } from '../fixtures/exports/files';
import { IMPORT_CASES } from '../contract/importers/import-cases';
import { mutated } from './mutations';
import { seededRandom } from '../../renderer/src/recommend/math/seeded-random';

export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The made-up exports of every source, and the same as members of archives. */
export async function seedFiles(): Promise<readonly SeedFile[]> {
  const files = await Promise.all(
    IMPORT_CASES.flatMap(({ files: made }) => made()).map(async (file) => ({
      name: file.name,
      bytes: await bytesOf(file),
    })),
  );
  const table = strToU8('Title;Author;Rating\n"Salt, Wind";Ann Vole;4,5\nEmber;Bo Quill;3\n');
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1"><v>1</v></c></row></sheetData></worksheet>';
  return [
    ...files,
    { name: 'own.csv', bytes: table },
    { name: 'all.zip', bytes: zipSync(Object.fromEntries(files.slice(0, 12).map(({ name, bytes }) => [name, bytes]))) },
    { name: 'own.csv.gz', bytes: gzipSync(table) },
    {
      name: 'book.xlsx',
      bytes: zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
        'xl/worksheets/sheet1.xml': strToU8(sheet),
      }),
    },
  ];
}

/** The input of that number, the same one for the same seed. */
export const inputOf = (files: readonly SeedFile[], seed: number, number: number) =>
  mutated(files, seededRandom(Math.imul(seed, 0x9e3779b1) ^ number));

// What a bug says, where it should say a sentence for people.
const BUG = /is not (?:a function|iterable|defined)|of (?:undefined|null)|call stack|array length|\[object /i;

/** Reads one input as the import does. Returns what is wrong with what became of it; null where nothing is. */
export async function faultOf({ name, bytes }: SeedFile): Promise<string | null> {
  try {
    const file = bytesFile(name, bytes);
    const result = await analyseFiles([file]);
    const table = result.unrecognised.find((one) => one.table !== undefined);
    const mapped =
      table?.table === undefined
        ? null
        : await analyseFiles([file], { mapping: table.table.guess, mappedFile: table.file });
    return faultOfResult(result) ?? (mapped === null ? null : faultOfResult(mapped));
  } catch (error) {
    if (error instanceof AppError && error.code !== 'unexpected') return null;
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function faultOfResult({ analyses, unrecognised }: AnalysisResult): string | null {
  if (analyses.length + unrecognised.length === 0) return 'neither read nor refused';
  for (const { rows, mergedCount, skipped, rowCount, ignoredFiles } of analyses) {
    if (rows.length + mergedCount + skipped.length !== rowCount)
      return `${String(rowCount)} records, but ${String(rows.length)} rows, ${String(mergedCount)} merged, ${String(skipped.length)} skipped`;
    const odd = [...skipped, ...ignoredFiles].find(({ reason }) => reason === '' || BUG.test(reason));
    if (odd !== undefined) return `left something out because of “${odd.reason}”`;
  }
  const odd = unrecognised.find(({ reason }) => reason === '' || BUG.test(reason));
  return odd === undefined ? null : `refused because of “${odd.reason}”`;
}

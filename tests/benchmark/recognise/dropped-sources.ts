import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildEntries } from '../../../renderer/src/catalogue/building/build-entries';
import { readSourceLine, type SourceRows } from '../../../renderer/src/catalogue/building/source-row';
import { openCatalogue, type CataloguePart } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { UsageError } from '../usage-error';

const ROWS_FILE = 'items.jsonl.gz';

/** All sources below a folder, merged in memory, as if a person had dropped them: for measuring, never for shipping. */
export async function droppedSources(folder: string): Promise<CataloguePart> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, ROWS_FILE)));
  if (names.length === 0) throw new UsageError(`No folder in ${folder} has a file ${ROWS_FILE}.`);
  const sources = await Promise.all(names.map((name) => sourceRows(name, join(folder, name, ROWS_FILE))));
  const { entries } = await buildEntries(sources, async () => {});
  return openCatalogue(packCatalogue(entries));
}

async function sourceRows(name: string, file: string): Promise<SourceRows> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n');
  return { name, rows: lines.flatMap((line) => readSourceLine(line) ?? []) };
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildEntries } from '../../../renderer/src/catalogue/building/build-entries';
import { readSourceLine, type SourceRows } from '../../../renderer/src/catalogue/building/source-row';
import { openFiles } from '../../../renderer/src/catalogue/open-files';
import { openCatalogue, type CataloguePart } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { folderFiles } from '../node-model';
import { UsageError } from '../usage-error';

/** The files of a catalogue in a folder, checked as the app checks them. */
export async function openedCatalogue(folder: string): Promise<readonly CataloguePart[]> {
  const { parts } = await openFiles(
    folderFiles(folder),
    (bytes) => Promise.resolve(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')),
    (file) => Promise.resolve(new Uint8Array(gunzipSync(file))),
  );
  return parts;
}

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

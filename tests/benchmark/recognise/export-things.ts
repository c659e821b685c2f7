import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isZip } from '../../../renderer/src/importing/containers/zip-members';
import { blobSource } from '../../../renderer/src/importing/containers/byte-source';
import { wholeText } from '../../../renderer/src/importing/containers/text-parts';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import { createPacer } from '../../../renderer/src/importing/pacer';
import type { ImportAnalysis, ImportedRow } from '../../../renderer/src/domain/imported-row';
import { UsageError } from '../usage-error';
import { itemOf, rows } from '../pack-rows';
import { described, type NamedThing, type ThingsOfFile } from './named-thing';
import { OTHER_EXPORTS } from './other-exports';

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The distinct things that an export names: through the app's importers, a table they do not know by the mapping that
 * the app would propose, and what the app cannot import yet by `other-exports.ts`. Throws UsageError for anything else.
 */
export async function readThings(path: string): Promise<readonly ThingsOfFile[]> {
  const name = basename(path);
  const stored = new Uint8Array(await readFile(path));
  const bytes = isGzip(stored) ? new Uint8Array(gunzipSync(stored)) : stored;
  if (!isZip(bytes)) {
    const { text } = await wholeText(blobSource(new Blob([bytes])), createPacer());
    if (text.startsWith('{"id":')) return [await packThings(name, path)];
    for (const read of OTHER_EXPORTS) {
      const found = await read(name, text);
      if (found !== null) return found;
    }
  }
  const { analyses, unrecognised } = await analyseFiles([{ name, blob: new Blob([bytes]) }]);
  if (analyses.length > 0) return [thingsOf(name, analyses)];
  const table = unrecognised.find((file) => file.table !== undefined)?.table;
  if (table === undefined) throw new UsageError(`${name}: ${unrecognised.map(({ reason }) => reason).join('; ')}`);
  const mapped = await analyseFiles([{ name, blob: new Blob([bytes]) }], { mapping: table.guess });
  return [thingsOf(name, mapped.analyses)];
}

const thingsOf = (file: string, analyses: readonly ImportAnalysis[]): ThingsOfFile => ({
  file,
  things: analyses.flatMap(({ source, rows: found }) =>
    found.map((row) => (source === 'netflix' ? screenReadings(row) : ([row] as const))),
  ),
});

/** Netflix does not say what is anime, nor of what has no season that it is a film; it was there when it was seen. */
function screenReadings({ kind, title, finishedAt }: ImportedRow): NamedThing {
  const knownBy = finishedAt === null ? null : new Date(finishedAt).getUTCFullYear();
  const broadcast = [described('series', { title, knownBy }), described('anime', { title, knownBy })] as const;
  return kind === 'movie' ? [described('movie', { title, knownBy }), ...broadcast] : broadcast;
}

/** The items of a benchmark pack, one thing a line. */
async function packThings(file: string, path: string): Promise<ThingsOfFile> {
  const things: NamedThing[] = [];
  for await (const row of rows(path)) things.push([itemOf(row)]);
  return { file, things };
}

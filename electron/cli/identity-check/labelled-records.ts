import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Crowd } from '../../../renderer/src/domain/item-values';
import { readIdentifier } from '../../../renderer/src/identity/identifier-namespaces';
import type { Thing } from '../../../renderer/src/identity/same-facts';
import { openArchive } from '../../../renderer/src/importing/containers/archive';
import { blobSource, type ByteSource } from '../../../renderer/src/importing/containers/byte-source';
import { isZip } from '../../../renderer/src/importing/containers/zip-members';
import { openFile } from '../../../renderer/src/importing/containers/open-file';
import { sniffFile } from '../../../renderer/src/importing/detect';
import { createPacer } from '../../../renderer/src/importing/pacer';
import type { ImportSource } from '../../../renderer/src/importing/source';
import { goodreads } from '../../../renderer/src/importing/sources/goodreads';
import { imdb } from '../../../renderer/src/importing/sources/imdb';
import { myAnimeList } from '../../../renderer/src/importing/sources/myanimelist';
import type { ImportedRow } from '../../../renderer/src/domain/imported-row';

export type Service = 'goodreads' | 'imdb' | 'mal';

/** A row of a real export: the facts given to identity, and the id of its service, which is the label. */
export interface LabelledRecord {
  readonly file: string;
  readonly service: Service;
  readonly id: string;
  /** Without any id. */
  readonly thing: Thing;
  /** Not given to identity: a second label of whether two Goodreads numbers are one work. */
  readonly crowd: Crowd | null;
  /** Likewise: the ISBN, or null where the row has no usable one. */
  readonly isbn: string | null;
}

/** What says whether two rows are one thing, and is not shown to identity. */
export type Label = Pick<LabelledRecord, 'service' | 'id' | 'isbn' | 'crowd'>;

interface FolderFile {
  readonly name: string;
  readonly source: ByteSource;
}

/** Every file below a folder, zip members and gzip contents included. */
async function openFolder(folder: string): Promise<readonly FolderFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const opened: FolderFile[] = [];
  for (const path of paths.sort()) {
    const bytes = new Uint8Array(await readFile(path));
    const name = relative(folder, path);
    if (isZip(bytes)) {
      // A damaged archive is skipped.
      const contents = await openArchive({ name, blob: new Blob([bytes]) }, createPacer()).catch(() => null);
      opened.push(...(contents?.files ?? []));
    } else if (bytes[0] === 0x1f && bytes[1] === 0x8b)
      opened.push({ name, source: blobSource(new Blob([new Uint8Array(gunzipSync(bytes))])) });
    else opened.push({ name, source: blobSource(new Blob([bytes])) });
  }
  return opened;
}

/** The sources whose rows have an id of their service, and the key that it has. */
const SERVICES: ReadonlyMap<ImportSource, Service> = new Map<ImportSource, Service>([
  [goodreads, 'goodreads'],
  [imdb, 'imdb'],
  [myAnimeList, 'mal'],
]);

export const isbnOf = ({ isbn13, isbn10 }: Readonly<Record<string, string>>): string | null => {
  const reading = readIdentifier('isbn13', isbn13 ?? isbn10 ?? '');
  return 'value' in reading ? reading.value : null;
};

/** The id of a service that a row has, in one form; null where it has none. */
export function labelOf(
  service: Service,
  { kind, identifiers }: Pick<ImportedRow, 'kind' | 'identifiers'>,
): string | null {
  const reading = readIdentifier(service, identifiers[service] ?? '');
  if ('unusable' in reading) return null;
  // One number names an anime and a manga.
  return service === 'mal' ? `${kind} ${reading.value}` : reading.value;
}

function labelled(file: string, service: Service, rows: readonly ImportedRow[]): LabelledRecord[] {
  return rows.flatMap((row) => {
    const id = labelOf(service, row);
    if (id === null) return [];
    const { kind, title, originalTitle, creators, year, length, series, crowd } = row;
    const thing = { kind, title, originalTitle, creators, year, length, series };
    return [{ file, service, id, thing, crowd, isbn: isbnOf(row.identifiers) }];
  });
}

/** Rows of Goodreads, IMDb and MyAnimeList exports below `folder` whose id is known; rows of a file are not merged. */
export async function readLabelledRecords(folder: string): Promise<readonly LabelledRecord[]> {
  const records: LabelledRecord[] = [];
  for (const { name, source: bytes } of await openFolder(folder)) {
    const pacer = createPacer();
    const file = await openFile(name, bytes, pacer).catch(() => null);
    const found = file === null ? null : sniffFile(file);
    const service = found === null ? undefined : SERVICES.get(found.source);
    if (file === null || found === null || service === undefined) continue;
    const { source, sniffed } = found;
    const { rows } = await source.read([{ file, layout: sniffed.layout }], { pacer, answers: new Map() });
    records.push(...labelled(name, service, rows));
  }
  return records;
}

import { Gunzip, unzipSync } from 'fflate';
import type { PickedFile } from '../domain/picked-file';
import { isZip } from './containers/zip-members';

/** Files that the catalogue takes, not the library: a part of a catalogue (or its zip), or one of IMDb's tables. */
export type CatalogueFileKind =
  | 'catalogue'
  | 'imdb-ratings'
  | 'imdb-basics'
  | 'imdb-crew'
  | 'imdb-names'
  | 'imdb-other';

/** Enough of a packed file to see its first line. */
const HEAD_BYTES = 2 ** 16;
/** A zip is read whole to see what is in it; a larger one is no catalogue. */
const MAX_ZIP_BYTES = 2 ** 28;

/** First lines of IMDb's tables. */
const IMDB_TABLES: readonly (readonly [RegExp, CatalogueFileKind])[] = [
  [/^tconst\taverageRating\tnumVotes\b/, 'imdb-ratings'],
  [/^tconst\ttitleType\tprimaryTitle\t/, 'imdb-basics'],
  [/^tconst\tdirectors\twriters\b/, 'imdb-crew'],
  [/^nconst\tprimaryName\t/, 'imdb-names'],
  [/^(?:tconst\tparentTconst|tconst\tordering|titleId\tordering)\t/, 'imdb-other'],
];

/** What the catalogue makes of a file, by its content; null for what it has nothing to do with. Reads its beginning. */
export async function catalogueFileKind(file: PickedFile): Promise<CatalogueFileKind | null> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (isZip(head)) return file.size <= MAX_ZIP_BYTES && holdsCatalogue(await file.arrayBuffer()) ? 'catalogue' : null;
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const text = new TextDecoder().decode(isPacked ? unpackedHead(head) : head);
  const table = IMDB_TABLES.find(([header]) => header.test(text));
  if (table !== undefined) return table[1];
  if (isPacked) return /\.bin$/i.test(file.name) ? 'catalogue' : null;
  return /^\s*\{/.test(text) && /"schemaVersion"/.test(text) && /"builtFrom"/.test(text) ? 'catalogue' : null;
}

function unpackedHead(head: Uint8Array): Uint8Array {
  let first = new Uint8Array();
  const gunzip = new Gunzip((piece) => {
    if (first.length === 0) first = new Uint8Array(piece);
  });
  try {
    gunzip.push(head);
  } catch {
    // Not gzip after all, or damaged: what came before that is the beginning.
  }
  return first;
}

function holdsCatalogue(bytes: ArrayBuffer): boolean {
  const names: string[] = [];
  try {
    unzipSync(new Uint8Array(bytes), {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return false;
  }
  return (
    names.some((name) => /(?:^|[/\\])manifest\.json$/.test(name)) && names.some((name) => /[\w-]+\.bin$/.test(name))
  );
}

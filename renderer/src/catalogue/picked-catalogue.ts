import { unzipSync } from 'fflate';
import { AppError } from '../domain/errors';
import type { CatalogueFiles } from '../domain/ports/kept-catalogue-store';
import { MANIFEST_FILE, NOTICE_FILE, parseCatalogueManifest } from './catalogue-manifest';

/** More is no catalogue: one of five million things has less. */
const MAX_BYTES = 2 ** 30;
const ZIP_SIGNATURE = 'PK\u0003\u0004';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files of a catalogue out of those that a person chose: themselves, or in a zip, in whatever folder. What the
 * manifest does not name is left out. Throws `catalogue-missing` for a file that is not among them.
 */
export function pickedCatalogue(picked: readonly NamedBytes[]): CatalogueFiles {
  const byName = new Map(picked.flatMap(membersOf).map(({ name, bytes }) => [baseName(name), bytes] as const));
  const manifest = byName.get(MANIFEST_FILE);
  if (manifest === undefined)
    throw new AppError(
      'catalogue-missing',
      `There is no ${MANIFEST_FILE} among these files. Choose all files of the catalogue together, or its zip.`,
    );
  const names = Object.keys(parseCatalogueManifest(new TextDecoder().decode(manifest)).files);
  const missing = names.filter((name) => !byName.has(name));
  if (missing.length > 0)
    throw new AppError(
      'catalogue-missing',
      `The catalogue is not whole without ${missing.join(' and ')}. Choose all of its files together, or its zip.`,
    );
  const kept = [MANIFEST_FILE, NOTICE_FILE, ...names];
  return Object.fromEntries([...byName].filter(([name]) => kept.includes(name)));
}

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** A zip as what is in it; anything else as it is. */
function membersOf(file: NamedBytes): readonly NamedBytes[] {
  if (new TextDecoder().decode(file.bytes.subarray(0, ZIP_SIGNATURE.length)) !== ZIP_SIGNATURE) return [file];
  let size = 0;
  try {
    const members = unzipSync(file.bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = /(?:^|[/\\])(?:manifest\.json|NOTICE\.md|[\w-]+\.bin)$/.test(name);
        if (isWanted) size += originalSize;
        return isWanted && size <= MAX_BYTES;
      },
    });
    return Object.entries(members).map(([name, bytes]) => ({ name, bytes }));
  } catch (cause) {
    throw new AppError('catalogue-damaged', `${file.name} is not a whole zip archive. Download or copy it again.`, {
      cause,
    });
  }
}

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltCatalogue } from '../../../renderer/src/catalogue/building/build-entries';
import {
  type CatalogueFile,
  type CatalogueManifest,
  MANIFEST_FILE,
} from '../../../renderer/src/catalogue/catalogue-manifest';
import { writeCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { CATALOGUE_SCHEMA_VERSION } from '../../../renderer/src/catalogue/format/columns';
import type { CatalogueEntry } from '../../../renderer/src/domain/catalogue';
import { type BuiltSource, type SourceTerms, TERMS } from './built-source';
import { noticeOf } from './notice';

/** Counted up with every catalogue that is shipped. */
export const CATALOGUE_VERSION = '1.0.0';

/** One file for each kind of terms: what may be passed on freely, under the same terms only, or not at all. */
export const FILE_OF_TERMS: Readonly<Record<SourceTerms, string>> = {
  open: 'catalogue.bin',
  'share-alike': 'share-alike.bin',
  personal: 'personal.bin',
};

export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly entries: number;
}

/** Writes the files, the manifest and the notice. The same entries and sources give the same bytes. */
export function writeCatalogueFiles(
  folder: string,
  { entries }: Pick<BuiltCatalogue, 'entries'>,
  sources: readonly BuiltSource[],
): readonly WrittenFile[] {
  mkdirSync(folder, { recursive: true });
  const termsOf = new Map(sources.map(({ name, terms }) => [name, terms] as const));
  const files = new Map<string, CatalogueFile>();
  for (const terms of TERMS) {
    const own = entries.filter((entry) => strictest(entry, termsOf) === terms);
    if (own.length === 0) continue;
    const bytes = writeCatalogue(own);
    writeFileSync(join(folder, FILE_OF_TERMS[terms]), bytes);
    files.set(FILE_OF_TERMS[terms], {
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      entries: own.length,
      sources: sourcesOf(own, sources),
    });
  }
  const days = sources.map(({ day }) => day ?? '').toSorted();
  const manifest: CatalogueManifest = {
    schemaVersion: CATALOGUE_SCHEMA_VERSION,
    version: CATALOGUE_VERSION,
    builtFrom: days.at(-1) ?? '',
    files: Object.fromEntries(files),
  };
  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'NOTICE.md'), noticeOf(manifest, sources));
  return [...files].map(([name, file]) => ({ name, bytes: file.bytes, entries: file.entries }));
}

/** An entry with anything from a share-alike source is share-alike as a whole. */
const strictest = (entry: CatalogueEntry, termsOf: ReadonlyMap<string, SourceTerms>): SourceTerms =>
  TERMS.findLast((terms) => entry.sources.some((name) => termsOf.get(name) === terms)) ?? 'open';

const sourcesOf = (entries: readonly CatalogueEntry[], sources: readonly BuiltSource[]): CatalogueFile['sources'] =>
  sources.flatMap(({ name, origin, licence }) => {
    const count = entries.filter((entry) => entry.sources.includes(name)).length;
    return count === 0 ? [] : [{ name, origin, licence, entries: count }];
  });

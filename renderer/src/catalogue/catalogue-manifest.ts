import { z } from 'zod';
import type { CatalogueSource } from '../domain/catalogue';
import { AppError } from '../domain/errors';
import { checkVersion } from './format/container';

export const MANIFEST_FILE = 'manifest.json';
/** Beside it: where the facts come from, in Markdown. */
export const NOTICE_FILE = 'NOTICE.md';

export interface CatalogueFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly entries: number;
  readonly sources: readonly CatalogueSource[];
}

/** What a catalogue is made of: `manifest.json` beside its files. */
export interface CatalogueManifest {
  /** CATALOGUE_SCHEMA_VERSION of the program that wrote it. */
  readonly schemaVersion: number;
  /** "1.0.0". */
  readonly version: string;
  /** Day of its newest source, "2026-11-03". */
  readonly builtFrom: string;
  /** By file name. A file is a catalogue of its own; things may stand in several. */
  readonly files: Readonly<Record<string, CatalogueFile>>;
}

const count = z.int().min(0);
const manifestSchema: z.ZodType<CatalogueManifest> = z.strictObject({
  schemaVersion: z.int(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  builtFrom: z.iso.date(),
  files: z.record(
    z.string().regex(/^[\w-]+\.bin$/),
    z.strictObject({
      bytes: count,
      sha256: z.string().regex(/^[\da-f]{64}$/),
      entries: count,
      sources: z
        .array(z.strictObject({ name: z.string(), origin: z.string(), licence: z.string(), entries: count }))
        .readonly(),
    }),
  ),
});

/** Throws `catalogue-damaged`, or `catalogue-incompatible` for a catalogue of another version. */
export function parseCatalogueManifest(text: string): CatalogueManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const version = z.looseObject({ schemaVersion: z.int() }).safeParse(json);
  if (version.success) checkVersion(version.data.schemaVersion);
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const problem = issue === undefined ? '' : ` (${issue.path.map(String).join('.')}: ${issue.message})`;
  throw new AppError('catalogue-damaged', `The catalogue’s ${MANIFEST_FILE} cannot be read${problem}.`);
}

const SHOWN_DIGITS = 12;

/** A name for what is in the files, another one wherever one of them is another one. */
export const contentsOf = (manifests: readonly CatalogueManifest[]): string =>
  manifests
    .flatMap(({ files }) =>
      Object.entries(files).map(([name, { sha256 }]) => `${name} ${sha256.slice(0, SHOWN_DIGITS)}`),
    )
    .join(', ');

export const sourcesOf = ({ files }: CatalogueManifest): readonly CatalogueSource[] =>
  Object.values(files).flatMap(({ sources }) => sources);

import { z } from 'zod';
import { AppError } from '../domain/errors';
import { checkVersion } from './format/container';

export const MANIFEST_FILE = 'manifest.json';

/** A source of the catalogue, as the notice names it. */
export interface CatalogueSource {
  readonly name: string;
  /** Name or address of where its facts come from. */
  readonly origin: string;
  /** SPDX name, "CC-BY-SA-4.0". */
  readonly licence: string;
  /** Entries that have something from it. */
  readonly entries: number;
}

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
  throw new AppError(
    'catalogue-damaged',
    `The catalogue’s ${MANIFEST_FILE} cannot be read${problem}. The app goes on without it.`,
  );
}

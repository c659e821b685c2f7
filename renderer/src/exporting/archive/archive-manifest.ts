import { z } from 'zod';
import { ARCHIVE_REASONS, type ArchiveHeading } from '../../domain/archive';
import type { Fields } from '../../domain/parsing';
import { ARCHIVE_FORMAT, ARCHIVE_FORMAT_VERSION } from './archive-format';
import { Sha256 } from './sha-256';

export interface ArchivePart {
  /** Name of the member of the zip. */
  readonly file: string;
  readonly rows: number;
  /** Unpacked. */
  readonly bytes: number;
  /** Of the unpacked bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

export interface ArchiveManifest extends ArchiveHeading {
  readonly format: typeof ARCHIVE_FORMAT;
  readonly formatVersion: typeof ARCHIVE_FORMAT_VERSION;
  /** `madeAt` for a person: "2026-11-30T14:05:00.000Z". */
  readonly madeAtText: string;
  /** In the order of the digest. */
  readonly parts: readonly ArchivePart[];
  /** Of all parts, see `digestOf`: equal digests are equal libraries, whenever and wherever they were written. */
  readonly digest: string;
}

const count = z.int().nonnegative();
const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);

/** What every version of the format states, whatever else it holds. */
export const archiveHeadSchema = z.object({ format: z.literal(ARCHIVE_FORMAT), formatVersion: z.int().positive() });

export const archiveManifestSchema: z.ZodType<ArchiveManifest> = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  formatVersion: z.literal(ARCHIVE_FORMAT_VERSION),
  programVersion: z.string().max(100),
  // What a Date can hold.
  madeAt: z.number().min(-8.64e15).max(8.64e15),
  madeAtText: z.string().max(100),
  reason: z.enum(ARCHIVE_REASONS),
  libraryId: z.string().max(100).nullable(),
  journalId: z.string().max(100).nullable(),
  journalSequence: count.nullable(),
  databaseVersion: z.int().positive(),
  parts: z
    .array(
      z.object({
        file: z.string().max(200),
        rows: count,
        bytes: count,
        sha256: hexDigest,
      } satisfies Fields<ArchivePart>),
    )
    .max(100),
  digest: hexDigest,
} satisfies Fields<ArchiveManifest>);

/** SHA-256 of what `sha256sum` prints for the parts, in their order: "<sha256>  <file>\n" for each. */
export function digestOf(parts: readonly Pick<ArchivePart, 'file' | 'sha256'>[]): string {
  const lines = parts.map(({ file, sha256 }) => `${sha256}  ${file}\n`);
  return new Sha256().update(new TextEncoder().encode(lines.join(''))).hex();
}

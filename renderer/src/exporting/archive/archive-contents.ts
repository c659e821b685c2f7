import { AppError } from '../../domain/errors';
import { problemOf } from '../../domain/parsing';
import { damagedArchive, newerArchive, refusedArchive, tooLargeArchive } from './archive-errors';
import {
  type ArchiveLimits,
  DAMAGED_PART,
  MANIFEST_MEMBER,
  partOf,
  README_MEMBER,
  SEAL_BYTES,
  SEAL_TEXT,
} from './archive-format';
import {
  archiveHeadSchema,
  type ArchiveManifest,
  archiveManifestSchema,
  type ArchivePart,
  digestOf,
} from './archive-manifest';
import type { ArchiveProblems } from './archive-problems';
import { isLockedFile } from './locked-file';
import { Sha256 } from './sha-256';
import { unpackWhole } from './unpack-member';
import { zipDirectory, type ZipMember } from './zip-directory';

export interface StoredPart extends ArchivePart {
  readonly member: ZipMember;
}

/** An archive of which the manifest was read and the sizes were found bearable; no row was looked at yet. */
export interface ArchiveContents {
  readonly manifest: ArchiveManifest;
  /** By file name. A part that a later version of the database added is missing in an older archive. */
  readonly parts: ReadonlyMap<string, StoredPart>;
}

export interface ContentsOptions {
  readonly tableNames: readonly string[];
  /** The newest that is known here. */
  readonly databaseVersion: number;
  readonly limits: ArchiveLimits;
  readonly problems: ArchiveProblems;
}

/** Throws AppError; what can be lived with goes to `problems`. */
export function archiveContents(file: Uint8Array, options: ContentsOptions): ArchiveContents {
  const { limits, problems } = options;
  if (isLockedFile(file))
    throw new AppError('passphrase-needed', 'This file is locked. Type its passphrase to open it.');
  if (file[0] !== 0x50 || file[1] !== 0x4b)
    throw new AppError('format-unknown', 'This is not a file that Handpicked saved. Choose another one.');
  const { members, commentAt } = zipDirectory(file, limits.members);
  const byName = new Map(members.map((member) => [member.name, member]));
  checkSeal(file, commentAt, problems);
  const manifest = manifestOf(byName.get(MANIFEST_MEMBER), options);
  const parts = partsOf(manifest, byName, options);

  const unpacked = [...parts.values()].reduce((sum, { member }) => sum + member.bytes, 0);
  const allowed = Math.min(limits.unpackedBytes, Math.max(limits.alwaysAllowedBytes, file.byteLength * limits.ratio));
  if (unpacked > allowed)
    throw tooLargeArchive(`it unpacks to ${Math.round(unpacked / 2 ** 20)} MB from ${file.byteLength} bytes`);
  for (const { name } of members)
    if (name !== MANIFEST_MEMBER && name !== README_MEMBER && !parts.has(name) && !name.endsWith('/'))
      problems.add('unknown-member', { part: name }, 'does not belong to this version of the format; it was not read');
  return { manifest, parts };
}

function checkSeal(file: Uint8Array, commentAt: number, problems: ArchiveProblems): void {
  const comment = new TextDecoder('latin1').decode(file.subarray(commentAt));
  const whole = { part: '' };
  if (comment.length !== SEAL_BYTES || !comment.startsWith(SEAL_TEXT)) {
    problems.add('not-sealed', whole, 'was packed again by another program');
    return;
  }
  const digest = new Sha256().update(file.subarray(0, commentAt + SEAL_TEXT.length)).hex();
  if (digest !== comment.slice(SEAL_TEXT.length)) problems.add('seal-wrong', whole, 'a byte of it was changed');
}

function manifestOf(member: ZipMember | undefined, { limits, databaseVersion }: ContentsOptions): ArchiveManifest {
  const place = { part: MANIFEST_MEMBER };
  if (member === undefined) throw refusedArchive(place, 'it is missing');
  if (member.bytes > limits.manifestBytes) throw tooLargeArchive('its manifest is too large');
  const value = json(unpackWhole(member));
  const head = archiveHeadSchema.safeParse(value);
  if (!head.success) throw refusedArchive(place, problemOf(archiveHeadSchema, value));
  const parsed = archiveManifestSchema.safeParse(value);
  if (head.data.formatVersion > 1) throw newerArchive();
  if (!parsed.success) throw refusedArchive(place, problemOf(archiveManifestSchema, value));
  if (parsed.data.databaseVersion > databaseVersion) throw newerArchive();
  if (digestOf(parsed.data.parts) !== parsed.data.digest)
    throw damagedArchive(place, 'its digests do not agree with each other');
  return parsed.data;
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw damagedArchive({ part: MANIFEST_MEMBER }, 'it is not JSON', error);
  }
}

function partsOf(
  manifest: ArchiveManifest,
  members: ReadonlyMap<string, ZipMember>,
  { tableNames, databaseVersion }: ContentsOptions,
): ReadonlyMap<string, StoredPart> {
  const known = [...tableNames.map(partOf), DAMAGED_PART];
  const parts = new Map<string, StoredPart>();
  for (const part of manifest.parts) {
    const place = { part: part.file };
    if (!known.includes(part.file))
      throw refusedArchive({ part: MANIFEST_MEMBER }, 'it names a part that is not known');
    if (parts.has(part.file)) throw refusedArchive(place, 'the manifest names it twice');
    const member = members.get(part.file);
    if (member === undefined) throw damagedArchive(place, 'it is missing');
    if (member.bytes !== part.bytes) throw damagedArchive(place, 'it has another size than the manifest says');
    parts.set(part.file, { ...part, member });
  }
  for (const file of known) {
    if (parts.has(file)) continue;
    if (members.has(file)) throw refusedArchive({ part: file }, 'the manifest does not name it');
    // A table that came later is not there in an older archive.
    if (manifest.databaseVersion === databaseVersion || file === DAMAGED_PART)
      throw damagedArchive({ part: file }, 'it is missing');
  }
  return parts;
}

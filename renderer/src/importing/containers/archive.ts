import { AppError, toAppError } from '../../domain/errors';
import type { Pacer } from '../pacer';
import { blobSource, bytesSource, firstBytes, wholeBlob, type ByteSource } from './byte-source';
import { documentKind, isWorkbook, KIND_BYTES, refusalOf, unreadKind } from './file-kinds';
import { isPersonal } from './personal-files';
import { hasPassword, isZip, zipMembers, type ZipMember } from './zip-members';

/** A file as it was chosen or dropped. */
export interface ExportFile {
  /** With its folders where a folder was dropped: "letterboxd/likes/films.csv". */
  readonly name: string;
  readonly blob: Blob;
}

/** A file inside an archive. */
export interface ArchiveFile {
  /** "archive.zip/folder/member.csv" */
  readonly name: string;
  readonly source: ByteSource;
  /** Where it is a workbook (.xlsx): the whole of it. */
  readonly workbook?: Blob;
}

export interface ArchiveContents {
  readonly files: readonly ArchiveFile[];
  readonly ignored: readonly { readonly file: string; readonly reason: string }[];
}

export interface ArchiveLimits {
  /** Of everything that is read out of an archive, bytes. */
  readonly unpackedBytes: number;
  readonly members: number;
  /** Archives inside archives. */
  readonly depth: number;
  /** Of an archive inside another, which is unpacked as a whole. */
  readonly nestedBytes: number;
}
const LIMITS: ArchiveLimits = { unpackedBytes: 2 ** 32, members: 20_000, depth: 3, nestedBytes: 2 ** 29 };

/** What systems leave behind in folders and archives. */
export const isSystemFile = (path: string): boolean => SYSTEM_FILES.test(path);
const SYSTEM_FILES = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** Small members are kept unpacked, up to so many bytes of them all: they are looked at more than once. */
const MAX_KEPT_BYTES = 2 ** 26;
const MAX_KEPT_MEMBER = 2 ** 18;

/**
 * The members of a zip, and of zips inside it, that may hold a library. What a member is follows from its first bytes.
 * Rejects with `file-unreadable` (damaged, a password), `file-too-large` (beyond the limits), `format-unknown` (a
 * document that is a zip inside) or `cancelled`.
 */
export async function openArchive(
  { name, blob }: ExportFile,
  pacer: Pacer,
  limits: ArchiveLimits = LIMITS,
): Promise<ArchiveContents> {
  const files: ArchiveFile[] = [];
  const ignored: { file: string; reason: string }[] = [];
  const names = new Set<string>();
  let [unpackedBytes, memberCount, keptBytes] = [0, 0, 0];

  const open = async (archive: ExportFile, depth: number): Promise<void> => {
    const members = (await zipMembers(archive.name, archive.blob, limits.members - memberCount, pacer)).filter(
      (member) => !member.isFolder && !isSystemFile(member.name),
    );
    memberCount += members.length;
    if (isWorkbook(members.map((member) => member.name))) {
      files.push({ name: archive.name, source: blobSource(archive.blob), workbook: archive.blob });
      return;
    }
    await refuseDocument(members, pacer);
    if (members.length > 0 && members.every(({ isEncrypted }) => isEncrypted)) throw hasPassword(archive.name);
    for (const member of members) {
      const file = uniqueName(`${archive.name}/${member.name}`, names);
      try {
        const reason = await take(member, file, depth);
        if (reason !== null) ignored.push({ file, reason });
      } catch (error) {
        ignored.push({ file, reason: reasonOf(error) });
      }
    }
  };

  /** Why a member is left alone; null where it is not. */
  const take = async (member: ZipMember, file: string, depth: number): Promise<string | null> => {
    if (isPersonal(member.name)) return 'personal; never read';
    if (member.isEncrypted) return hasPassword('it').message;
    await pacer.yieldIfDue();
    const source = await kept(member.source);
    const head = await firstBytes(source, KIND_BYTES, pacer);
    if (head.byteLength === 0) return 'empty';
    const kind = unreadKind(head);
    if (kind !== null) return refusalOf(kind);
    if (isZip(head)) {
      if (depth >= limits.depth) return 'an archive inside too many archives. Unpack it and drop the files in it.';
      await open({ name: file, blob: await wholeBlob(source, limits.nestedBytes, pacer) }, depth + 1);
      return null;
    }
    unpackedBytes += source.size;
    if (unpackedBytes > limits.unpackedBytes)
      throw new AppError(
        'file-too-large',
        `${name} unpacks to more than ${String(Math.round(limits.unpackedBytes / 2 ** 20))} MB; it does not look like an export. Unpack it and drop the files that matter.`,
      );
    files.push({ name: file, source });
    return null;
  };

  const kept = async (source: ByteSource): Promise<ByteSource> => {
    if (source.size > MAX_KEPT_MEMBER || keptBytes + source.size > MAX_KEPT_BYTES) return source;
    keptBytes += source.size;
    return bytesSource(await firstBytes(source, source.size + 1, pacer));
  };

  await open({ name, blob }, 1);
  return { files, ignored };
}

/** Why a member cannot be read. Throws what concerns the whole archive. */
function reasonOf(error: unknown): string {
  const known = toAppError(error);
  if (known.code === 'cancelled' || known.code === 'file-too-large' || known.code === 'unexpected') throw known;
  return known.message;
}

/** Throws `format-unknown` where the archive is a document: of LibreOffice, Word, Numbers; an e-book. */
async function refuseDocument(members: readonly ZipMember[], pacer: Pacer): Promise<void> {
  const names = members.map((member) => member.name);
  const mime = members.find((member) => member.name === 'mimetype' && !member.isEncrypted && member.source.size < 200);
  const mimeType = mime === undefined ? '' : new TextDecoder().decode(await firstBytes(mime.source, 200, pacer));
  const kind = documentKind(names, mimeType);
  if (kind !== null) throw new AppError('format-unknown', refusalOf(kind));
}

/** An archive may hold two members of one name. */
function uniqueName(name: string, names: Set<string>): string {
  let unique = name;
  for (let count = 2; names.has(unique); count += 1) unique = `${name} (${String(count)})`;
  names.add(unique);
  return unique;
}

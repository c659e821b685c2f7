import { unzipSync } from 'fflate';
import { AppError } from '../../domain/errors';
import type { Pacer } from '../pacer';

/** A file as it was chosen or dropped. */
export interface ExportFile {
  /** With its folders where a folder was dropped: "letterboxd/likes/films.csv". */
  readonly name: string;
  readonly blob: Blob;
}

export interface ArchiveContents {
  /** Members worth reading, named "archive.zip/folder/member.csv". */
  readonly files: readonly ExportFile[];
  readonly ignored: readonly { readonly file: string; readonly reason: string }[];
}

export interface ArchiveLimits {
  /** Of everything an archive unpacks to, bytes. */
  readonly unpackedBytes: number;
  readonly members: number;
  /** Archives inside archives. */
  readonly depth: number;
}
const LIMITS: ArchiveLimits = { unpackedBytes: 256 * 2 ** 20, members: 5_000, depth: 3 };

/** Addresses, e-mail, payments: they travel in the same archives and are never unpacked. */
const PERSONAL =
  /(?:^|\/)(?:profile\.csv|(?:user-settings|user-profile|userdata|payments|useraddress|identity|searchqueries|inferences|voiceinput)\.json|(?:access_token|refresh_token|ip_address|device_token|user_personal_data)\.csv|(?:account|clickstream|customer_service)\/.*)$/i;
const SYSTEM_FILES = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/;
const READABLE = /\.(?:csv|tsv|txt|json|jsonl|geojson|xml|opml|html?|opf|gz|paprikarecipes?|zip)$/i;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);

interface Unpacked {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const damaged = (name: string, cause?: unknown): AppError =>
  new AppError('file-unreadable', `${name} is not a whole zip archive. Download or copy it again.`, { cause });

interface Member {
  readonly name: string;
  readonly size: number;
  readonly wanted: boolean;
}

/** The table of contents alone; nothing is unpacked. */
function membersOf({ name, bytes }: Unpacked): Member[] {
  const members: Member[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        members.push({
          name: entry.name.replaceAll('\\', '/'),
          size: entry.originalSize,
          wanted: !entry.name.endsWith('/'),
        });
        return false;
      },
    });
  } catch (error) {
    throw damaged(name, error);
  }
  return members;
}

/** Unpacks the `index`th member into a buffer of its stated size: one that lies about its size cannot grow. */
function unpack(archive: Unpacked, index: number): Uint8Array<ArrayBuffer> {
  let at = -1;
  try {
    const unpacked = unzipSync(archive.bytes, {
      filter: () => {
        at += 1;
        return at === index;
      },
    });
    const [bytes] = Object.values(unpacked);
    if (bytes === undefined) throw damaged(archive.name);
    return new Uint8Array(bytes);
  } catch (error) {
    throw error instanceof AppError ? error : damaged(archive.name, error);
  }
}

/**
 * The readable members of a zip and of zips inside it, one turn of the event loop between members.
 * Rejects with `file-unreadable` (damaged), `file-too-large` (unpacks to more than the limits) or `cancelled`.
 */
export async function openArchive(
  archive: ExportFile,
  pacer: Pacer,
  limits: ArchiveLimits = LIMITS,
): Promise<ArchiveContents> {
  const files: ExportFile[] = [];
  const ignored: { file: string; reason: string }[] = [];
  let unpackedBytes = 0;
  let memberCount = 0;
  const open = async (zip: Unpacked, depth: number): Promise<void> => {
    const members = membersOf(zip);
    memberCount += members.length;
    if (memberCount > limits.members)
      throw new AppError(
        'file-too-large',
        `${archive.name} holds more than ${limits.members} files; it does not look like an export.`,
      );
    for (const [index, member] of members.entries()) {
      if (!member.wanted || SYSTEM_FILES.test(member.name)) continue;
      const file = `${zip.name}/${member.name}`;
      if (PERSONAL.test(member.name)) ignored.push({ file, reason: 'personal; never read' });
      else if (!READABLE.test(member.name)) ignored.push({ file, reason: 'not a kind of file that holds a library' });
      else {
        unpackedBytes += member.size;
        if (unpackedBytes > limits.unpackedBytes)
          throw new AppError(
            'file-too-large',
            `${archive.name} unpacks to more than ${Math.round(limits.unpackedBytes / 2 ** 20)} MB; it does not look like an export.`,
          );
        await pacer.yieldIfDue();
        const unpacked = { name: file, bytes: unpack(zip, index) };
        if (!isZip(unpacked.bytes)) files.push({ name: file, blob: new Blob([unpacked.bytes]) });
        else if (depth >= limits.depth) ignored.push({ file, reason: 'an archive inside too many archives' });
        else await open(unpacked, depth + 1);
      }
    }
  };
  await open({ name: archive.name, bytes: new Uint8Array(await archive.blob.arrayBuffer()) }, 1);
  return { files, ignored };
}

import { ZipReader, type Entry, type Reader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { inflateSync } from 'fflate';
import { AppError, toAppError } from '../../domain/errors';
import type { Pacer } from '../pacer';
import { blobSource, unpackedParts, type ByteSource } from './byte-source';
import { crc32 } from './crc32';

/** One file of a zip archive. */
export interface ZipMember {
  /** "likes/films.csv": with "/", without "..", drive letters and control characters. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** Unpacked anew each time. Rejects where what comes out is not what the table of contents says. */
  readonly source: ByteSource;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);

const damaged = (name: string, cause?: unknown): AppError =>
  new AppError('file-unreadable', `${name} is not a whole zip archive. Download or copy it again.`, { cause });

export const hasPassword = (name: string): AppError =>
  new AppError(
    'file-unreadable',
    `${name} has a password, which this program does not ask for. Unpack it with its password and drop the files.`,
  );

/** An archive up to this size is kept in memory, so that thousands of small members are no thousands of reads. */
const MAX_BYTES_IN_MEMORY = 2 ** 26;
/** Members up to this are unpacked at once. */
const MAX_BYTES_AT_ONCE = 2 ** 20;

/** Bytes of an archive at random places. */
interface ZipBytes {
  readonly blob: Blob;
  readonly read: (start: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
}

async function bytesOfArchive(blob: Blob): Promise<ZipBytes> {
  if (blob.size > MAX_BYTES_IN_MEMORY)
    return {
      blob,
      read: async (start, length) => new Uint8Array(await blob.slice(start, start + length).arrayBuffer()),
    };
  const whole = new Uint8Array(await blob.arrayBuffer());
  return { blob, read: (start, length) => Promise.resolve(whole.subarray(start, start + length)) };
}

/**
 * The table of contents of a zip archive; nothing is unpacked yet. Rejects with `file-unreadable` where it is none, is
 * cut off, has a password or is one part of several, and with `file-too-large` beyond `maxMembers`.
 */
export async function zipMembers(name: string, blob: Blob, maxMembers: number, pacer: Pacer): Promise<ZipMember[]> {
  try {
    const bytes = await bytesOfArchive(blob);
    // All that zip.js asks of a reader; its own class for it comes with the code that writes archives.
    const access: object = { size: blob.size, init: () => Promise.resolve(), readUint8Array: bytes.read };
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- not so in the core, whose streams are its own
    const reader = new ZipReader(access as Reader<unknown>, { filenameValidation: 'tolerant' });
    const members: ZipMember[] = [];
    for await (const entry of reader.getEntriesGenerator()) {
      await pacer.yieldIfDue();
      if (members.length >= maxMembers)
        throw new AppError(
          'file-too-large',
          `${name} holds more than ${maxMembers.toLocaleString('en')} files; it does not look like an export. Unpack it and drop the files that matter.`,
        );
      members.push(memberOf(entry, bytes));
    }
    return members;
  } catch (error) {
    const known = toAppError(error);
    if (known.code !== 'unexpected') throw known;
    if (/encrypt/i.test(known.message)) throw hasPassword(name);
    if (/split/i.test(known.message))
      throw new AppError(
        'file-unreadable',
        `${name} is one of several parts of an archive. Unpack all parts together and drop the files.`,
      );
    throw damaged(name, error);
  }
}

function memberOf(entry: Entry, bytes: ZipBytes): ZipMember {
  const name = safeName(entry.filename);
  return {
    name,
    isFolder: entry.directory,
    isEncrypted: entry.encrypted,
    source: { size: entry.uncompressedSize, parts: () => unpacked(entry, bytes) },
  };
}

/** A path that leads nowhere but down. Nothing is ever written to it; it is shown, and compared with folder names. */
const safeName = (name: string): string =>
  Array.from(name.replaceAll('\\', '/'))
    .filter((character) => character >= ' ' && character !== '\x7F')
    .join('')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
    .join('/');

/** Unpacks a member, and rejects where it is longer, shorter or other than the table of contents says. */
async function* unpacked(entry: Entry, bytes: ZipBytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const size = entry.uncompressedSize;
  let [length, sum] = [0, 0];
  for await (const part of inflated(entry, bytes)) {
    length += part.byteLength;
    if (length > size) throw liesAboutSize(entry.filename);
    sum = crc32(part, sum);
    yield part;
  }
  if (length !== size) throw liesAboutSize(entry.filename);
  if (entry.crc32 !== undefined && sum !== entry.crc32 >>> 0)
    throw new AppError('file-unreadable', 'this part of the archive is damaged. Download or copy the archive again.');
}

async function* inflated(entry: Entry, { blob, read }: ZipBytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (entry.encrypted) throw hasPassword('it');
  const header = await read(entry.offset, HEADER_BYTES);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.byteLength < HEADER_BYTES || view.getUint32(0, true) !== HEADER_MARK) throw damaged('the archive');
  const start = entry.offset + HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.compressedSize;
  if (entry.compressionMethod === STORED) yield* blobSource(blob.slice(start, end)).parts();
  else if (entry.compressionMethod !== DEFLATED)
    throw new AppError(
      'file-unreadable',
      'it is packed in a way that this program does not know. Unpack the archive and drop the files in it.',
    );
  else if (entry.compressedSize <= MAX_BYTES_AT_ONCE && entry.uncompressedSize <= 4 * MAX_BYTES_AT_ONCE)
    // One byte more than it says: what is longer is found out.
    yield inflatedAtOnce(await read(start, entry.compressedSize), entry.uncompressedSize + 1);
  else yield* unpackedParts(blob.slice(start, end), 'deflate-raw');
}

function inflatedAtOnce(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  try {
    const out = new Uint8Array(length);
    return out.subarray(0, inflateSync(bytes, { out }).byteLength);
  } catch (error) {
    throw new AppError('file-unreadable', 'this part of the archive is damaged. Download or copy the archive again.', {
      cause: error,
    });
  }
}

const HEADER_BYTES = 30;
const HEADER_MARK = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const liesAboutSize = (name: string): AppError =>
  new AppError(
    'file-unreadable',
    `${name} is not as long as the archive says: the archive is damaged, or was made to harm. Download it again.`,
  );

import { crc32 } from 'node:zlib';

/**
 * The first 48 bytes of a file of the journal, in this version and every later one:
 *
 *   bytes 0–7     "HANDPJRN"
 *   bytes 8–11    version of the format, little endian
 *   bytes 12–15   0
 *   bytes 16–31   UUID of the journal
 *   bytes 32–39   number of its first record, little endian. Records of earlier files with this number or a higher one
 *                 were written by a call that failed, and do not count.
 *   bytes 40–43   0
 *   bytes 44–47   CRC-32 of the bytes before
 */
const MAGIC = Buffer.from('HANDPJRN', 'latin1');
const VERSION_AT = 8;
const ID_AT = 16;
const FIRST_AT = 32;
const CRC_AT = 44;
export const HEADER_BYTES = 48;
export const JOURNAL_VERSION = 1;

export interface SegmentHeader {
  readonly version: number;
  readonly journalId: string;
  readonly firstSequence: number;
}

export function encodeHeader({ version, journalId, firstSequence }: SegmentHeader): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(version, VERSION_AT);
  Buffer.from(journalId.replaceAll('-', ''), 'hex').copy(header, ID_AT);
  header.writeBigUInt64LE(BigInt(firstSequence), FIRST_AT);
  header.writeUInt32LE(crc32(header.subarray(0, CRC_AT)), CRC_AT);
  return header;
}

/** Null where the bytes are no header of a journal, or a damaged one. */
export function decodeHeader(bytes: Buffer): SegmentHeader | null {
  if (bytes.length < HEADER_BYTES || MAGIC.compare(bytes, 0, MAGIC.length) !== 0) return null;
  if (crc32(bytes.subarray(0, CRC_AT)) !== bytes.readUInt32LE(CRC_AT)) return null;
  const id = bytes.toString('hex', ID_AT, FIRST_AT);
  return {
    version: bytes.readUInt32LE(VERSION_AT),
    journalId: [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-'),
    firstSequence: Number(bytes.readBigUInt64LE(FIRST_AT)),
  };
}

const NAME = /^journal-(\d{12})\.log$/;

export function segmentName(firstSequence: number): string {
  return `journal-${String(firstSequence).padStart(12, '0')}.log`;
}

/** The number in the name of a segment; null for every other file. */
export function firstSequenceOf(name: string): number | null {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

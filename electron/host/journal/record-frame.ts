import { crc32 } from 'node:zlib';
import type { JournalRecord, StoredJournalRecord } from '../../host-contract';

/**
 * One record of a journal on the disk:
 *
 *   bytes 0–3    marker FF 48 50 4A. UTF-8 has no byte FF, so it never stands inside a record.
 *   bytes 4–7    CRC-32 (ISO 3309, as in zip) of everything after it, little endian
 *   bytes 8–11   length of what follows in bytes, little endian
 *   from 12      UTF-8 JSON {"sequence":…,"batch":…,"at":…,"id":"…","text":"…"}, in this order
 *
 * `batch` is the number of the first record that was written in the same call: either all of them were acknowledged, or
 * none.
 */
const MARKER = Buffer.from([0xff, 0x48, 0x50, 0x4a]);
const CRC_AT = 4;
const LENGTH_AT = 8;
export const FRAME_HEADER_BYTES = 12;
/** No record is shorter, its frame included. */
export const MIN_FRAME_BYTES = 60;
/** Everything before the text, with ids of up to 64 characters. */
const LONGEST_OPENING = 200;
const OPENING = /^\{"sequence":(\d{1,16}),"batch":(\d{1,16}),"at":(-?\d{1,16}),"id":"([\w-]{1,64})","text":"/;

/** A record that stands in a file: where, and all of it but its text. */
export interface Frame {
  readonly start: number;
  /** Where the next one begins. */
  readonly end: number;
  readonly sequence: number;
  readonly batch: number;
  readonly at: number;
  readonly id: string;
}

/** Records of one call, ready to be written. `sequence` of the first is the batch of all. */
export function encodeFrames(records: readonly StoredJournalRecord[]): Buffer {
  const batch = records[0]?.sequence ?? 0;
  return Buffer.concat(records.map((record) => frameOf(record, batch)));
}

function frameOf({ sequence, at, id, text }: StoredJournalRecord, batch: number): Buffer {
  // JSON.stringify escapes unpaired surrogates, so that every text survives UTF-8.
  const payload = Buffer.from(JSON.stringify({ sequence, batch, at, id, text }), 'utf8');
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + payload.length);
  MARKER.copy(frame);
  frame.writeUInt32LE(payload.length, LENGTH_AT);
  payload.copy(frame, FRAME_HEADER_BYTES);
  frame.writeUInt32LE(crc32(frame.subarray(LENGTH_AT)), CRC_AT);
  return frame;
}

/** The whole record that begins at `start`, or null where none does. */
export function frameAt(bytes: Buffer, start: number): Frame | null {
  const body = start + FRAME_HEADER_BYTES;
  if (body > bytes.length || MARKER.compare(bytes, start, start + MARKER.length) !== 0) return null;
  const end = body + bytes.readUInt32LE(start + LENGTH_AT);
  if (end > bytes.length) return null;
  if (crc32(bytes.subarray(start + LENGTH_AT, end)) !== bytes.readUInt32LE(start + CRC_AT)) return null;
  const opening = OPENING.exec(bytes.toString('latin1', body, Math.min(end, body + LONGEST_OPENING)));
  if (opening === null) return null;
  const [, sequence, batch, at, id = ''] = opening;
  return { start, end, sequence: Number(sequence), batch: Number(batch), at: Number(at), id };
}

/** Where the next record may begin, from `start` on; the end where none does. */
export function nextMarker(bytes: Buffer, start: number): number {
  const found = bytes.indexOf(MARKER, start);
  return found === -1 ? bytes.length : found;
}

/** The record of a frame that `frameAt` found in the same bytes. */
export function recordOf(bytes: Buffer, { start, end, sequence, at, id }: Frame): StoredJournalRecord {
  const payload = JSON.parse(bytes.toString('utf8', start + FRAME_HEADER_BYTES, end)) as Pick<JournalRecord, 'text'>;
  return { sequence, id, at, text: payload.text };
}

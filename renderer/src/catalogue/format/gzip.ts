import { gunzipSync, gzipSync } from 'fflate';
import { damaged } from './container';

/** A catalogue of five million things; anything that says it is larger is no catalogue. */
const MAX_BYTES = 2 ** 30;
const TRAILER_BYTES = 8;
const CRC_POLYNOMIAL = 0xedb88320;

/** The same bytes for the same bytes: no file name and no time. */
export const compressed = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => gzipSync(bytes, { level: 9, mtime: 0 });

/** Throws `catalogue-damaged` where the length or the check sum differs from what the file says. */
export function decompressed(file: Uint8Array): Uint8Array<ArrayBuffer> {
  if (file.byteLength < TRAILER_BYTES) throw damaged('it is too short');
  const trailer = new DataView(file.buffer, file.byteOffset + file.byteLength - TRAILER_BYTES, TRAILER_BYTES);
  const [sum, length] = [trailer.getUint32(0, true), trailer.getUint32(4, true)];
  if (length > MAX_BYTES) throw damaged('it is too large');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = gunzipSync(file, { out: new Uint8Array(length) });
  } catch {
    throw damaged('it cannot be unpacked');
  }
  // fflate checks neither.
  if (bytes.byteLength !== length || crc32(bytes) !== sum) throw damaged('its check sum differs');
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_unused, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? CRC_POLYNOMIAL : 0);
  return value;
});

/** The check sum of gzip files (RFC 1952). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC_TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

import { Inflate } from 'fflate';
import { damagedArchive } from './archive-errors';
import { crc32 } from './crc-32';
import type { ZipMember } from './zip-directory';

/** Packed bytes that are unpacked at once: at most 1032 times as many come out of them, 16 MiB. */
const PIECE_BYTES = 16_384;

/**
 * A member unpacked piece by piece. One that unpacks to more than it states is stopped at that byte; one that unpacks
 * to less, or has another CRC, is `archive-damaged` at its end: what came before must not be used until then.
 */
export function* unpackMember({ name, isDeflated, bytes, crc, packed }: ZipMember): Generator<Uint8Array> {
  const place = { part: name };
  let unpackedBytes = 0;
  let unpackedCrc = 0;
  for (const piece of isDeflated ? inflated(name, packed) : stored(packed)) {
    unpackedBytes += piece.byteLength;
    if (unpackedBytes > bytes) throw damagedArchive(place, 'it unpacks to more than it says');
    unpackedCrc = crc32(piece, unpackedCrc);
    yield piece;
  }
  if (unpackedBytes !== bytes) throw damagedArchive(place, 'it unpacks to less than it says');
  if (unpackedCrc !== crc) throw damagedArchive(place, 'its checksum is wrong');
}

/** All of it, for members whose stated size was found small. */
export function unpackWhole(member: ZipMember): Uint8Array {
  const whole = new Uint8Array(member.bytes);
  let at = 0;
  for (const piece of unpackMember(member)) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

function* stored(packed: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < packed.byteLength; at += PIECE_BYTES) yield packed.subarray(at, at + PIECE_BYTES);
}

function* inflated(name: string, packed: Uint8Array): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
  });
  for (let at = 0; at === 0 || at < packed.byteLength; at += PIECE_BYTES) {
    try {
      inflate.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.byteLength);
    } catch (error) {
      throw damagedArchive({ part: name }, 'it cannot be unpacked', error);
    }
    yield* pieces;
    pieces = [];
  }
}

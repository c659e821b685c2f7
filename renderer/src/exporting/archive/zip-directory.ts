import { damagedArchive, refusedArchive } from './archive-errors';

/** A member as the table of contents of the zip states it; nothing is unpacked yet. */
export interface ZipMember {
  readonly name: string;
  readonly isDeflated: boolean;
  /** Unpacked, as stated. */
  readonly bytes: number;
  readonly crc: number;
  /** Its bytes in the file. */
  readonly packed: Uint8Array;
}

export interface ZipDirectory {
  readonly members: readonly ZipMember[];
  /** Offset of the zip's comment, which reaches to the end of the file. */
  readonly commentAt: number;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
/** Bits of the flags that change how a member is read: encryption, patched data, strong encryption, masked headers. */
const REFUSED_FLAGS = 0x2061;
/** CRC and sizes stand behind the data instead of before it: with or without a signature. */
const DESCRIPTOR_FLAG = 8;
const DESCRIPTOR_BYTES = [12, 16];
const STORED = 0;
const DEFLATED = 8;

/** Letters, digits and a few signs, in folders: no way out of the file, whatever it is unpacked with. */
const SAFE_NAME = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.()+@, -]+(?:\/[\w.()+@, -]+)*\/?$/;

/**
 * The table of contents of a zip (PKWARE APPNOTE 6.3), read strictly: the members must lie one behind the other without
 * gaps or overlaps from the first byte to the table, headers before the data must agree with the table, names must be
 * plain and different. Throws AppError `archive-damaged` or `format-invalid`.
 */
export function zipDirectory(file: Uint8Array, maxMembers: number): ZipDirectory {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (
    view.getUint16(end + 4, true) !== 0 ||
    view.getUint16(end + 6, true) !== 0 ||
    view.getUint16(end + 8, true) !== count
  )
    throw refusedArchive(null, 'it is one of several files that belong together');
  if (start + size !== end) throw damagedArchive(null, 'its table of contents is not where it should be');
  if (count > maxMembers) throw refusedArchive(null, `it holds more than ${maxMembers} files`);

  const found: FoundMember[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const next = readMember(file, view, at, end);
    const name = next.member.name.toLowerCase();
    if (names.has(name)) throw refusedArchive({ part: next.member.name }, 'there are two of this name');
    names.add(name);
    found.push(next);
    at = next.next;
  }
  if (at !== end) throw damagedArchive(null, 'its table of contents has another length than stated');
  found.forEach(({ member, localAt, dataEnd, hasDescriptor }, index) => {
    const gap = (found[index + 1]?.localAt ?? start) - dataEnd;
    if ((index === 0 && localAt !== 0) || (gap !== 0 && !(hasDescriptor && DESCRIPTOR_BYTES.includes(gap))))
      throw refusedArchive({ part: member.name }, 'it does not begin or end where its neighbours do');
  });
  if (found.length === 0) throw refusedArchive(null, 'it is empty');
  return { members: found.map(({ member }) => member), commentAt: end + END_BYTES };
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - END_BYTES; at >= Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT); at -= 1)
    if (
      view.getUint32(at, true) === END_SIGNATURE &&
      at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  throw damagedArchive(null, 'its end is missing, so it was not copied or written to its end');
}

interface FoundMember {
  readonly member: ZipMember;
  readonly localAt: number;
  /** Of its entry in the table. */
  readonly next: number;
  readonly dataEnd: number;
  readonly hasDescriptor: boolean;
}

/** @param at offset of the member's entry in the table, @param end of the table's end */
function readMember(file: Uint8Array, view: DataView, at: number, end: number): FoundMember {
  if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE)
    throw damagedArchive(null, 'its table of contents cannot be read');
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packedBytes = view.getUint32(at + 20, true);
  const bytes = view.getUint32(at + 24, true);
  const nameBytes = view.getUint16(at + 28, true);
  const next = at + CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const localAt = view.getUint32(at + 42, true);
  if (next > end) throw damagedArchive(null, 'its table of contents cannot be read');
  const rawName = file.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
  const name = safeName(rawName);
  const place = { part: name };
  if ((flags & REFUSED_FLAGS) !== 0) throw refusedArchive(place, 'it is encrypted or patched as a zip');
  if (method !== STORED && method !== DEFLATED)
    throw refusedArchive(place, 'it is packed in a way that is not read here');
  if (method === STORED && packedBytes !== bytes) throw refusedArchive(place, 'its two sizes differ');

  if (localAt + LOCAL_BYTES > end || view.getUint32(localAt, true) !== LOCAL_SIGNATURE)
    throw damagedArchive(place, 'it does not begin where the table of contents says');
  const dataAt = localAt + LOCAL_BYTES + view.getUint16(localAt + 26, true) + view.getUint16(localAt + 28, true);
  const dataEnd = dataAt + packedBytes;
  if (dataEnd > end) throw damagedArchive(place, 'it reaches beyond the end');
  const localName = file.subarray(localAt + LOCAL_BYTES, localAt + LOCAL_BYTES + view.getUint16(localAt + 26, true));
  const localFlags = view.getUint16(localAt + 6, true);
  const agrees =
    localName.byteLength === nameBytes &&
    localName.every((byte, index) => byte === rawName[index]) &&
    view.getUint16(localAt + 8, true) === method &&
    localFlags === flags &&
    ((flags & DESCRIPTOR_FLAG) !== 0 ||
      (view.getUint32(localAt + 14, true) === crc &&
        view.getUint32(localAt + 18, true) === packedBytes &&
        view.getUint32(localAt + 22, true) === bytes));
  if (!agrees) throw refusedArchive(place, 'what stands before it and the table of contents do not agree');
  return {
    member: { name, isDeflated: method === DEFLATED, bytes, crc, packed: file.subarray(dataAt, dataEnd) },
    localAt,
    next,
    dataEnd,
    hasDescriptor: (flags & DESCRIPTOR_FLAG) !== 0,
  };
}

function safeName(bytes: Uint8Array): string {
  const name = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  // Shown as it is read, so without what could turn a line of a window round.
  if (!SAFE_NAME.test(name)) throw refusedArchive(null, 'one of its files has a name that could lead out of it');
  return name;
}

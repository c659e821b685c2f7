import { deflateSync, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { type ArchiveManifest, digestOf } from '../../../../renderer/src/exporting/archive/archive-manifest';
import { crc32 } from '../../../../renderer/src/exporting/archive/crc-32';
import { Sha256 } from '../../../../renderer/src/exporting/archive/sha-256';
import { joined, writeToy } from './toy-archive';

const GOOD = writeToy();

/** The parts of the toy archive, unpacked. */
export const members = (): Record<string, Uint8Array> => unzipSync(GOOD.bytes);
export const without = (name: string): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(members()).filter(([member]) => member !== name));

/** A zip as other programs write it. */
export const packed = (files: Zippable): Uint8Array => zipSync(files, { mtime: new Date(1980, 0, 1), level: 1 });

function lineCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/**
 * Members of an archive whose parts have these texts, with a manifest that agrees with them but for `changes`; digests
 * of `parts` among the changes are made to agree as well.
 */
export function forgedMembers(
  texts: Readonly<Record<string, string | Uint8Array>>,
  changes: Partial<Record<keyof ArchiveManifest | 'note', unknown>> = {},
): Record<string, Uint8Array> {
  const files = members();
  const parts = GOOD.manifest.parts.map((part) => {
    const text = texts[part.file];
    if (text === undefined) return part;
    const bytes = typeof text === 'string' ? strToU8(text) : text;
    files[part.file] = bytes;
    const sha256 = new Sha256().update(bytes).hex();
    return { file: part.file, rows: lineCount(bytes), bytes: bytes.byteLength, sha256 };
  });
  const stated = (Array.isArray(changes.parts) ? changes.parts : parts) as ArchiveManifest['parts'];
  const manifest = { ...GOOD.manifest, parts: stated, digest: digestOf(stated), ...changes };
  return { ...files, 'manifest.json': strToU8(JSON.stringify(manifest)) };
}

export const forged = (texts: Readonly<Record<string, string | Uint8Array>>, changes: object = {}): Uint8Array =>
  packed(forgedMembers(texts, changes));

/** The first part of the manifest otherwise than it is. */
export function wrongPart(change: object): Uint8Array {
  const [first, ...others] = GOOD.manifest.parts;
  return forged({}, { parts: [{ ...first, ...change }, ...others] });
}

export interface RawMember {
  readonly name: string;
  /** As it stands in the file. */
  readonly data: Uint8Array;
  readonly method?: 0 | 8 | 14;
  readonly flags?: number;
  /** What both headers say; the truth where left out. */
  readonly bytes?: number;
  readonly crc?: number;
  /** What the table of contents says, where it is not what stands before the data. */
  readonly central?: {
    readonly name?: string;
    readonly at?: number;
    readonly packedBytes?: number;
    readonly method?: number;
  };
}

/** A member deflated. */
export const deflated = (name: string, bytes: Uint8Array): RawMember => ({
  name,
  data: deflateSync(bytes),
  method: 8,
  bytes: bytes.byteLength,
  crc: crc32(bytes),
});

/** A zip byte by byte, with whatever lies its members tell. */
export function rawZip(
  raw: readonly RawMember[],
  end: { readonly disk?: number; readonly at?: number } = {},
): Uint8Array {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const { name, data, method = 0, flags = 0, bytes = data.byteLength, crc = crc32(data), central = {} } of raw) {
    const local = localHeader({ name, data, method, flags, bytes, crc });
    const { name: stated = name } = central;
    const nameBytes = strToU8(stated);
    const entry = new Uint8Array(46 + nameBytes.byteLength);
    const view = new DataView(entry.buffer);
    view.setUint32(0, 0x02014b50, true);
    entry.set(local.subarray(4, 30), 6);
    view.setUint16(10, central.method ?? method, true);
    view.setUint32(20, central.packedBytes ?? data.byteLength, true);
    view.setUint16(28, nameBytes.byteLength, true);
    view.setUint16(30, 0, true);
    view.setUint32(42, central.at ?? at, true);
    entry.set(nameBytes, 46);
    entries.push(entry);
    locals.push(local, data);
    at += local.byteLength + data.byteLength;
  }
  const table = joined(entries);
  const last = new Uint8Array(22);
  const view = new DataView(last.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(4, end.disk ?? 0, true);
  view.setUint16(8, raw.length, true);
  view.setUint16(10, raw.length, true);
  view.setUint32(12, table.byteLength, true);
  view.setUint32(16, end.at ?? at, true);
  return joined([...locals, table, last]);
}

export function localHeader({
  name,
  data,
  method = 0,
  flags = 0,
  bytes = data.byteLength,
  crc = crc32(data),
}: RawMember): Uint8Array {
  const nameBytes = strToU8(name);
  const header = new Uint8Array(30 + nameBytes.byteLength);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, flags, true);
  view.setUint16(8, method, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, data.byteLength, true);
  view.setUint32(22, bytes, true);
  view.setUint16(26, nameBytes.byteLength, true);
  header.set(nameBytes, 30);
  return header;
}

/** The toy archive as raw members, for `rawZip`. */
export const rawMembers = (files: Readonly<Record<string, Uint8Array>> = members()): readonly RawMember[] =>
  Object.entries(files).map(([name, bytes]) => deflated(name, bytes));

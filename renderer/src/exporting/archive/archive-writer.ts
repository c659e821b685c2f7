import { ownValue } from '../../domain/own-value';
import { Zip, ZipDeflate } from 'fflate';
import type { ArchiveHeading } from '../../domain/archive';
import type { ArchivedTable, DamagedTableRow } from '../../domain/archived-table';
import { AppError } from '../../domain/errors';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_FORMAT_VERSION,
  ARCHIVE_LIMITS,
  DAMAGED_PART,
  MANIFEST_MEMBER,
  partOf,
  README_MEMBER,
  SEAL_BYTES,
  SEAL_TEXT,
} from './archive-format';
import { type ArchiveManifest, type ArchivePart, digestOf } from './archive-manifest';
import { isPlainJson } from './plain-json';
import { Sha256 } from './sha-256';
import { toTagged } from './tagged-value';

export interface ArchiveWriterOptions {
  readonly heading: ArchiveHeading;
  /** Text of README.txt: what the file is, for whoever opens it with another program. */
  readonly readme: string;
  /** In the order in which their rows will come. */
  readonly tables: readonly ArchivedTable[];
  /** Called with each piece of the file, in order, while rows are added; null: only the manifest is wanted. */
  readonly emit: ((bytes: Uint8Array) => void) | null;
}

/** What deflate is given at once. Fixed, so that the bytes do not depend on how many rows come at a time. */
const BLOCK_BYTES = 65_536;
/** Level 6 takes twice the time for a tenth less: rows repeat their field names, which any level finds. */
const LEVEL = 3;
/** Zip knows no time without a date: the first it can state, on every machine. fflate reads it in local time. */
const NO_TIME = new Date(1980, 0, 1);
/** Last two bytes of a zip without a comment: the comment's length. */
const COMMENT_LENGTH_BYTES = 2;

/**
 * Writes an archive from rows as they come: table by table, in key order. Everything happens in the call that brings
 * the rows, so it can stand between two reads of one transaction. In memory at any time: one block, the window of
 * deflate, and the damaged rows, which are written last.
 */
export class ArchiveWriter {
  readonly #options: ArchiveWriterOptions;
  /** Null where only the manifest is wanted. */
  readonly #zip: Zip | null;
  readonly #seal = new Sha256();
  readonly #damaged: string[] = [];
  readonly #parts: ArchivePart[] = [];
  #part: Part | null = null;
  /** Index of the table whose part is open. */
  #at = -1;
  #lastKey: string | null = null;
  #end: Uint8Array = new Uint8Array();

  constructor(options: ArchiveWriterOptions) {
    this.#options = options;
    const { emit } = options;
    this.#zip =
      emit === null
        ? null
        : new Zip((error, bytes, final) => {
            if (error !== null) throw error;
            if (final) this.#end = bytes;
            else this.#emit(bytes);
          });
    this.#writeMember(README_MEMBER, options.readme);
  }

  /**
   * Rows of one table, in ascending order of their keys. A row that does not fit its table, or that JSON cannot hold
   * exactly, is written to the part of damaged rows as it is.
   * @param rows as they are stored
   */
  addRows(tableName: string, rows: readonly unknown[]): void {
    const table = this.#open(tableName);
    const lines: string[] = [];
    for (const row of rows) {
      const key =
        row instanceof Object ? ownValue(row as Readonly<Record<string, unknown>>, table.keyField) : undefined;
      const problem = isPlainJson(row) ? table.problemOf(row) : 'holds a value that JSON does not know';
      if (problem !== null || typeof key !== 'string') {
        this.addDamaged({ table: tableName, key, problem: problem ?? 'its key is no text', row });
        continue;
      }
      // A bug of the caller: a reader takes a repeated key for a forged file.
      if (this.#lastKey !== null && key <= this.#lastKey)
        throw new Error(`Rows of ${tableName} are not in key order: ${key} after ${this.#lastKey}`);
      this.#lastKey = key;
      lines.push(JSON.stringify(row));
    }
    this.#part?.addLines(lines);
  }

  addDamaged({ table, key, problem, ...held }: DamagedTableRow): void {
    const row = !('row' in held) ? {} : isPlainJson(held.row) ? { row: held.row } : { tagged: toTagged(held.row) };
    this.#damaged.push(JSON.stringify({ table, key: toTagged(key), problem, ...row }));
  }

  /** Writes what is left: tables without rows, damaged rows, the manifest, the seal. */
  finish(): ArchiveManifest {
    while (this.#at < this.#options.tables.length - 1) this.#openNext();
    this.#closePart();
    const damaged = this.#newPart(DAMAGED_PART);
    for (const line of this.#damaged) damaged.addLines([line]);
    this.#parts.push(damaged.close());

    const { heading } = this.#options;
    const manifest: ArchiveManifest = {
      format: ARCHIVE_FORMAT,
      formatVersion: ARCHIVE_FORMAT_VERSION,
      programVersion: heading.programVersion,
      madeAt: heading.madeAt,
      madeAtText: new Date(heading.madeAt).toISOString(),
      reason: heading.reason,
      libraryId: heading.libraryId,
      journalId: heading.journalId,
      journalSequence: heading.journalSequence,
      databaseVersion: heading.databaseVersion,
      parts: this.#parts,
      digest: digestOf(this.#parts),
    };
    if (this.#parts.reduce((sum, { bytes }) => sum + bytes, 0) > ARCHIVE_LIMITS.unpackedBytes)
      throw new AppError('file-too-large', 'The library is too large for one file of this format (4 GB unpacked).');
    this.#writeMember(MANIFEST_MEMBER, `${JSON.stringify(manifest, null, 2)}\n`);
    this.#zip?.end();
    if (this.#zip !== null) this.#writeSeal();
    return manifest;
  }

  #open(tableName: string): ArchivedTable {
    const index = this.#options.tables.findIndex(({ name }) => name === tableName);
    const table = this.#options.tables[index];
    // A bug of the caller.
    if (table === undefined || index < this.#at) throw new Error(`${tableName} is no table, or its part is closed`);
    while (this.#at < index) this.#openNext();
    return table;
  }

  #openNext(): void {
    this.#closePart();
    this.#at += 1;
    this.#lastKey = null;
    this.#part = this.#newPart(partOf(this.#options.tables[this.#at]?.name ?? ''));
  }

  #closePart(): void {
    if (this.#part !== null) this.#parts.push(this.#part.close());
    this.#part = null;
  }

  #newPart(file: string): Part {
    return new Part(file, this.#newMember(file));
  }

  #writeMember(file: string, text: string): void {
    this.#newMember(file)?.push(new TextEncoder().encode(text), true);
  }

  #newMember(file: string): ZipDeflate | null {
    if (this.#zip === null) return null;
    const member = new ZipDeflate(file, { level: LEVEL });
    member.mtime = NO_TIME;
    this.#zip.add(member);
    return member;
  }

  #emit(bytes: Uint8Array): void {
    this.#seal.update(bytes);
    this.#options.emit?.(bytes);
  }

  /** The end of the zip with its comment, whose last 64 letters are the digest of everything before them. */
  #writeSeal(): void {
    const end = new Uint8Array(this.#end.byteLength + SEAL_TEXT.length);
    end.set(this.#end);
    new DataView(end.buffer).setUint16(this.#end.byteLength - COMMENT_LENGTH_BYTES, SEAL_BYTES, true);
    end.set(new TextEncoder().encode(SEAL_TEXT), this.#end.byteLength);
    this.#emit(end);
    this.#options.emit?.(new TextEncoder().encode(this.#seal.hex()));
  }
}

/** One part while it is written. */
class Part {
  readonly #sha256 = new Sha256();
  #block = new Uint8Array(BLOCK_BYTES);
  #filled = 0;
  #rows = 0;
  #bytes = 0;

  constructor(
    private readonly file: string,
    private readonly member: ZipDeflate | null,
  ) {}

  /** @param lines JSON without a line break */
  addLines(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    this.#rows += lines.length;
    this.#bytes += bytes.byteLength;
    this.#sha256.update(bytes);
    if (this.member === null) return;
    for (let at = 0; at < bytes.byteLength;) {
      const piece = bytes.subarray(at, at + BLOCK_BYTES - this.#filled);
      this.#block.set(piece, this.#filled);
      this.#filled += piece.byteLength;
      at += piece.byteLength;
      if (this.#filled === BLOCK_BYTES) this.#push(false);
    }
  }

  close(): ArchivePart {
    this.#push(true);
    return { file: this.file, rows: this.#rows, bytes: this.#bytes, sha256: this.#sha256.hex() };
  }

  #push(isLast: boolean): void {
    this.member?.push(this.#block.subarray(0, this.#filled), isLast);
    // Deflate may still hold the block.
    this.#block = new Uint8Array(BLOCK_BYTES);
    this.#filled = 0;
  }
}

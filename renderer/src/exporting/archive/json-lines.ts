import { damagedArchive, refusedArchive } from './archive-errors';

const LINE_FEED = 0x0a;

/** One line of a part. */
export interface JsonLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** In UTF-8, without the line break. */
  readonly bytes: number;
  readonly value: unknown;
}

/**
 * The lines of a part (JSON Lines: one JSON text per line, UTF-8, each line ended by U+000A). Throws AppError for a
 * line that is longer than `maxBytes`, is nested deeper than `maxDepth`, or is no JSON.
 */
export class JsonLines {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #rest: Uint8Array[] = [];
  #restBytes = 0;
  #number = 0;

  constructor(
    private readonly part: string,
    private readonly maxBytes: number,
    private readonly maxDepth: number,
  ) {}

  /** The lines that end in this piece. */
  *add(piece: Uint8Array): Generator<JsonLine> {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      yield this.#line(this.#joined(piece.subarray(start, end)));
      start = end + 1;
    }
    if (start === piece.byteLength) return;
    this.#rest.push(piece.subarray(start));
    this.#restBytes += piece.byteLength - start;
    this.#checkLength(this.#restBytes, this.#number + 1);
  }

  end(): void {
    if (this.#restBytes > 0) throw damagedArchive({ part: this.part }, 'its last line is not whole');
  }

  #joined(last: Uint8Array): Uint8Array {
    if (this.#restBytes === 0) return last;
    const whole = new Uint8Array(this.#restBytes + last.byteLength);
    let at = 0;
    for (const piece of [...this.#rest, last]) {
      whole.set(piece, at);
      at += piece.byteLength;
    }
    this.#rest = [];
    this.#restBytes = 0;
    return whole;
  }

  #line(bytes: Uint8Array): JsonLine {
    const number = (this.#number += 1);
    const place = { part: this.part, line: number };
    this.#checkLength(bytes.byteLength, number);
    // Asked before JSON.parse, and before anything walks through the value.
    if (isDeeperThan(bytes, this.maxDepth)) throw refusedArchive(place, 'it is nested too deep');
    try {
      const text = this.#decoder.decode(bytes);
      return { number, text, bytes: bytes.byteLength, value: JSON.parse(text) as unknown };
    } catch (error) {
      throw damagedArchive(place, 'it is not JSON', error);
    }
  }

  #checkLength(bytes: number, line: number): void {
    if (bytes > this.maxBytes) throw refusedArchive({ part: this.part, line }, 'it is longer than any row can be');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

function isDeeperThan(bytes: Uint8Array, maxDepth: number): boolean {
  if (bytes.byteLength <= maxDepth) return false;
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (OPENING.has(byte)) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (CLOSING.has(byte)) depth -= 1;
  }
  return false;
}

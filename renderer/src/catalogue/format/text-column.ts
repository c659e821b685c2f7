import { damaged } from './container';

/** Where each row begins in its list, from how many values each row has; one more at the end. */
export function startsOf(counts: Uint8Array | Uint16Array, length: number, what: string): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(counts.length + 1);
  let start = 0;
  for (let row = 0; row < counts.length; row += 1) {
    start += counts[row] ?? 0;
    starts[row + 1] = start;
  }
  if (start !== length) throw damaged(`${what} do not end where they should`);
  return starts;
}

/** Texts that are decoded when they are asked for. */
export class TextColumn {
  readonly #starts: Uint32Array;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(
    private readonly bytes: Uint8Array,
    lengths: Uint8Array | Uint16Array,
    what: string,
  ) {
    this.#starts = startsOf(lengths, bytes.length, what);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  at(place: number): string {
    return this.#decoder.decode(this.bytes.subarray(this.#starts[place] ?? 0, this.#starts[place + 1] ?? 0));
  }
}

/** A dictionary: every text, decoded. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  return bytes.length === 0 ? [] : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
}

/** A list of numbers per row. */
export class ListRows {
  readonly #starts: Uint32Array;

  constructor(
    counts: Uint8Array,
    private readonly values: Uint8Array | Uint16Array | Uint32Array,
    what: string,
  ) {
    this.#starts = startsOf(counts, values.length, what);
  }

  start(row: number): number {
    return this.#starts[row] ?? 0;
  }

  end(row: number): number {
    return this.#starts[row + 1] ?? 0;
  }

  /** Each number of a row put through `read`. */
  map<T>(row: number, read: (value: number) => T): T[] {
    const found: T[] = [];
    for (let place = this.start(row); place < this.end(row); place += 1) found.push(read(this.values[place] ?? 0));
    return found;
  }
}

const LINE_BREAK = '\n';

/** Texts with numbers, in the order in which they were first asked for. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  get texts(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  lines(): Uint8Array<ArrayBuffer> {
    return joinLines(this.texts);
  }
}

/** One text a line, in UTF-8. Throws a RangeError for a text that has lines of its own. */
export function joinLines(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const broken = texts.find((text) => text.includes(LINE_BREAK) || text === '');
  if (broken !== undefined) throw new RangeError(`“${broken}” is not one line.`);
  return new TextEncoder().encode(texts.join(LINE_BREAK));
}

/** A list of numbers per row. */
export class ListColumn {
  readonly counts: number[] = [];
  readonly values: number[] = [];

  add(values: readonly number[]): void {
    this.counts.push(values.length);
    for (const value of values) this.values.push(value);
  }
}

/** Texts in UTF-8, one after the other. */
export class PooledTexts {
  readonly #encoder = new TextEncoder();
  readonly #lengths: number[] = [];
  #bytes = new Uint8Array(1024);
  #size = 0;

  add(text: string): void {
    const bytes = this.#encoder.encode(text);
    if (this.#size + bytes.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#size + bytes.length));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
    this.#lengths.push(bytes.length);
  }

  /** Of each text in bytes. Throws a RangeError where one is longer than `max`. */
  lengths(max: number): readonly number[] {
    const long = this.#lengths.find((length) => length > max);
    if (long !== undefined)
      throw new RangeError(`A text has ${String(long)} bytes, where ${String(max)} are the most.`);
    return this.#lengths;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#size);
  }
}

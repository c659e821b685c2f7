import { AppError } from '../../domain/errors';
import { ownValue } from '../../domain/own-value';

/**
 * Reads a value of unknown shape step by step and remembers the path for the message. Every mismatch throws
 * `model-damaged`: these files are written by a program and verified by hash, so nothing is tolerated.
 */
export class StrictReader {
  constructor(
    readonly value: unknown,
    readonly path: string,
  ) {}

  at(key: string): StrictReader {
    const value: unknown = ownValue(this.record(), key);
    return new StrictReader(value, this.path === '' ? key : `${this.path}.${key}`);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.record(), key);
  }

  string(): string {
    return typeof this.value === 'string' ? this.value : this.#fail('a text');
  }

  /** One of a closed list. */
  oneOf<const T extends string>(...allowed: readonly T[]): T {
    return allowed.find((candidate) => candidate === this.value) ?? this.#fail(`one of ${allowed.join(', ')}`);
  }

  number(): number {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : this.#fail('a number');
  }

  /** A whole number of at least `minimum`. */
  integer(minimum = 0): number {
    const value = this.number();
    return Number.isSafeInteger(value) && value >= minimum
      ? value
      : this.#fail(`a whole number of at least ${String(minimum)}`);
  }

  list<T>(read: (entry: StrictReader) => T): readonly T[] {
    if (!Array.isArray(this.value)) return this.#fail('a list');
    return this.value.map((entry: unknown, index) => read(new StrictReader(entry, `${this.path}[${String(index)}]`)));
  }

  record(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      return this.#fail('an object');
    return this.value as Readonly<Record<string, unknown>>;
  }

  entries<T>(read: (entry: StrictReader) => T): Readonly<Record<string, T>> {
    return Object.fromEntries(Object.keys(this.record()).map((key) => [key, read(this.at(key))]));
  }

  fail(expected: string): never {
    return this.#fail(expected);
  }

  #fail(expected: string): never {
    const found = this.value === undefined ? 'nothing' : JSON.stringify(this.value).slice(0, 40);
    throw new AppError(
      'model-damaged',
      `The model's manifest is damaged: ${this.path === '' ? 'it' : this.path} should be ${expected}, and is ${found}.`,
    );
  }
}

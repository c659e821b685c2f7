import { AppError } from '../../domain/errors';

export interface JsonItem {
  /** 1-based place among the items, in lieu of a line. */
  readonly place: number;
  readonly value: unknown;
}

/** Throws `format-invalid` with the place where it stops being JSON. */
export function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError('format-invalid', `${path} is damaged: a part of it is missing. Download or export it again.`, {
      cause: error,
    });
  }
}

/** The values of the arrays at `path`; '*' stands for every key. */
export function itemsAt(value: unknown, path: readonly string[]): unknown[] {
  const [key, ...rest] = path;
  if (key === undefined) return Array.isArray(value) ? value : [];
  if (typeof value !== 'object' || value === null) return [];
  if (key === '*') return Object.values(value).flatMap((inner) => itemsAt(inner, rest));
  return Object.hasOwn(value, key) ? itemsAt(Reflect.get(value, key), rest) : [];
}

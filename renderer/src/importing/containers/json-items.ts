import type { Pacer } from '../pacer';
import { BUDGETS, tooLarge } from './budgets';
import { JsonScanner, parsedJson } from './json-scanner';

export interface JsonItem {
  /** 1-based place among the items, in lieu of a line. */
  readonly place: number;
  readonly value: unknown;
}

const BATCH = 500;

/** The values of the arrays at a path of a JSON text that comes in parts. */
export async function* jsonItemsOf(
  file: string,
  parts: AsyncIterable<string>,
  path: readonly string[],
  pacer: Pacer,
): AsyncGenerator<readonly JsonItem[]> {
  const scanner = new JsonScanner(file, path);
  for await (const part of parts) {
    const items = scanner.write(part);
    for (let start = 0; start < items.length; start += BATCH) {
      await pacer.yieldIfDue();
      yield items.slice(start, start + BATCH);
    }
  }
  const last = scanner.end();
  if (last.length > 0) yield last;
}

/** A whole JSON text as one value. Rejects with `file-too-large` beyond its budget, `format-invalid` if damaged. */
export async function wholeJson(file: string, parts: AsyncIterable<string>): Promise<unknown> {
  const read: string[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > BUDGETS.wholeJsonCharacters)
      throw tooLarge(
        file,
        'larger than 64 million characters',
        'Such a file is read part by part only where it is one long list; export it again in a smaller form.',
      );
    read.push(part);
  }
  return parsedJson(file, read.join(''));
}

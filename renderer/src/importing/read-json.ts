import { JsonReader } from './cells/json-reader';
import { UnreadCells } from './cells/unread-cells';
import type { JsonItem } from './containers/json-items';
import type { SourceFile } from './containers/source-file';
import type { ImportedRow } from '../domain/imported-row';
import type { RowCollector } from './source';

/** First texts of a value, to know a skipped one by. */
export function excerptCells(value: unknown, depth = 2): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value).slice(0, 80)];
  if (typeof value !== 'object' || value === null || depth < 0) return [];
  const cells: string[] = [];
  for (const inner of Object.values(value)) {
    if (cells.length > 5) break;
    cells.push(...excerptCells(inner, depth - 1));
  }
  return cells.slice(0, 6);
}

/** Whether the beginning of a file names every one of these keys. */
export const namesKeys = (head: string, ...keys: readonly string[]): boolean =>
  keys.every((key) => new RegExp(`"${key}"\\s*:`).test(head));

export type JsonBatches = AsyncIterable<readonly JsonItem[]>;

/** Values of a file; what in them says something and is not understood is counted in `collector`. */
export async function eachJson(
  file: SourceFile,
  batches: JsonBatches,
  collector: RowCollector,
  take: (json: JsonReader, place: number) => void,
): Promise<void> {
  const unread = new UnreadCells(file.path);
  for await (const items of batches)
    for (const { place, value } of items)
      take(
        new JsonReader(value, (column, cell) => {
          unread.note(column, place, cell);
        }),
        place,
      );
  collector.unreadCells.push(...unread.columns);
}

/** The values that lie in those of a file (pages of an answer, lists of entries), numbered through. */
export async function* valuesInside(
  batches: JsonBatches,
  inside: (json: JsonReader) => readonly JsonReader[],
): JsonBatches {
  let place = 0;
  for await (const items of batches)
    yield items.flatMap(({ value: whole }) =>
      inside(new JsonReader(whole)).map(({ value }) => ({ place: (place += 1), value })),
    );
}

/** Values that were found in a whole file, numbered. */
export async function* numbered(values: Promise<readonly unknown[]>): JsonBatches {
  yield (await values).map((value, index) => ({ place: index + 1, value }));
}

/**
 * Reads every value into `collector`: as rows, or as skipped with the reason.
 * @param from the path of an array in the file, or the values themselves
 * @param read gets its place in the array, 1-based, which stands for its line; null where it has taken the value itself
 */
export async function readJson(
  file: SourceFile,
  from: readonly string[] | JsonBatches,
  collector: RowCollector,
  read: (json: JsonReader, place: number) => ImportedRow | readonly ImportedRow[] | string | null,
): Promise<void> {
  const batches = Symbol.asyncIterator in from ? from : file.jsonItems(from);
  await eachJson(file, batches, collector, (json, place) => {
    const found = read(json, place);
    if (found !== null) collector.put(file.path, place, excerptCells(json.value), found);
  });
}

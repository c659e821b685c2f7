import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { itemId } from '../../renderer/src/domain/ids';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../renderer/src/domain/taste-profile';
import { UsageError } from './usage-error';
import { BLANK_FACTS } from '../fixtures/blank-facts';

/** The file of that name in `folder`, packed or not; null where there is none. */
export function fileOf(folder: string, name: string): string | null {
  return [`${name}.gz`, name].map((file) => join(folder, file)).find((file) => existsSync(file)) ?? null;
}

/** The same; throws UsageError where there is none. */
export function requireFile(folder: string, name: string): string {
  const file = fileOf(folder, name);
  if (file === null) throw new UsageError(`${folder} is no pack: it has no ${name}.gz.`);
  return file;
}

/** One parsed line, with its position for error messages. */
export class Row {
  constructor(
    readonly value: Readonly<Record<string, unknown>>,
    private readonly where: string,
  ) {}

  fail(what: string): never {
    throw new UsageError(`${this.where}: ${what}.`);
  }
  text(name: string): string {
    const value = this.value[name];
    return typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : this.fail(`"${name}" is not a text`);
  }
  list(name: string): readonly unknown[] {
    const value = this.value[name];
    return Array.isArray(value) ? value : this.fail(`"${name}" is not a list`);
  }
  texts(name: string): readonly string[] {
    return this.value[name] === undefined || this.value[name] === null
      ? []
      : this.list(name).map((value) =>
          typeof value === 'string' || typeof value === 'number'
            ? String(value)
            : this.fail(`"${name}" holds something that is no text`),
        );
  }
  numberOrNull(value: unknown, name: string): number | null {
    if (value === undefined || value === null) return null;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.fail(`"${name}" is not a number`);
  }
}

/** Lines of a packed or plain file; a mistake throws UsageError with file and line. */
export async function* rows(file: string): AsyncGenerator<Row> {
  const source = createReadStream(file);
  const unpacked = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  // An error of the source is not passed on by pipe.
  source.on('error', (error) => unpacked.destroy(error));
  let line = 0;
  try {
    for await (const text of createInterface({ input: unpacked, crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() === '') continue;
      const where = `${file}, line ${String(line)}`;
      const value: unknown = parseLine(text, where);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new UsageError(`${where}: not a JSON object.`);
      yield new Row(value as Readonly<Record<string, unknown>>, where);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${file}, after line ${String(line)}: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function parseLine(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${where}: not JSON.`);
  }
}

/** An item of `items.jsonl`. */
export function itemOf(row: Row): LibraryItem {
  const crowd = row.value['crowd'] as { readonly rating?: unknown; readonly count?: unknown } | null | undefined;
  return {
    ...BLANK_FACTS,
    id: itemId(row.text('id')),
    kind: row.text('kind'),
    title: row.text('title'),
    creators: row.texts('creators'),
    tags: row.texts('tags'),
    year: row.numberOrNull(row.value['year'], 'year'),
    length: row.numberOrNull(row.value['length'], 'length'),
    series: seriesOf(row),
    crowd:
      crowd === undefined || crowd === null
        ? null
        : {
            rating: row.numberOrNull(crowd.rating, 'crowd.rating'),
            count: row.numberOrNull(crowd.count, 'crowd.count'),
          },
  };
}

function seriesOf(row: Row): LibraryItem['series'] {
  const series = row.value['series'] as { readonly name?: unknown; readonly position?: unknown } | null | undefined;
  return typeof series?.name === 'string'
    ? { name: series.name, position: row.numberOrNull(series.position, 'series.position') }
    : null;
}

const MILLISECONDS = 1000;

/** Events `[item, rating or null, seconds or null]`, oldest first. */
export function eventsOf(row: Row, value: unknown): readonly TasteProfileEvent[] {
  if (!Array.isArray(value)) return row.fail('"events" is not a list');
  return value.map((event: unknown): TasteProfileEvent => {
    if (!Array.isArray(event) || event.length < 2) return row.fail('an event is not [item, rating, time]');
    const [item, rating, at] = event as readonly unknown[];
    const seconds = row.numberOrNull(at, 'events');
    return {
      itemId: itemId(String(item)),
      rating: row.numberOrNull(rating, 'events'),
      at: seconds === null ? null : seconds * MILLISECONDS,
    };
  });
}

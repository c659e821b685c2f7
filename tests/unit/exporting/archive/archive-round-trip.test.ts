import { deepStrictEqual } from 'node:assert/strict';
import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveWriter } from '../../../../renderer/src/exporting/archive/archive-writer';
import type { ArchiveBatch } from '../../../../renderer/src/exporting/archive/write-archive';
import { writeArchive } from '../../../../renderer/src/exporting/archive/write-archive';
import { allRows, joined, readToy, TOY_HEADING, TOY_ROWS, TOY_TABLES, type ToyRows, writeToy } from './toy-archive';

/** Any text, half characters among them. */
const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
const name = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'toJSON', '0', ''), text);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(name, tie('value')), { maxLength: 4 })
      // Defined, not assigned: "__proto__" is a member like any other.
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

async function drained(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.byteLength;
  return bytes;
}

/** Rows in key order, with members that no schema names. */
const rowsOf = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<readonly object[]> =>
  fc
    .uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), extra: json, ...fields }, { noNullPrototype: true }), {
      selector: ({ id }) => id,
      maxLength: 8,
    })
    .map((rows) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
const library: fc.Arbitrary<ToyRows> = fc.record({
  items: rowsOf({ title: text }),
  events: rowsOf({ itemId: text, rating: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
});

describe('an archive', () => {
  it('has a manifest that can be had without its bytes', () => {
    const heading = { heading: TOY_HEADING, readme: 'A library.\n', tables: TOY_TABLES };
    const writer = new ArchiveWriter({ ...heading, emit: null });
    for (const { name: table } of TOY_TABLES) writer.addRows(table, TOY_ROWS[table] ?? []);
    expect(writer.finish()).toEqual(writeToy().manifest);
  });

  it('gives back every row as it was, and its own bytes when it is written again', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (rows) => {
        const { bytes, manifest } = writeToy(rows);
        const archive = await readToy(bytes);
        const read = await allRows(archive);
        // A minus zero, which JSON cannot write, is among the damaged rows.
        const held = (table: string): readonly unknown[] =>
          [
            ...(read.rows[table] ?? []),
            ...read.damaged.filter((row) => row.table === table).map(({ row }) => row),
          ].toSorted((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1));
        // Not toStrictEqual, which asks a member called "constructor" for the type.
        for (const table of ['items', 'events']) deepStrictEqual(held(table), rows[table]);
        expect(archive.manifest).toEqual(manifest);
        const again = writeToy(read.rows, {}, read.damaged);
        expect(again.bytes).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a row that JSON cannot hold, or that does not fit its table, among the damaged rows', async () => {
    const sparse: unknown[] = [1];
    sparse[2] = 3;
    const odd = {
      id: 'c',
      title: 'Odd',
      none: undefined,
      not: Number.NaN,
      minus: -0,
      endless: -Infinity,
      day: new Date(5),
      noDay: new Date(Number.NaN),
      big: 12n,
      map: new Map([[{ a: 1 }, [null]]]),
      set: new Set(['x']),
      bytes: Uint8Array.of(0, 255),
      buffer: Uint8Array.of(7).buffer,
      sparse,
      ['__proto__']: { polluted: true },
    };
    const untitled = { id: 'd', title: 7 };
    const unread = { table: 'events', key: 5, problem: 'cannot be read' };
    const items = [...(TOY_ROWS['items'] ?? []), odd, untitled];
    const { bytes } = writeToy({ ...TOY_ROWS, items }, {}, [unread]);
    const archive = await readToy(bytes);
    const { rows, damaged } = await allRows(archive);
    expect(rows).toEqual(TOY_ROWS);
    expect(damaged.map(({ row }) => row)).toStrictEqual([odd, untitled, undefined]);
    expect(damaged[2]).toEqual(unread);
    expect(archive).toMatchObject({ damagedCount: 3, problems: [{ code: 'damaged-row', count: 3 }] });
  });

  it('is the same bytes for the same library, however many rows come at a time', async () => {
    const items = Array.from({ length: 3000 }, (_, index) => ({
      id: String(index).padStart(8, '0'),
      title: `Title ${index * 7919}`,
    }));
    const inPieces = async (size: number): Promise<Uint8Array> => {
      async function* batches(): AsyncGenerator<ArchiveBatch> {
        for (let at = 0; at < items.length; at += size) yield { table: 'items', rows: items.slice(at, at + size) };
      }
      const pieces: Uint8Array[] = [];
      const options = { heading: TOY_HEADING, readme: 'A library.\n', tables: TOY_TABLES, batches: batches() };
      for await (const piece of writeArchive(options)) pieces.push(piece);
      return joined(pieces);
    };
    const whole = writeToy({ items }).bytes;
    expect(await inPieces(1)).toEqual(whole);
    expect(await inPieces(701)).toEqual(whole);
    expect((await readToy(whole)).problems).toEqual([]);
  });

  it('is an ordinary zip of JSON lines with a manifest that says what is in it', () => {
    const { bytes, manifest } = writeToy();
    const members = unzipSync(bytes);
    expect(Object.keys(members)).toEqual([
      'README.txt',
      'items.jsonl',
      'events.jsonl',
      'damaged.jsonl',
      'manifest.json',
    ]);
    const utf8 = new TextDecoder();
    expect(utf8.decode(members['items.jsonl'])).toBe('{"id":"a","title":"Dune"}\n{"id":"b","title":"Emma"}\n');
    expect(JSON.parse(utf8.decode(members['manifest.json']))).toEqual(manifest);
    expect(manifest).toMatchObject({
      format: 'handpicked-archive',
      formatVersion: 1,
      madeAtText: '2026-11-30T14:05:00.000Z',
      journalSequence: 7,
      parts: [
        { file: 'items.jsonl', rows: 2, bytes: 52 },
        { file: 'events.jsonl', rows: 1 },
        { file: 'damaged.jsonl', rows: 0, bytes: 0 },
      ],
    });
  });

  it('has the same digest whenever it was written, and another one for another library', () => {
    const { digest } = writeToy().manifest;
    expect(writeToy(TOY_ROWS, { madeAt: 0, reason: 'timer' }).manifest.digest).toBe(digest);
    expect(writeToy({ ...TOY_ROWS, items: [{ id: 'a', title: 'Dune ' }] }).manifest.digest).not.toBe(digest);
  });

  it('refuses rows that are out of order: a bug of who brings them', () => {
    const items = [
      { id: 'b', title: '' },
      { id: 'a', title: '' },
    ];
    expect(() => writeToy({ items })).toThrow('not in key order');
  });

  it('stops between two batches once it is cancelled', async () => {
    const controller = new AbortController();
    async function* batches(): AsyncGenerator<ArchiveBatch> {
      yield { table: 'items', rows: TOY_ROWS['items'] ?? [] };
      controller.abort();
      yield { table: 'events', rows: TOY_ROWS['events'] ?? [] };
    }
    const pieces = writeArchive({
      heading: TOY_HEADING,
      readme: '',
      tables: TOY_TABLES,
      batches: batches(),
      signal: controller.signal,
    });
    await expect(drained(pieces)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(readToy(writeToy().bytes, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../../../renderer/src/importing/containers/markup-elements';
import { openFile } from '../../../../renderer/src/importing/containers/open-file';
import type { SourceFile } from '../../../../renderer/src/importing/containers/source-file';
import { createPacer } from '../../../../renderer/src/importing/pacer';

/** A file whose bytes come in parts of `size`, cut wherever that falls. */
const inParts = async (bytes: Uint8Array<ArrayBuffer>, size: number): Promise<SourceFile> =>
  await openFile(
    'f',
    {
      size: bytes.byteLength,
      parts: async function* () {
        for (let start = 0; start < bytes.byteLength; start += size)
          yield await Promise.resolve(bytes.slice(start, start + size));
      },
    },
    createPacer(),
  );

async function all<Value>(batches: AsyncIterable<readonly Value[]>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const batch of batches) values.push(...batch);
  return values;
}

const size = fc.integer({ min: 1, max: 40 });
const word = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .map((text) => text.replace(/[\p{C}\uFEFF\uFFFD]/gu, ''))
  .filter((text) => !/^[\s]|[\s]$/.test(text));

describe('wherever a file is cut into parts', () => {
  it('a table has the cells that were written, with any delimiter, end of line and encoding', async () => {
    const cell = fc.oneof(word, fc.constantFrom('a "quoted" word', 'x,y;z', 'two\nlines', '', '🙂', '"', '=""'));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    const form = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\uFEFF'),
      isUtf16: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(table, form, size, async (rows, { delimiter, newline, mark, isUtf16 }, partSize) => {
        const written = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter));
        const text = `${mark}${['h1', 'h2', 'h3'].join(delimiter)}\n${written.join('\n')}\n`.replaceAll('\n', newline);
        const bytes = isUtf16 && mark !== '' ? utf16(text) : new TextEncoder().encode(text);
        const file = await inParts(bytes, partSize);
        for (let pass = 0; pass < 2; pass += 1)
          expect((await all(file.records())).slice(1).map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('a sound table is read as the other parser reads it', async () => {
    const rows = fc.array(fc.tuple(word, word, fc.integer()), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, size, async (table, partSize) => {
        const text = `a,b,c\n${Papa.unparse(
          table.map((cells) => cells.map(String)),
          { newline: '\n' },
        )}`;
        const file = await inParts(new TextEncoder().encode(text), partSize);
        const { data } = Papa.parse<string[]>(text, { delimiter: ',' });
        expect((await all(file.records())).map(({ cells }) => cells)).toEqual(data);
      }),
      { numRuns: 150 },
    );
  });

  it('lines are those of the text', async () => {
    const end = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, end), { minLength: 1 }), size, async (lines, partSize) => {
        const text = `list${lines.map(([line, newline]) => `${newline}${line}`).join('')}`;
        const file = await inParts(new TextEncoder().encode(text), partSize);
        // A blank line between a CR and an LF is none.
        const expected = text.split(/\r\n?|\n/);
        expect(await all(file.lines())).toEqual(expected.map((line, index) => ({ line: index + 1, text: line })));
      }),
      { numRuns: 150 },
    );
  });

  it('XML has the elements, attributes and texts that were written, with their lines', async () => {
    const entry = fc.record({ title: word, note: word, id: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), fc.boolean(), size, async (entries, isCdata, partSize) => {
        const lines = entries.map(
          ({ title, note, id }) =>
            `<entry id="${String(id)}" note="${escaped(note)}"><t>${isCdata ? `<![CDATA[${title}]]>` : escaped(title)}</t></entry>`,
        );
        const text = `<?xml version="1.0" encoding="UTF-8" ?>\r\n<!-- c -->\r\n<list>\r\n${lines.join('\r\n')}\r\n</list>`;
        const file = await inParts(new TextEncoder().encode(text), partSize);
        expect(file.container).toBe('xml');
        const found = await all(elementsOf(file.tokens(), 'entry'));
        expect(
          found.map(({ line, attributes, children }) => [line, Object.fromEntries(attributes), children[0]?.text]),
        ).toEqual(entries.map(({ title, note, id }, index) => [index + 4, { id: String(id), note }, title]));
      }),
      { numRuns: 150 },
    );
  });

  it('a bookmark file gives its links, with a "<" in an attribute, and pictures are dropped', async () => {
    const icon = `data:image/png;base64,${'A'.repeat(60_000)}`;
    const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1>\r<H1>x</H1>\r<DL><p>\r<DT><A HREF="https://a.org/?a=1&b=2" COVER="<screenshot>" ICON="${icon}">A &amp; <b>B</b></A>\r<DD>note\r<DT><A HREF="https://c.org">C</A>\r</DL>`;
    const file = await inParts(new TextEncoder().encode(text), 1000);
    expect(file.container).toBe('html');
    const tokens = await all(file.tokens());
    const links = tokens.flatMap((token) => (token.type === 'open' && token.name === 'a' ? [token] : []));
    expect(links.map(({ line, attributes }) => [line, attributes.get('href'), attributes.get('cover')])).toEqual([
      [4, 'https://a.org/?a=1&b=2', '<screenshot>'],
      [6, 'https://c.org', undefined],
    ]);
    expect(links[0]?.attributes.get('icon')?.length ?? 0).toBeLessThan(20_000);
  });
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    bytes[index * 2] = text.charCodeAt(index) & 255;
    bytes[index * 2 + 1] = text.charCodeAt(index) >> 8;
  }
  return bytes;
}

describe('files made to harm', () => {
  it.each<[string, string, (file: SourceFile) => AsyncIterable<readonly unknown[]>]>([
    ['XML 100,000 deep', `<?xml version="1.0"?>${'<a>'.repeat(100_000)}`, (file) => file.tokens()],
    ['a comment without end', `<?xml version="1.0"?><!--${'x'.repeat(20_000_000)}`, (file) => file.tokens()],
    ['a line of 5 million characters', `list\n${'x'.repeat(5_000_000)}`, (file) => file.lines()],
    ['JSON 100,000 deep', `[[1],${'['.repeat(100_000)}`, (file) => file.jsonItems([])],
    ['a JSON text without end', `["a","${'x'.repeat(20_000_000)}`, (file) => file.jsonItems([])],
  ])('%s ends in a sentence', async (_what, text, read) => {
    const file = await inParts(new TextEncoder().encode(text), 65_536);
    await expect(all(read(file))).rejects.toMatchObject({
      code: expect.stringMatching(/file-too-large|format-invalid/) as string,
    });
  });

  it('entities that a document defines are not resolved', async () => {
    const entities = Array.from(
      { length: 10 },
      (_unused, index) => `<!ENTITY e${String(index + 1)} "${`&e${String(index)};`.repeat(10)}">`,
    );
    const text = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">${entities.join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]><a><t>&e10;&f;</t></a>`;
    const file = await inParts(new TextEncoder().encode(text), 100);
    const [element] = await all(elementsOf(file.tokens(), 't'));
    expect(element?.text).toBe('&e10;&f;');
  });
});

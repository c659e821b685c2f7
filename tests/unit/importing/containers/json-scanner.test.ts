import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonScanner } from '../../../../renderer/src/importing/containers/json-scanner';

function items(text: string, path: readonly string[], size = 7): unknown[] {
  const scanner = new JsonScanner('f.json', path);
  const found: unknown[] = [];
  for (let start = 0; start < text.length; start += size)
    found.push(...scanner.write(text.slice(start, start + size)).map(({ value }) => value));
  return [...found, ...scanner.end().map(({ value }) => value)];
}

/** The reference: the whole as one value. */
function itemsAt(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (key === undefined) return Array.isArray(value) ? value : [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if (key === '*') return Object.values(value).flatMap((inner) => itemsAt(inner, rest));
  return Object.hasOwn(value, key) ? itemsAt(Reflect.get(value, key), rest) : [];
}

describe('items of a JSON text in parts', () => {
  it.each<[string, string, readonly string[], readonly unknown[]]>([
    ['the whole', '[1, "a]", {"b": [2]}, null]', [], [1, 'a]', { b: [2] }, null]],
    [
      'inside objects',
      '{"x":[9],"response":{"count":2,"games":[{"id":1},{"id":2}]}}',
      ['response', 'games'],
      [{ id: 1 }, { id: 2 }],
    ],
    ['every key', '{"a":[1],"b":{"c":[2]},"d":[3,4]}', ['*'], [1, 3, 4]],
    ['nothing where there is no array', '{"a":{"b":1}}', ['a'], []],
    ['JSON Lines', '{"a":1}\n{"a":2}\n', [], [{ a: 1 }, { a: 2 }]],
    ['keys and texts with marks', String.raw`{"a\"b":["x\\","\"","]"]}`, ['a"b'], ['x\\', '"', ']']],
    ['an empty array', ' [ ] ', [], []],
  ])('%s', (_what, text, path, expected) => {
    for (const size of [1, 3, 1000]) expect(items(text, path, size)).toEqual(expected);
  });

  it.each(['', '[1, 2', '{"a":[1}', '[1]]', '{"a" 1}', '["a', '[tru]', '{"a":[1,]}garbage]', '['.repeat(100_000)])(
    'that is damaged is refused: %j',
    (text) => {
      expect(() => items(text, ['a'], 5).concat(items(text, [], 5))).toThrow(
        expect.objectContaining({ code: 'format-invalid' }) as Error,
      );
    },
  );

  it('are those of JSON.parse, wherever the text is cut', () => {
    const path = fc.array(fc.constantFrom('a', 'b', '*', ''), { maxLength: 3 });
    const key = fc.constantFrom('a', 'b', '', '"', '\\', '*', '__proto__');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, 0, -1.5e9, '', '"', '\\', ']', '}', '\\"', 'é🙂\n'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, path, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 2), (whole, at, size, indent) => {
        const text = JSON.stringify(whole, null, indent);
        const expected = itemsAt(JSON.parse(text), at);
        // A lone value that is no array is the only item of [], as a line of JSON Lines.
        expect(items(text, at, size)).toEqual(at.length === 0 && !Array.isArray(whole) ? [JSON.parse(text)] : expected);
      }),
      { numRuns: 500 },
    );
  });
});

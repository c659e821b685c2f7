import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { soundRow, soundText } from '../../../../renderer/src/importing/plan/sound-row';
import { blankRow } from '../../../../renderer/src/importing/source';

const row = (facts: object) => ({ ...blankRow('a.csv', 2, 'book', 'Dune'), ...facts });

describe('soundText', () => {
  it.each([
    ['half a character', 'a\uD800b\uDC00', 'ab'],
    ['turned round', 'Dune\u202Efdp.exe\u2066', 'Dunefdp.exe'],
    ['control characters', 'a\u0000b\u0007c\u009bd\uFEFF', 'abcd'],
  ])('takes %s out', (_what, text, sound) => {
    expect(soundText(text)).toBe(sound);
  });
  it.each(['Rocket 🚀 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'مئة عام\u200F (1967)', 'क्‍ष', 'a\tb\nc', ''])('leaves %j as it is', (text) => {
    expect(soundText(text)).toBe(text);
  });
});

describe('soundRow', () => {
  it('leaves a row that can be as it is', () => {
    const whole = row({
      creators: ['Frank Herbert'],
      year: -800,
      series: { name: 'Dune', position: 1.5 },
      crowd: { rating: 0.8, count: 744_373 },
      identifiers: { isbn13: '9780306406157', constructor: 'x' },
      url: 'https://example.com/',
      finishedAt: 0,
      note: 'One\n\nTwo',
      privateNote: ' kept as typed ',
    });
    expect(soundRow(whole)).toEqual(whole);
  });

  it.each([
    ['year', { year: 12_345_678_901 }, { year: null }],
    ['year before all', { year: -1e308 }, { year: null }],
    ['count', { crowd: { rating: 0.5, count: 1e308 } }, { crowd: { rating: 0.5, count: null } }],
    ['place in a series', { series: { name: 'x', position: 1e308 } }, { series: { name: 'x', position: null } }],
    ['time', { finishedAt: 8.64e15, addedAt: -1e300 }, { finishedAt: null, addedAt: null }],
    ['address', { url: 'javascript:alert(1)' }, { url: null }],
    ['tag', { tags: ['x'.repeat(2_000_000), 'sci-fi\u202E'] }, { tags: ['sci-fi'] }],
    ['tags', { tags: Array.from({ length: 100_000 }, (_value, n) => String(n)) }, { tags: { length: 500 } }],
    ['id', { identifiers: { isbn13: 'x'.repeat(10_000), imdb: 'tt1' } }, { identifiers: { imdb: 'tt1' } }],
    ['kind', { kind: '\u202E' }, { kind: 'other' }],
  ])('has no %s that cannot be', (_what, given, expected) => {
    expect(soundRow(row(given))).toMatchObject(expected);
  });

  it('has no note longer than a book', () => {
    const sound = soundRow(row({ note: 'x'.repeat(2_000_000), privateNote: '\u202E \uD800' }));
    expect(typeof sound === 'string' ? null : [sound.note?.length, sound.note?.at(-1), sound.privateNote]).toEqual([
      1_000_000,
      '…',
      null,
    ]);
  });

  it('is none without a title, or with one of two million characters', () => {
    expect(soundRow(row({ title: '\u202E\uD800 ' }))).toBe('no title');
    expect(soundRow(row({ title: 'x'.repeat(2_000_000) }))).toBe('a title of 2,000,000 characters');
  });
});

describe('a friend’s list file', () => {
  const item = {
    kind: 'book',
    title: 'Dune',
    originalTitle: null,
    creators: [],
    year: null,
    tags: [],
    series: null,
    crowd: null,
    identifiers: {},
    url: null,
    ownRating: null,
    status: 'none',
    finishedAt: null,
    note: null,
    privateNote: null,
  };
  const read = async (text: string) => await analyseFiles([{ name: 'list.json', blob: new Blob([text]) }]);
  const listFile = (list: object): string =>
    JSON.stringify({
      format: 'handpicked-list',
      version: 1,
      list: { title: 'For Ben', description: '', entries: [], ...list },
    });
  const entry = (facts: object, annotation = '') => ({ item: { ...item, ...facts }, annotation });

  it('is held to what exports are, entry by entry, and each entry is accounted for', async () => {
    const { analyses } = await read(
      listFile({
        title: 'For\u202E Ben\uD800',
        description: 'x\u2066',
        entries: [
          entry({ title: 'Dune\u202E', year: 12_345_678_901, url: 'file:///etc/passwd' }, 'read\uDC00 it'),
          entry({ title: 'x'.repeat(2_000_000) }),
          entry({ title: ' \u2066' }),
          entry({ title: 'Emma', crowd: { rating: 1, count: 1e308 }, finishedAt: 1e308 }),
        ],
      }),
    );
    expect(analyses).toHaveLength(1);
    expect(analyses[0]).toMatchObject({
      rowCount: 4,
      rows: [
        { title: 'Dune', year: null, url: null, line: 1 },
        { title: 'Emma', crowd: { rating: 1, count: null }, finishedAt: null, line: 4 },
      ],
      skipped: [
        { line: 2, reason: 'a title of 2,000,000 characters' },
        { line: 3, reason: 'no title' },
      ],
      list: {
        title: 'For Ben',
        description: 'x',
        entries: [
          { line: 1, annotation: 'read it' },
          { line: 4, annotation: '' },
        ],
      },
    });
  });

  it.each([
    ['a title of 2 MB', listFile({ title: 'x'.repeat(2_000_000) })],
    ['a title of marks alone', listFile({ title: '\u202E' })],
    ['a year beyond numbers', listFile({ entries: [entry({ year: 1e308 })] })],
    ['a rating of 1e308', listFile({ entries: [entry({ ownRating: 1e308 })] })],
    ['a year that is text', listFile({ entries: [entry({ year: '1965' })] })],
    ['entries that are none', listFile({ entries: [null] })],
    ['JSON 100,000 deep', `{"format":"handpicked-list","version":1,"list":${'['.repeat(100_000)}`],
    [
      'closed JSON 100,000 deep',
      `{"format":"handpicked-list","version":1,"list":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ],
    [
      'names of a prototype',
      '{"format":"handpicked-list","version":1,"__proto__":{"list":{"title":"x","description":"","entries":[]}}}',
    ],
  ])('is refused for %s, with a reason', async (_what, text) => {
    const { analyses, unrecognised } = await read(text);
    expect(analyses).toEqual([]);
    expect(unrecognised[0]?.reason).toMatch(/damaged/);
  });

  it('may hold what is not known of, however deep', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const { analyses } = await read(
      listFile({ entries: [entry({})] }).replace('"annotation"', `"later":${deep},"annotation"`),
    );
    expect(analyses[0]?.rows).toHaveLength(1);
  });
});

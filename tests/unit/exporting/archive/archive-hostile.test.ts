import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS } from '../../../../renderer/src/exporting/archive/archive-format';
import {
  deflated,
  forged,
  localHeader,
  members,
  packed,
  type RawMember,
  rawMembers,
  rawZip,
  without,
  wrongPart,
} from './forged-archive';
import { allRows, joined, readToy, TOY_ROWS, writeToy } from './toy-archive';

const { bytes: GOOD, manifest: MANIFEST } = writeToy();
const row = (value: unknown): string => `${JSON.stringify(value)}\n`;
const item = (title: string): string => row({ id: 'a', title });
const damaged = (more: object): string => row({ table: 'items', key: 'x', problem: '', ...more });
const deep = (levels: number): string => `{"id":"a","title":"x","deep":${'['.repeat(levels)}${']'.repeat(levels)}}\n`;
const withMember = (name: string): Uint8Array => rawZip([...rawMembers(), deflated(name, strToU8('x'))]);
/** The toy archive with its first member otherwise. */
const withFirst = (change: Partial<RawMember>): Uint8Array =>
  rawZip(rawMembers().map((member, index) => (index === 0 ? { ...member, ...change } : member)));
/** Two members, the second of which lies in the data of the first. */
function overlapping(): Uint8Array {
  const inner: RawMember = { name: 'inner.txt', data: strToU8('x') };
  const data = joined([localHeader(inner), inner.data]);
  const outer: RawMember = { name: 'outer.txt', data };
  const empty: RawMember = { name: 'inner.txt', data: strToU8('x'), central: { at: 30 + outer.name.length } };
  return rawZip([outer, empty]);
}
const many = Array.from({ length: ARCHIVE_LIMITS.members }, (_, index) => ({
  name: `x${index}`,
  data: new Uint8Array(),
}));

describe('a hostile archive is refused in words:', () => {
  it.each<[string, () => Uint8Array, string, RegExp]>([
    ['nothing at all', () => new Uint8Array(), 'format-unknown', /not a file that Handpicked saved/],
    ['a text', () => strToU8('Title,Year\n'), 'format-unknown', /not a file that Handpicked saved/],
    ['the first two bytes of a zip', () => strToU8('PK'), 'archive-damaged', /its end is missing/],
    ['an empty zip', () => rawZip([]), 'format-invalid', /is empty/],
    ['any zip', () => packed({ 'a.txt': strToU8('a') }), 'format-invalid', /manifest\.json.*missing/],
    ['no manifest', () => packed(without('manifest.json')), 'format-invalid', /manifest\.json.*missing/],
    ['a part that is missing', () => packed(without('events.jsonl')), 'archive-damaged', /events\.jsonl.*missing/],
    [
      'a part the manifest does not name',
      () => forged({}, { parts: MANIFEST.parts.slice(1) }),
      'format-invalid',
      /items\.jsonl.*does not name/,
    ],
    [
      'a manifest that is no JSON',
      () => packed({ ...members(), 'manifest.json': strToU8('{') }),
      'archive-damaged',
      /not JSON/,
    ],
    ['a manifest of another format', () => forged({}, { format: 'other' }), 'format-invalid', /manifest\.json/],
    ['a manifest of the wrong shape', () => forged({}, { madeAt: 1e308 }), 'format-invalid', /madeAt/],
    ['a manifest of 2 MB', () => forged({}, { note: 'x'.repeat(2 * 2 ** 20) }), 'file-too-large', /manifest/],
    ['a newer format', () => forged({}, { formatVersion: 2, reason: 'later' }), 'archive-newer', /newer version/],
    ['a newer database', () => forged({}, { databaseVersion: 7 }), 'archive-newer', /newer version/],
    ['a digest that disagrees', () => forged({}, { digest: '0'.repeat(64) }), 'archive-damaged', /digests/],
    [
      'a part with another digest',
      () => wrongPart({ sha256: '0'.repeat(64) }),
      'archive-damaged',
      /items\.jsonl.*digest/,
    ],
    ['a part with more rows', () => wrongPart({ rows: 3 }), 'archive-damaged', /items\.jsonl.*number of rows/],
    ['a part with fewer bytes', () => wrongPart({ bytes: 3 }), 'archive-damaged', /items\.jsonl.*size/],
    ['fewer rows than none', () => wrongPart({ rows: -1 }), 'format-invalid', /parts\.0\.rows/],
    ['1e308 rows', () => wrongPart({ rows: 1e308 }), 'format-invalid', /parts\.0\.rows/],
    [
      'a part named twice',
      () => forged({}, { parts: [...MANIFEST.parts, ...MANIFEST.parts] }),
      'format-invalid',
      /twice/,
    ],
    ['a part of a table called __proto__', () => wrongPart({ file: '__proto__.jsonl' }), 'format-invalid', /not known/],
    [
      'a line that is no JSON',
      () => forged({ 'items.jsonl': `${item('a')}{"id":\n` }),
      'archive-damaged',
      /line 2.*not JSON/,
    ],
    ['an empty line', () => forged({ 'items.jsonl': `\n${item('a')}` }), 'archive-damaged', /line 1.*not JSON/],
    ['a byte order mark', () => forged({ 'items.jsonl': `\uFEFF${item('a')}` }), 'archive-damaged', /line 1.*not JSON/],
    ['a line without its end', () => forged({ 'items.jsonl': '{"id":"a"}' }), 'archive-damaged', /last line/],
    [
      'bytes that are no text',
      () => forged({ 'items.jsonl': Uint8Array.of(34, 255, 34, 10) }),
      'archive-damaged',
      /line 1.*not JSON/,
    ],
    ['a row that is a list', () => forged({ 'items.jsonl': '["a"]\n' }), 'format-invalid', /line 1.*no text as its id/],
    ['a row that is null', () => forged({ 'items.jsonl': 'null\n' }), 'format-invalid', /line 1.*no text as its id/],
    [
      'a row without a key',
      () => forged({ 'items.jsonl': row({ title: 'x' }) }),
      'format-invalid',
      /line 1.*no text as its id/,
    ],
    [
      'a row whose key would be inherited',
      () => forged({ 'items.jsonl': '{"__proto__":{"id":"a"},"title":"x"}\n' }),
      'format-invalid',
      /line 1.*no text as its id/,
    ],
    [
      'a key that is a number',
      () => forged({ 'items.jsonl': row({ id: 7, title: 'x' }) }),
      'format-invalid',
      /no text as its id/,
    ],
    [
      'a row that is there twice',
      () => forged({ 'items.jsonl': item('x') + item('y') }),
      'format-invalid',
      /line 2.*order/,
    ],
    ['a row of 10,000 levels', () => forged({ 'items.jsonl': deep(10_000) }), 'format-invalid', /line 1.*nested/],
    [
      'a million levels that never end',
      () => forged({ 'items.jsonl': `${'['.repeat(1e6)}\n` }),
      'format-invalid',
      /nested/,
    ],
    [
      'a damaged row of no table',
      () => forged({ 'damaged.jsonl': damaged({ table: '__proto__' }) }),
      'format-invalid',
      /line 1.*table/,
    ],
    ['a damaged row without a table', () => forged({ 'damaged.jsonl': '{}\n' }), 'format-invalid', /line 1.*table/],
    [
      'a damaged row with another key',
      () => forged({ 'damaged.jsonl': damaged({ row: { id: 'y' } }) }),
      'format-invalid',
      /not its key/,
    ],
    [
      'a damaged row in the place of a whole one',
      () => forged({ 'damaged.jsonl': damaged({ key: 'a', row: { id: 'a' } }) }),
      'format-invalid',
      /items\.jsonl, line 1.*twice/,
    ],
    [
      'the same damaged row twice',
      () => forged({ 'damaged.jsonl': damaged({}).repeat(2) }),
      'format-invalid',
      /line 2.*twice/,
    ],
    [
      'a damaged row that is code',
      () => forged({ 'damaged.jsonl': damaged({ tagged: { eval: '1' } }) }),
      'format-invalid',
      /"eval"/,
    ],
    [
      'a damaged row that is half a pair',
      () => forged({ 'damaged.jsonl': damaged({ tagged: { object: [[]] } }) }),
      'format-invalid',
      /text/,
    ],
    ['a way out of the folder', () => withMember('../../etc/passwd'), 'format-invalid', /lead out/],
    ['a way out within a name', () => withMember('a/../../b'), 'format-invalid', /lead out/],
    ['a name from the root', () => withMember('/etc/passwd'), 'format-invalid', /lead out/],
    ['a name of a drive', () => withMember('C:\\x'), 'format-invalid', /lead out/],
    ['a name that turns the line round', () => withMember('a\u202Elnosj'), 'format-invalid', /lead out/],
    ['a name with a null', () => withMember('items.jsonl\0.txt'), 'format-invalid', /lead out/],
    ['a name of nothing', () => withMember(''), 'format-invalid', /lead out/],
    ['the same member twice', () => withMember('items.jsonl'), 'format-invalid', /two of this name/],
    ['the same member in other letters', () => withMember('ITEMS.jsonl'), 'format-invalid', /two of this name/],
    ['too many members', () => rawZip([...rawMembers(), ...many]), 'format-invalid', /more than 10000/],
    ['an encrypted member', () => withFirst({ flags: 1 }), 'format-invalid', /encrypted/],
    ['another way of packing', () => withFirst({ method: 14 }), 'format-invalid', /packed in a way/],
    ['a stored member of two sizes', () => withFirst({ method: 0 }), 'format-invalid', /two sizes/],
    [
      'headers that disagree on the packing',
      () => withFirst({ central: { method: 0 } }),
      'format-invalid',
      /two sizes|do not agree/,
    ],
    [
      'headers that disagree on the name',
      () => withFirst({ central: { name: 'README.doc' } }),
      'format-invalid',
      /do not agree/,
    ],
    [
      'headers that disagree on the size',
      () => withFirst({ central: { packedBytes: 3 } }),
      'format-invalid',
      /do not agree/,
    ],
    ['a member that begins elsewhere', () => withFirst({ central: { at: 7 } }), 'archive-damaged', /does not begin/],
    [
      'a member beyond the end',
      () => withFirst({ central: { packedBytes: 0x7fffffff } }),
      'archive-damaged',
      /beyond the end/,
    ],
    ['members that overlap', overlapping, 'format-invalid', /neighbours/],
    ['a zip in several files', () => rawZip(rawMembers(), { disk: 1 }), 'format-invalid', /several files/],
    ['a table of contents elsewhere', () => rawZip(rawMembers(), { at: 5 }), 'archive-damaged', /where it should be/],
    ['bytes before the zip', () => joined([strToU8('PK'), GOOD]), 'archive-damaged', /where it should be/],
    ['bytes behind the zip', () => joined([GOOD, strToU8('x')]), 'archive-damaged', /its end is missing/],
    [
      'data that cannot be unpacked',
      () => withItems({ data: Uint8Array.of(255, 255, 255) }),
      'archive-damaged',
      /cannot be unpacked|less than/,
    ],
    ['another checksum', () => withItems({ crc: 7 }), 'archive-damaged', /items\.jsonl.*checksum/],
  ])('%s', async (_name, bytes, code, message) => {
    await expect(readToy(bytes())).rejects.toMatchObject({
      name: 'AppError',
      code,
      message: expect.stringMatching(message),
    });
  });
});

/** The toy archive with items.jsonl otherwise. */
function withItems(change: Partial<RawMember>): Uint8Array {
  return rawZip(rawMembers().map((member) => (member.name === 'items.jsonl' ? { ...member, ...change } : member)));
}

describe('a zip that unpacks to more', () => {
  it('than its file can hold is refused before a byte of it is unpacked', async () => {
    const bomb = forged({ 'items.jsonl': new Uint8Array(3 * 2 ** 20) });
    const limits = { ...ARCHIVE_LIMITS, alwaysAllowedBytes: 2 ** 20 };
    await expect(readToy(bomb, { limits })).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('unpacks to 3 MB'),
    });
  });

  it('than the limit is refused, however large the file', async () => {
    const limits = { ...ARCHIVE_LIMITS, unpackedBytes: 50 };
    await expect(readToy(GOOD, { limits })).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('than it says is stopped where it should have ended', async () => {
    const small = members()['items.jsonl']?.byteLength ?? 0;
    const { data } = deflated('', new Uint8Array(5 * 2 ** 20));
    let unpacked = 0;
    const reading = readToy(withItems({ data, bytes: small }), { onProgress: (bytes) => (unpacked = bytes) });
    await expect(reading).rejects.toMatchObject({
      code: 'archive-damaged',
      message: expect.stringMatching(/items\.jsonl.*more than it says/),
    });
    expect(unpacked).toBe(0);
  });

  it('in one line than a row can have is refused before the line is read', async () => {
    const limits = { ...ARCHIVE_LIMITS, lineBytes: 1000 };
    const tooLong = { code: 'format-invalid', message: expect.stringMatching(/line 1.*longer/) };
    const long = forged({ 'items.jsonl': item('x'.repeat(2000)) });
    await expect(readToy(long, { limits })).rejects.toMatchObject(tooLong);
    const endless = forged({ 'items.jsonl': 'x'.repeat(100_000) });
    await expect(readToy(endless, { limits })).rejects.toMatchObject(tooLong);
  });
});

describe('what is strange in an archive is reported, and kept:', () => {
  const event = { id: 'e', itemId: 'a', rating: 1 };
  it.each<[string, () => Uint8Array, object]>([
    ['a zip packed again', () => packed(members()), { code: 'not-sealed' }],
    ['a file that does not belong', () => withMember('notes/x.txt'), { code: 'unknown-member', part: 'notes/x.txt' }],
    ['a picture, of a later version', () => withMember('pictures/a.jpg'), { code: 'unknown-member' }],
    [
      'a row that does not fit its table',
      () => forged({ 'items.jsonl': row({ id: 'a' }) }),
      { code: 'damaged-row', part: 'items.jsonl', line: 1, detail: expect.stringContaining('title') },
    ],
    [
      'a row that names nothing',
      () => forged({ 'events.jsonl': row({ ...event, itemId: 'constructor' }) }),
      { code: 'reference-missing', part: 'events.jsonl', line: 1, detail: 'items constructor' },
    ],
    ['a text that is turned round', () => forged({ 'items.jsonl': item('\u202Eenud') }), { code: 'odd-row', line: 1 }],
    ['half a character', () => forged({ 'items.jsonl': item('\uD800') }), { code: 'odd-row', line: 1 }],
    ['a title of 2 MB', () => forged({ 'items.jsonl': item('xy'.repeat(2 ** 20)) }), { code: 'odd-row', line: 1 }],
    ['1e308', () => forged({ 'events.jsonl': row({ ...event, rating: 1e308 }) }), { code: 'odd-row', line: 1 }],
  ])('%s', async (_name, bytes, problem) => {
    const archive = await readToy(bytes());
    expect(archive.problems).toContainEqual(expect.objectContaining(problem));
  });

  it('members called __proto__, constructor and toString come back as they are', async () => {
    const line = '{"id":"a","title":"constructor","__proto__":{"polluted":true},"constructor":1,"toString":2}\n';
    const archive = await readToy(forged({ 'items.jsonl': line, 'events.jsonl': '' }));
    const { rows } = await allRows(archive);
    expect(JSON.stringify(rows['items']?.[0])).toBe(line.trim());
    expect(Object.getPrototypeOf(rows['items']?.[0])).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  it('a row that does not fit comes back among the damaged ones, as it is', async () => {
    const misfit = { id: 'a', title: 7 };
    const archive = await readToy(forged({ 'items.jsonl': row(misfit), 'events.jsonl': '' }));
    const { rows, damaged } = await allRows(archive);
    expect(rows).toEqual({ items: [], events: [] });
    expect(damaged).toMatchObject([{ table: 'items', key: 'a', row: misfit }]);
    expect(archive.damagedCount).toBe(1);
    expect(archive.counts.get('items')).toBe(0);
  });

  it('an archive of an older database is read without looking into its rows', async () => {
    const { bytes } = writeToy({ ...TOY_ROWS, events: [] }, { databaseVersion: 5 });
    const archive = await readToy(bytes, { databaseVersion: 6 });
    expect(archive).toMatchObject({ needsMigration: true, problems: [] });
    expect((await allRows(archive)).rows).toEqual({ ...TOY_ROWS, events: [] });
  });
});

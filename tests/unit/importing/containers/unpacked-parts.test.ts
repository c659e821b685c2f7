import { gzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { firstBytes, type ByteSource } from '../../../../renderer/src/importing/containers/byte-source';
import { gunzipped } from '../../../../renderer/src/importing/containers/gzip';
import { zipMembers } from '../../../../renderer/src/importing/containers/zip-members';
import { createPacer } from '../../../../renderer/src/importing/pacer';

/** Text that packs neither too well nor too badly: some megabytes of it are unpacked in many parts. */
const TEXT = new TextEncoder().encode(
  Array.from({ length: 300_000 }, (_unused, index) => `${String(index * 7919)},Reed ${String(index % 977)}\n`).join(''),
);

async function memberOfZip(): Promise<ByteSource> {
  const packed = zipSync({ 'ratings.csv': TEXT }, { level: 1 });
  const [member] = await zipMembers('a.zip', new Blob([packed.slice()]), 10, createPacer());
  if (member === undefined) throw new Error('no member');
  return member.source;
}
const gzip = (): Promise<ByteSource> =>
  Promise.resolve(gunzipped('a.gz', new Blob([gzipSync(TEXT, { level: 1, mtime: 0 }).slice()])));

it.each([
  ['a member of a zip', memberOfZip],
  ['a gzip file', gzip],
])(
  '%s may be left after its beginning, and read to its end later',
  async (_words, open) => {
    const source = await open();
    // What an unpacker had under way when it was left must reach nobody: an error there would end the program.
    for (let round = 0; round < 6; round += 1) {
      const head = await firstBytes(source, 70_000 + 10_000 * round, createPacer());
      expect(head[0]).toBe(TEXT[0]);
      await new Promise((resolve) => setTimeout(resolve, round % 3));
    }
    let length = 0;
    for await (const part of source.parts()) length += part.byteLength;
    expect(length).toBe(TEXT.byteLength);
  },
  60_000,
);

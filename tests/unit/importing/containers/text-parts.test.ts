import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../../renderer/src/importing/containers/byte-source';
import { wholeText } from '../../../../renderer/src/importing/containers/text-parts';
import { createPacer } from '../../../../renderer/src/importing/pacer';

const decoded = (bytes: Uint8Array | readonly number[]) =>
  wholeText(blobSource(new Blob([new Uint8Array(bytes)])), createPacer());

describe('the text of a file', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('is read as UTF-8 with and without a mark without a warning', async () => {
    expect(await decoded(bytes('naïve 🙂'))).toEqual({ text: 'naïve 🙂', encoding: 'utf-8', warnings: [] });
    expect((await decoded([0xef, 0xbb, 0xbf, 0x61])).text).toBe('a');
  });

  it('keeps UTF-8 with a few damaged bytes', async () => {
    const { text, encoding, warnings } = await decoded([...bytes('Žižek, Łódź, naïve, café '), 0xe9, 0x20, 0x61]);
    expect(encoding).toBe('utf-8');
    expect(text).toContain('Žižek, Łódź');
    expect(warnings.join()).toContain('1 damaged character,');
  });

  it('falls back to Windows-1252, curly quotes included', async () => {
    expect(await decoded([0x4c, 0xe9, 0x6f, 0x6e, 0x20, 0x93, 0x80, 0x94, 0x85])).toMatchObject({
      text: 'Léon “€”…',
      encoding: 'windows-1252',
    });
  });

  it('is read as UTF-16 by its mark', async () => {
    expect((await decoded([0xff, 0xfe, 0x61, 0, 0x42, 0x04])).text).toBe('aт');
    expect((await decoded([0xfe, 0xff, 0, 0x61])).text).toBe('a');
  });
});

import { describe, expect, it } from 'vitest';
import { titlesFile, titlesText } from '../../../../renderer/src/application/import/titles-text';
import { bytesFile, textFile } from '../../../fixtures/exports/files';

describe('a dropped list of titles', () => {
  const file = textFile('list.txt', 'Salt Roads\r\nReed Hours\r\n');

  it('is the file of its analysis; another source has none, nor has a member of an archive', () => {
    expect(titlesFile({ source: 'titles', files: ['list.txt'] }, [file])).toBe(file);
    expect(titlesFile({ source: 'imdb', files: ['list.txt'] }, [file])).toBeNull();
    expect(titlesFile({ source: 'titles', files: ['a.zip/list.txt'] }, [file])).toBeNull();
  });

  it('is handed on line by line, whatever its encoding', async () => {
    expect((await titlesText(file)).trim()).toBe('Salt Roads\nReed Hours');
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from('Łódź\nB', (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flat(),
    ]);
    expect(await titlesText(bytesFile('l.txt', utf16))).toBe('Łódź\nB');
  });
});

import { describe, expect, it } from 'vitest';
import { tagName } from '../../../renderer/src/text/tag-names';

describe('a tag in words', () => {
  it.each([
    ['pixar', 'Pixar'],
    ['studio ghibli', 'Studio Ghibli'],
    ['world war ii', 'World War II'],
    ['african american', 'African American'],
    ['french wine', 'French wine'],
    ['cabernet sauvignon', 'Cabernet Sauvignon'],
    ['fantasy', 'fantasy'],
    ['oscar winner', 'Oscar winner'],
    ['Science Fiction', 'Science Fiction'],
    ['iPhone', 'iPhone'],
    [' crime ', 'crime'],
  ])('%s → %s', (tag, words) => {
    expect(tagName(tag)).toBe(words);
  });
});

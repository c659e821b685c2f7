import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTitle, relateTitles, type FoldedTitle } from '../../../renderer/src/identity/fold-title';

const relation = (left: string, right: string): string => relateTitles([foldTitle(left)], [foldTitle(right)]);

const partsOf = (title: FoldedTitle | undefined): object => ({
  key: title?.key,
  baseKeys: title?.baseKeys,
  words: title?.words,
  baseWordCount: title?.baseWordCount,
  volume: title?.volume,
});

describe('titles', () => {
  it.each([
    ['Mill, The', 'The Mill'],
    ['The Intouchables', 'Intouchables'],
    ['Haine, La', 'La haine'],
    ["L'Avventura", 'Avventura, L’'],
    ['Spider-Man', 'Spider Man'],
    ['Spiderman', 'Spider-Man'],
    ['E.T.', 'ET'],
    ['Moby-Dick or, The Whale', 'Moby-Dick, or, the Whale'],
    ['Fence: Vol. 2', 'Fence, Volume II'],
    ['Fence Part Two', 'Fence: part 2'],
    ['Fence #3', 'Fence, No. 3'],
    ['Rocky II', 'Rocky 2'],
    ['The Salt Almanac: A Novel', 'The Salt Almanac'],
    ['Dune (Deluxe Edition)', 'DUNE'],
    ['Rumours [2004 Remaster]', 'Rumours'],
    ['!!!', '!!!'],
  ])('%s and %s are one title', (left, right) => {
    expect(relation(left, right)).toBe('equal');
  });

  it.each([
    ['A Short Account of Rain', 'A Short Account of Rain: How Weather Made Us'],
    ['Rogue One', 'Rogue One – A Star Story'],
    ['Kolya', 'Kolya (Kolja)'],
    ['Walden', 'Walden; or, Life in the Woods'],
  ])('%s is %s without its subtitle', (left, right) => {
    expect(relation(left, right)).toBe('base');
    expect(relation(right, left)).toBe('base');
  });

  it.each([
    ['Salt: A History', 'Salt: A Journey'],
    ['Fence, Vol. 1', 'Fence, Vol. 2'],
    ['Fence', 'Fence, Vol. 2'],
    ['!!!', '???'],
    ['4:50 from Paddington', '4'],
    ['Alien', 'Aliens'],
    ['Malcolm X', 'Malcolm 10'],
    ['Blank Space', 'Blank Space (Live)'],
  ])('%s and %s are not one title', (left, right) => {
    expect(relation(left, right)).not.toBe('equal');
  });

  it('without punctuation are folded as all others are', () => {
    const word = fc.constantFrom('The', 'a', 'Part', 'VOL', 'two', 'ii', 'IX', '3', '1984', 'or', 'Salt', 'Novel');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const [plain, other] = [words.join(' '), `${words.join('  ')} `].map(foldTitle);
        expect(partsOf(plain)).toEqual(partsOf(other));
      }),
      { numRuns: 2000 },
    );
  });

  it('of one word that is an article stay', () => {
    expect(foldTitle('The').key).toBe('the');
    expect(foldTitle('A').key).toBe('a');
  });
});

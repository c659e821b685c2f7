import { describe, expect, it } from 'vitest';
import { isMeaningfulTag } from '../../../renderer/src/domain/meaningful-tags';

/** Carried by a few things of many: only the words decide. */
const says = (tag: string): boolean => isMeaningfulTag(tag, 5, 100);

describe('a tag as a reason', () => {
  it('says something of a thing', () => {
    for (const tag of [
      'fantasy',
      'Science Fiction',
      'sci-fi',
      'non-fiction',
      'young adult',
      'film noir',
      'time travel',
      '1920s',
      '80s',
      '20th century',
      'world war 2',
      'Star Wars',
      'R&B',
      'C++',
      'history of reading',
      'french cinema',
      'japanese literature',
      'slice of life',
      'cosy',
      'short stories',
      'pinot noir',
      'based on a book',
      'детектив',
      '推理',
      '愛',
      'शास्त्रीय',
    ])
      expect(says(tag), tag).toBe(true);
  });

  it.each([
    ['years', ['2016', 'read in 2019', 'read-in-2019', '2019_reads', '2016-reading-challenge', 'best of 2018']],
    [
      'formats',
      ['kindle', 'own-kindle', 'Audiobook', 'audio-books', 'e-book', 'ebook', 'DVD', 'my dvds', 'Blu-ray', 'paperback'],
    ],
    ['formats of films', ['4K', '4k uhd', 'VHS', '3D']],
    ['languages alone', ['English', 'français', 'Русский', '日本語', '한국어', 'in english', 'books-in-spanish']],
    ['statuses', ['to-read', 'to read', 'currently-reading', 'read', 'dnf', 'did-not-finish', 'abandoned', 'TBR']],
    ['ownership', ['owned', 'books-i-own', 'own', 'wishlist', 'to-buy', 'library', 'library-books', 'borrowed']],
    ['opinions of the owner', ['favorites', 'Favourites', 'all-time-favorites', 'recommendations', 'loved it', 'good']],
    ['numbers', ['1', '1001', '3rd', '#4', '...', '', ' ', 'x', '1001 books', 'top 100']],
    ['ratings', ['5 stars', 'five-stars', '4/5', '8 out of 10', '★★★★', '3 star']],
    ['empty words', ['books', 'movies', 'fiction', 'adult fiction', 'misc', 'series', 'book-club', 'january']],
    ['what says little', ['contemporary', 'classic', 'classics', 'contemporary fiction']],
    ['prizes and places in a row', ['oscar winner', 'oscar nominee', 'award-winning', 'sequel', 'remake']],
  ])('is never made of %s', (_, tags) => {
    for (const tag of tags) expect(says(tag), tag).toBe(false);
  });

  it('is carried by more than one thing, and not by nearly all of its kind', () => {
    expect(isMeaningfulTag('fantasy', 1, 100)).toBe(false);
    expect(isMeaningfulTag('fantasy', 2, 100)).toBe(true);
    expect(isMeaningfulTag('fantasy', 50, 100)).toBe(true);
    expect(isMeaningfulTag('fantasy', 51, 100)).toBe(false);
  });

  it('may be on most things of a small library', () => {
    expect(isMeaningfulTag('fantasy', 5, 6)).toBe(true);
    expect(isMeaningfulTag('fantasy', 6, 10)).toBe(false);
  });
});

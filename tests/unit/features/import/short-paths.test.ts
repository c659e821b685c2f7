import { expect, it } from 'vitest';
import { shortPaths } from '../../../../renderer/src/features/import/short-paths';

it('leaves out the folders that all files are in', () => {
  const short = shortPaths(['a.zip/ann/diary.csv', 'a.zip/ann/likes/films.csv']);
  expect(short('a.zip/ann/diary.csv')).toBe('diary.csv');
  expect(short('a.zip/ann/likes/films.csv')).toBe('likes/films.csv');
  expect(short('b.zip/diary.csv')).toBe('b.zip/diary.csv');
});

it('keeps what tells files of different archives apart, and the place of a file that is alone', () => {
  expect(['a.zip/x.csv', 'b.zip/x.csv'].map(shortPaths(['a.zip/x.csv', 'b.zip/x.csv']))).toEqual([
    'a.zip/x.csv',
    'b.zip/x.csv',
  ]);
  expect(shortPaths(['a.zip/x.csv'])('a.zip/x.csv')).toBe('a.zip/x.csv');
  expect(shortPaths([])('x.csv')).toBe('x.csv');
});

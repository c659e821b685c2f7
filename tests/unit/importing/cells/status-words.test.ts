import { expect, it } from 'vitest';
import { parseRating } from '../../../../renderer/src/importing/cells/cell-values';
import { statusOfWord } from '../../../../renderer/src/importing/mapping/csv-mapping';

it.each([
  ['Not Played', 'wanted'],
  ['Unplayed', 'wanted'],
  ['Unwatched', 'wanted'],
  ['Not started', 'wanted'],
  ['Not read', 'wanted'],
  ['ungelesen', 'wanted'],
  ['noch nicht gesehen', 'wanted'],
  ['non lu', 'wanted'],
  ['Want to finish', 'wanted'],
  ['Plan to Play', 'wanted'],
  ['unread', 'wanted'],
  ['Unfinished', 'abandoned'],
  ['Not finished', 'abandoned'],
  ['Did not finish', 'abandoned'],
  ["didn't finish", 'abandoned'],
  ['Abandoned', 'abandoned'],
  ['abgebrochen', 'abandoned'],
  ['Incomplete', 'in-progress'],
  ['Partially watched', 'in-progress'],
  ['Playing', 'in-progress'],
  ['On-Hold', 'in-progress'],
  ['currently-reading', 'in-progress'],
  ['Played', 'finished'],
  ['Beaten', 'finished'],
  ['Already read', 'finished'],
  ['Completed', 'finished'],
  ['gelesen', 'finished'],
  ['lu', 'finished'],
  ['x', 'finished'],
  ['no', 'none'],
  ['Norwegian', 'none'],
  ['None', 'none'],
  ['United', 'none'],
] as const)('%s says %s', (word, status) => {
  expect(statusOfWord(word)).toBe(status);
});

it.each([
  ['4/5', 10, 0.8],
  ['8/10', 5, 0.8],
  ['4,5 / 5', 5, 0.9],
  ['7 out of 10', 5, 0.7],
  ['80 %', 5, 0.8],
  ['⭐⭐⭐⭐', 10, 0.8],
  ['⭐️⭐️⭐️', 5, 0.6],
  ['★★★½', 5, 0.7],
  ['★★★☆☆', 5, 0.6],
  ['⭐⭐⭐⭐⭐⭐⭐', 10, 0.7],
  ['6/5', 5, null],
  ['0/5', 5, null],
  ['4 of a kind', 5, null],
  ['', 5, null],
] as const)('%s on a scale to %d is %s', (cell, maximum, rating) => {
  expect(parseRating(cell, maximum)).toBe(rating);
});

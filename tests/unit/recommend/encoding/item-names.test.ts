import { describe, expect, it } from 'vitest';
import { textRules } from '../../../../renderer/src/recommend/encoding/text';
import { fallbackFeatureSchema } from '../../../../renderer/src/recommend/model/fallback-schema';
import { namesOf, shareAny } from '../../../../renderer/src/recommend/encoding/item-names';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import { libraryItem } from '../../../fixtures/recommender-data';

const schema = fallbackFeatureSchema();
const text = textRules(schema.text);
const names = (title: string, facts: Partial<LibraryItem> = {}) =>
  namesOf(libraryItem('x', { kind: 'movie', title, ...facts }), schema.fingerprint, text);
const sameSeries = (left: string, right: string): boolean => shareAny(names(left).seriesKeys, names(right).seriesKeys);

describe('series', () => {
  it.each([
    ['Toy Story', 'Toy Story 3'],
    ['Toy Story 2', 'Toy Story 3'],
    ['The Godfather', 'The Godfather Part II'],
    ['Rocky', 'Rocky IV'],
    ['Star Wars: A New Hope', 'Star Wars: The Last Jedi'],
    ['Alien', 'Alien: Covenant'],
    ['Harry Potter and the Goblet of Fire', 'Harry Potter and the Chamber of Secrets'],
    ['Kill Bill: Vol. 1', 'Kill Bill: Vol. 2'],
    ['Mission: Impossible', 'Mission: Impossible – Fallout'],
  ])('%s and %s belong together', (left, right) => {
    expect(sameSeries(left, right)).toBe(true);
  });

  it.each([
    ['Alien', 'Aliens'],
    ['Heat', 'Her'],
    ['The Matrix', 'The Master'],
    ['1917', '1984'],
    ['Pride and the Passion', 'Pride and Prejudice'],
    ['The Good Place', 'The Good Wife'],
  ])('%s and %s do not', (left, right) => {
    expect(sameSeries(left, right)).toBe(false);
  });

  it('go by the stated series first, whatever the titles', () => {
    const first = names('The Colour of Magic', { kind: 'book', series: { name: 'Discworld', position: 1 } });
    const second = names('Mort', { kind: 'book', series: { name: 'DISCWORLD', position: 4 } });
    expect(shareAny(first.seriesKeys, second.seriesKeys)).toBe(true);
    expect(second.part).toBe(4);
  });

  it.each([
    ['Toy Story 3', 3],
    ['Rocky IV', 4],
    ['Dune: Part Two', null],
    ['Blade Runner 2049', null],
    ['Toy Story', null],
    ['1917', null],
    ['Seven', null],
    ['Kill Bill: Vol. 2', 2],
  ])('%s is part %s', (title, part) => {
    expect(names(title).part).toBe(part);
  });
});

describe('phrases', () => {
  it('of titles are the same for two editions of a work', () => {
    expect(names('Dune (Illustrated Edition)').titleKeys).toEqual(names('Dune').titleKeys);
    expect(names('(500) Days of Summer').titleKeys).toEqual(names('500 Days of Summer').titleKeys);
    expect(names('[Rec]').titleKeys).toEqual(names('REC').titleKeys);
  });
});

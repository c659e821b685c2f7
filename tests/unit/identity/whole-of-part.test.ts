import { describe, expect, it } from 'vitest';
import { seriesOfLine, wholeOfPart } from '../../../renderer/src/identity/whole-of-part';

describe('the series that a line is about', () => {
  it.each([
    ['Salt Harbour: Season 1: The Storm', 'Salt Harbour'],
    ['Salt Harbour: Tales of the North: Part 2: Hiss, Bang', 'Salt Harbour: Tales of the North'],
    ['Salt Harbour: Limited Series: Openings', 'Salt Harbour'],
    ['Salt Harbour: Series 4: 11:27', 'Salt Harbour'],
    ['Porto do Sal: Temporada 1: O lobo', 'Porto do Sal'],
    ['Porto do Sal: Minissérie: Episódio 1', 'Porto do Sal'],
    ['Salzhafen: Staffel 2: Sturm', 'Salzhafen'],
    ['Port du sel : Saison 3 : Orage', 'Port du sel'],
    ['Tuz Limanı: 2. Sezon: Fırtına', 'Tuz Limanı'],
    ['Соль: Сезон 2: Шторм', 'Соль'],
    ['Salt Harbour: Book 1: The Storm', 'Salt Harbour'],
    ['Salt Harbour: Season One', 'Salt Harbour'],
  ])('%s', (line, series) => {
    expect(seriesOfLine(line)).toBe(series);
  });

  it.each(['Salt Harbour', 'Salt Harbour: The Storm', 'Salt Harbour: Part 2', 'Season 1: The Storm', 'Vol. 2: Ash'])(
    'is none of %s',
    (line) => {
      expect(seriesOfLine(line)).toBeNull();
    },
  );
});

describe('the whole that a title is a part of', () => {
  it.each([
    ['Yuki no Hana 2nd Season', 'Yuki no Hana'],
    ['Yuki no Hana Season 3', 'Yuki no Hana'],
    ['Yuki no Hana: The Final Season', 'Yuki no Hana'],
    ['Yuki no Hana 2nd Season Part 2', 'Yuki no Hana'],
    ['Salt Harbour: Season 2: The Storm', 'Salt Harbour'],
  ])('%s', (title, whole) => {
    expect(wholeOfPart(title)).toBe(whole);
  });

  it.each(['Yuki no Hana', 'Yuki no Hana II', 'Open Season', 'Season 2', 'Part 2'])('is none of %s', (title) => {
    expect(wholeOfPart(title)).toBeNull();
  });
});

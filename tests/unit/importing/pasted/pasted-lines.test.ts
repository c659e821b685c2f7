import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedLines, type PastedLine } from '../../../../renderer/src/importing/pasted/pasted-lines';

const only = (text: string): PastedLine => {
  const [line] = readPastedLines(text);
  if (line === undefined) throw new Error(`no line in ${text}`);
  return line;
};
const words = ({ title, creators, year }: PastedLine['readings'][number]): string =>
  [title, ...(creators.length === 0 ? [] : [`by ${creators.join(' + ')}`]), ...(year === null ? [] : [year])].join(
    ' | ',
  );
const first = (text: string): string => words(only(text).readings[0] ?? { title: '', creators: [], year: null });
const all = (text: string): readonly string[] => only(text).readings.map(words);

describe('a pasted line is taken, where nothing else decides, as', () => {
  it.each([
    // Which side is the title, a dash alone does not say.
    ['Dune – Frank Herbert (1965)', 'Dune – Frank Herbert | 1965'],
    ['Radiohead - OK Computer', 'Radiohead - OK Computer'],
    ['The Beatles - Abbey Road', 'The Beatles - Abbey Road'],
    ['Dune (1965) – Frank Herbert', 'Dune | by Frank Herbert | 1965'],
    ['Dune (1965) by Frank Herbert', 'Dune | by Frank Herbert | 1965'],
    ['Dune (Frank Herbert, 1965)', 'Dune | by Frank Herbert | 1965'],
    ['Dune by Frank Herbert', 'Dune | by Frank Herbert'],
    ['Dune\tFrank Herbert', 'Dune | by Frank Herbert'],
    ['Heat, directed by Michael Mann', 'Heat | by Michael Mann'],
    ['Dune - a novel by Frank Herbert', 'Dune | by Frank Herbert'],
    ['Dune (book) by Frank Herbert', 'Dune | by Frank Herbert'],
    ['Parasite (2019) - dir. Bong Joon-ho', 'Parasite | by Bong Joon-ho | 2019'],
    ['The Godfather - dir. Coppola', 'The Godfather | by Coppola'],
    ['Good Omens – Terry Pratchett & Neil Gaiman', 'Good Omens | by Terry Pratchett + Neil Gaiman'],
    ['The Hobbit - J.R.R. Tolkien', 'The Hobbit | by J.R.R. Tolkien'],
    ['Die Blechtrommel von Günter Grass', 'Die Blechtrommel | by Günter Grass'],
    ['L’Étranger par Albert Camus (1942)', 'L’Étranger | by Albert Camus | 1942'],
    ['Spirited Away, 2001', 'Spirited Away | 2001'],
    ['Breaking Bad (2008–2013)', 'Breaking Bad | 2008'],
    ['Fleabag [2016-]', 'Fleabag | 2016'],
    ['千と千尋の神隠し (2001)', '千と千尋の神隠し | 2001'],
    ['Солярис (1972)', 'Солярис | 1972'],
    ['“Kid A”', 'Kid A'],
    // Dashes, years and "by" that belong to the title.
    ['Spider-Man: No Way Home', 'Spider-Man: No Way Home'],
    ['Spider-Man - No Way Home', 'Spider-Man - No Way Home'],
    ['1984', '1984'],
    ['1917 (2019)', '1917 | 2019'],
    ['2001: A Space Odyssey (1968)', '2001: A Space Odyssey | 1968'],
    ['Blade Runner 2049', 'Blade Runner 2049'],
    ['Stand by Me', 'Stand by Me'],
    ['Stand by Me (1986)', 'Stand by Me | 1986'],
    ['Death by Chocolate', 'Death by Chocolate'],
    ['Call Me by Your Name', 'Call Me by Your Name'],
    ['Goodbye, Christopher Robin', 'Goodbye, Christopher Robin'],
    ['La casa de papel', 'La casa de papel'],
    ['Fahrenheit 9/11', 'Fahrenheit 9/11'],
    ['12 Angry Men', '12 Angry Men'],
    ['300: Rise of an Empire', '300: Rise of an Empire'],
    ['*batteries not included', '*batteries not included'],
    ['+/-', '+/-'],
  ])('%s → %s', (text, reading) => {
    expect(first(text)).toBe(reading);
  });
});

describe('a pasted line can also be read as', () => {
  it.each([
    ['Dune – Frank Herbert (1965)', 'Dune | by Frank Herbert | 1965'],
    ['Dune | Frank Herbert', 'Dune | by Frank Herbert'],
    ['Frank Herbert - Dune', 'Dune | by Frank Herbert'],
    ['Radiohead - OK Computer', 'OK Computer | by Radiohead'],
    ['Radiohead: OK Computer', 'OK Computer | by Radiohead'],
    ['Ursula K. Le Guin, The Left Hand of Darkness', 'The Left Hand of Darkness | by Ursula K. Le Guin'],
    ['The Godfather (dir. Coppola)', 'The Godfather | by Coppola'],
    ['Frank Herbert: Dune', 'Dune | by Frank Herbert'],
    ['Dune, Frank Herbert', 'Dune | by Frank Herbert'],
    ['Dune (Frank Herbert)', 'Dune | by Frank Herbert'],
    ['Dune 1984', 'Dune | 1984'],
    ['Spirited Away, 2001', 'Spirited Away, 2001'],
    ['Solaris - Lem', 'Solaris | by Lem'],
    ['Il nome della rosa di Umberto Eco', 'Il nome della rosa | by Umberto Eco'],
    ['Stand by Me', 'Stand | by Me'],
    ['Dune by Frank Herbert', 'Dune by Frank Herbert'],
    ['9. Kompanie', '9. Kompanie'],
  ])('%s → %s', (text, reading) => {
    expect(all(text)).toContain(reading);
  });
});

describe('bullets, numbers and ratings', () => {
  it.each([
    ['- The Matrix', 'The Matrix'],
    ['* The Matrix', 'The Matrix'],
    ['•The Matrix', 'The Matrix'],
    ['– The Matrix', 'The Matrix'],
    ['- [x] The Matrix', 'The Matrix'],
    ['1. The Matrix', 'The Matrix'],
    ['(3) The Matrix', 'The Matrix'],
    ['#4 The Matrix', 'The Matrix'],
    ['🎬 The Matrix', 'The Matrix'],
    ['- ❤️ The Matrix', 'The Matrix'],
    ['The Matrix 👍🏽', 'The Matrix'],
    ['🥯', '🥯'],
  ])('%s is the title %s', (text, title) => {
    expect(first(text)).toBe(title);
  });

  it('numbers go where several lines have one, and one alone is kept in what was typed', () => {
    expect(readPastedLines('1. Heat\n2. Alien').map(({ typed }) => typed)).toEqual(['Heat', 'Alien']);
    expect(only('9. Kompanie').typed).toBe('9. Kompanie');
    expect(readPastedLines('1: Heat\n2: Alien').map(({ typed }) => typed)).toEqual(['Heat', 'Alien']);
    expect(readPastedLines('1. Heat\n300: Rise of an Empire\n3. Alien')[1]?.typed).toBe('300: Rise of an Empire');
  });

  it.each([
    ['Heat (1995) 9/10', 0.9, 'Heat | 1995'],
    ['Heat – 8.5/10', 0.85, 'Heat'],
    ['Heat (4/5)', 0.8, 'Heat'],
    ['Heat, 72/100', 0.72, 'Heat'],
    ['Heat ★★★½', 0.7, 'Heat'],
    ['Heat ½', 0.1, 'Heat'],
    ['8½', null, '8½'],
    ['8 ½ ★★★', 0.6, '8 ½'],
    ['Heat ⭐⭐⭐⭐', 0.8, 'Heat'],
    ['Heat ★★★★☆', 0.8, 'Heat'],
    ['Fahrenheit 9/11', null, 'Fahrenheit 9/11'],
    ['Heat 12/10', null, 'Heat 12/10'],
    ['Heat - 9', null, 'Heat - 9'],
    ['11/22/63', null, '11/22/63'],
    ['9/10', null, '9/10'],
  ])('%s is rated %s', (text, rating, reading) => {
    expect([only(text).rating, first(text)]).toEqual([rating, reading]);
  });

  it('as typed is letter for letter, but for the bullet', () => {
    expect(only('- Heat (1995) 9/10').typed).toBe('Heat (1995) 9/10');
  });
});

describe('lines', () => {
  it('keep their numbers; blank ones and rulers are none', () => {
    const text = 'Heat\r\n\r\n-----\nAlien\n•\n\u00a0\n=====\nDune';
    expect(readPastedLines(text).map(({ number, text: line }) => [number, line])).toEqual([
      [1, 'Heat'],
      [4, 'Alien'],
      [8, 'Dune'],
    ]);
  });

  it('that are headings are known as such', () => {
    expect(readPastedLines('My films:\n## Books\nHeat').map(({ isHeading }) => isHeading)).toEqual([true, true, false]);
  });

  it('that name a kind among others are headings, with or without a colon, and say what follows', () => {
    const text =
      '🎬 Films to see\nHeat\n\nSeries\n- Twin Peaks\nGame:\nPortal\nThings of Ann:\nGames\n- Music\nCatan (board game)';
    expect(readPastedLines(text).map(({ isHeading, kind }) => (isHeading ? 'heading' : kind))).toEqual([
      'heading',
      'movie',
      'heading',
      'series',
      'heading',
      'game',
      'heading',
      'heading',
      'game',
      'board game',
    ]);
    expect(only('Music').isHeading).toBe(false);
  });

  it('say their kind before or after the title, which is read without it', () => {
    expect([first('Wingspan (board game)'), only('Wingspan (board game)').kind]).toEqual(['Wingspan', 'board game']);
    expect([first('The Bear (TV)'), only('The Bear (TV)').kind]).toEqual(['The Bear', 'series']);
    expect([first('Podcast: Serial'), only('Podcast: Serial').kind]).toEqual(['Serial', 'podcast']);
    expect(only('Film: Heat (1995)').readings[0]).toEqual({ title: 'Heat', creators: [], year: 1995 });
  });

  it.each(['The Wire, seasons 1-5', 'The Wire S1', 'The Wire - Season 2', 'The Wire (season 3)', 'The Wire (US)'])(
    '“%s” can be read without the season or country, and stays whole otherwise',
    (text) => {
      expect(all(text)).toContain('The Wire');
      expect(first(text)).toBe(text);
    },
  );

  it.each([
    ['[12:04] Ann: Aftersun', 'Aftersun'],
    ['[12:04, 3/4/2026] Ann B: Aftersun', 'Aftersun'],
    ['[03.04.26, 12:04:55] Ann: Aftersun', 'Aftersun'],
    ['12/03/2026, 18:22 - Ann: Aftersun', 'Aftersun'],
    ['9:04 pm - Ann: Aftersun', 'Aftersun'],
    ['3:10 to Yuma', '3:10 to Yuma'],
    ['12:01 PM', '12:01 PM'],
    ['Alien: Romulus', 'Alien: Romulus'],
  ])('of a chat are read without time and speaker: “%s” → %s', (text, title) => {
    expect([only(text).typed, first(text)]).toEqual([title, title]);
  });

  it.each([
    ['[12:04] Ann: you must see Past Lives!!', 'Past Lives'],
    ['have you read Piranesi?', 'Piranesi'],
    ['We really loved Arrival (2016).', 'Arrival | 2016'],
    ['Ann: Past Lives', 'Past Lives'],
  ])('that say something of a thing are guessed at, and stay as typed otherwise: “%s”', (text, reading) => {
    const guesses = only(text).readings.filter(({ isGuess }) => isGuess === true);
    expect(guesses.map(words)).toContain(reading);
    expect(first(text)).toBe(text.replace('[12:04] Ann: ', ''));
    expect(only('Watch Dogs').readings[0]).toEqual({ title: 'Watch Dogs', creators: [], year: null });
  });

  it.each([
    ['Spirited Away https://www.imdb.com/title/tt0245429/', 'https://www.imdb.com/title/tt0245429/'],
    ['- [Spirited Away](https://www.imdb.com/title/tt0245429/)', 'https://www.imdb.com/title/tt0245429/'],
    ['Spirited Away: <https://example.org/a_(b)>.', 'https://example.org/a_(b)'],
    ['https://example.org/a – Spirited Away', 'https://example.org/a'],
    ['Spirited Away (www.example.org/a)', 'https://www.example.org/a'],
  ])('keep a link apart from the title: “%s”', (text, url) => {
    expect(only(text)).toMatchObject({ url, isBareLink: false, typed: 'Spirited Away' });
    expect(only(text).readings[0]).toMatchObject({ title: 'Spirited Away' });
  });

  it('that are nothing but a link are known as such; the address may name the thing', () => {
    expect(only('- https://example.org/heat.')).toMatchObject({
      url: 'https://example.org/heat',
      isBareLink: true,
      readings: [],
    });
    expect(only('https://www.imdb.com/title/tt0245429/?ref_=x').readings).toMatchObject([
      { identifiers: { imdb: 'tt245429' }, isOnlyLookedUp: true },
    ]);
    expect(only('[12:04] Ann: https://letterboxd.com/film/past-lives/').readings).toMatchObject([
      { title: 'past lives', isGuess: true },
    ]);
  });

  it('of any length are read at once; what is too long for a title is known as such', () => {
    const started = performance.now();
    for (const part of [
      'x',
      'word ',
      'a - b by c, ',
      '(1965) ',
      '🎬 ',
      'my best ',
      '★ ',
      '[',
      '[12:04] A: ',
      'https://',
      '(https://a.b/',
      '](www.',
    ])
      expect(only(part.repeat(100_000 / part.length))).toMatchObject({ isTooLong: true });
    expect(performance.now() - started).toBeLessThan(2000);
    expect(only('x'.repeat(500)).isTooLong).toBe(false);
  });

  it('are all there, each with a title, whatever is pasted', () => {
    const texts = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('- Dune', '1. (1965)', 'https://a.b', '[12:04] Ann: ', '()(www.a.b)'),
      ),
    );
    fc.assert(
      fc.property(texts, (pasted) => {
        const lines = readPastedLines(pasted.join('\n'));
        const said = pasted
          .join('\n')
          .split(/[\n\r\u2028\u2029]/u)
          .filter((line) => /[\p{L}\p{N}]/u.test(line));
        expect(lines.length).toBeGreaterThanOrEqual(said.length);
        for (const { readings, typed, isBareLink } of lines) {
          expect(typed.trim()).not.toBe('');
          expect(readings.length).toBeGreaterThan(isBareLink ? -1 : 0);
          for (const { title } of readings) expect(title.trim()).not.toBe('');
        }
      }),
    );
  });
});

it('takes a colon off with the rating behind it', () => {
  const read = (text: string) => readPastedLines(text).map(({ readings, rating }) => [readings[0]?.title, rating]);
  expect(read('Kiln: 8/10')).toEqual([['Kiln', 0.8]]);
  expect(read('Kiln (2018): 6.5/10')).toEqual([['Kiln', 0.65]]);
});

it('takes no time for many signs in a row', () => {
  const begun = performance.now();
  expect(readPastedLines(`Kiln ${'🎬\ufe0f'.repeat(200)} x`)).toHaveLength(1);
  expect(performance.now() - begun).toBeLessThan(2000);
});

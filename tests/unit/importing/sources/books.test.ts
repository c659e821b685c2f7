import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { clippedAt } from '../../../../renderer/src/importing/sources/kindle';
import { clippedBook } from '../../../../renderer/src/importing/sources/kindle-title';
import { exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

describe('Kindle', () => {
  it('gathers the clippings of a book, and takes no passage of it', async () => {
    const analysis = await analysed(exportFile('kindle-clippings.txt'));
    expect(rowNamed(analysis, 'Salt Roads')).toMatchObject({
      kind: 'book',
      creators: ['Tove Arn'],
      series: { name: 'Caravan', position: 1 },
      addedAt: Date.UTC(2023, 11, 7, 2, 0, 59),
      status: 'none',
      finishedAt: null,
      note: null,
    });
    expect(rowNamed(analysis, 'Lanterns of Ombra')).toMatchObject({ creators: ['Ada Quill', 'Ida Fen'] });
    expect(JSON.stringify(analysis)).not.toContain('a promise');
    expect(analysis.skipped).toMatchObject([{ line: 21, excerpt: 'meeting_notes_final.pdf' }]);
  });

  it('takes a clipping for one whichever dash begins it', async () => {
    const text =
      'Печь (Анна Воль)\n– Ваш выделенный отрывок на странице 6 | Добавлено: 3 марта 2024 г.\n\nтекст\n==========\n';
    const { rows, skipped } = await analysed(textFile('My Clippings.txt', text));
    expect([rows[0]?.title, skipped]).toEqual(['Печь', []]);
    // Some files begin with the line that ends a record.
    const led = await analysed(textFile('My Clippings.txt', `\r\n==========\r\n${text}`));
    expect(led.rows.map(({ title }) => title)).toEqual(rows.map(({ title }) => title));
  });

  it('asks whether what was marked was read', async () => {
    const { rows, questions } = await analysed(
      exportFile('kindle-clippings.txt'),
      withAnswers('kindle', { status: 'finished' }),
    );
    expect(questions).toMatchObject([{ id: 'status', answer: 'finished' }]);
    expect(rows[0]).toMatchObject({ status: 'finished', finishedAt: Date.UTC(2023, 11, 8, 21, 15) });
  });

  it.each([
    ['Title (Ann Vole)', 'Title', ['Ann Vole']],
    ['Title (Vole, Ann)', 'Title', ['Ann Vole']],
    ['Title (and Others) (Ann Vole)', 'Title (and Others)', ['Ann Vole']],
    ['Title (Ann Vole) (Z-Library) (1) (Ann Vole)', 'Title', ['Ann Vole']],
    ['Title (Ann Vole [Vole, Ann]) (z-lib.org) (Vole, Ann)', 'Title', ['Ann Vole']],
    ['Title ( A Long Story (Vole, Ann)', 'Title', ['Ann Vole']],
    ['Title_ A Novel (Ann Vole & Bo Quill)', 'Title: A Novel', ['Ann Vole', 'Bo Quill']],
    ['Catch-22 (Ann Vole)', 'Catch-22', ['Ann Vole']],
    ['Just a Title', 'Just a Title', []],
  ])('reads the line %s', (line, title, creators) => {
    expect(clippedBook(line)).toMatchObject({ title, creators });
  });

  it.each(['go-1984-3 (George Vole)', 'meeting_notes_final', 'invoice 12.pdf', '20231207'])(
    'takes the name of a file for no title: %s',
    (line) => {
      expect(clippedBook(line)).toBeNull();
    },
  );

  it.each([
    ['- Your Highlight on page 84 | Location 1021-1021 | Added on Thursday, December 7, 2023 2:00:59 PM', '2023-12-07'],
    ['- 我的标注 位置 #465-466 | 添加于2013年12月24日星期二 下午09:10:24', '2013-12-24'],
    ['- Ihre Markierung bei Position 465 | Hinzugefügt am Donnerstag, 7. März 2024 02:00:59', '2024-03-07'],
    ['- La subrayado en la página 3 | Añadido el jueves, 7 de diciembre de 2023 2:00:59', '2023-12-07'],
    ['- Votre surlignement | Ajouté le jeudi 7 décembre 2023 02:00:59', '2023-12-07'],
    ['- Seu destaque | Adicionado: quinta-feira, 7 de dezembro de 2023 02:00:59', '2023-12-07'],
    ['– Ваш выделенный отрывок | Добавлено: воскресенье, 3 марта 2024 г. в 18:48:36', '2024-03-03'],
    ['- Ваша заметка | Добавлено: Wednesday, August 12, 2026 в 7:45:00 AM', '2026-08-12'],
  ])('knows the day of %s', (about, day) => {
    expect(new Date(clippedAt(about) ?? 0).toISOString().slice(0, 10)).toBe(day);
  });
});

describe('Calibre', () => {
  it('reads a catalogue without its blurbs, covers and unknown years', async () => {
    const analysis = await analysed(exportFile('calibre-catalogue.csv'));
    expect(rowNamed(analysis, 'Lamps at Night')).toMatchObject({
      creators: ['Ann Vole', 'Bo Quill, Jr.'],
      year: 2019,
      tags: ['Fantasy', 'Romance'],
      series: { name: 'Lamps', position: 8 },
      identifiers: { isbn13: '9780306406157', goodreads: '501', asin: 'B00SALTRD1' },
      ownRating: 0.8,
      note: null,
      url: null,
    });
    expect(rowNamed(analysis, 'The Kiln')).toMatchObject({ creators: [], year: null, series: null, status: 'none' });
    expect(JSON.stringify(analysis.rows)).not.toMatch(/cover\.jpg|runaway/);
  });

  it('knows ratings of ten from stars', async () => {
    const text = fixtureText('calibre-catalogue.csv').replace('"4","Books"', '"8","Books"');
    expect(rowNamed(await analysed(textFile('c.csv', text)), 'Lamps at Night').ownRating).toBe(0.8);
  });

  it('reads the file that lies beside each book', async () => {
    const files = ['a', 'b'].map((folder) => ({
      ...exportFile('calibre-metadata.opf'),
      name: `${folder}/metadata.opf`,
    }));
    const { rows, rowCount } = await analysed(files);
    expect(rowCount).toBe(2);
    expect(rows).toMatchObject([
      {
        title: 'Lanterns & Lamps',
        creators: ['Ada Quill', 'Ida Fen'],
        year: 1999,
        tags: ['Fantasy', 'Light'],
        series: { name: 'Ombra', position: 1.5 },
        identifiers: { isbn13: '9780140328721', goodreads: '777' },
        ownRating: 0.9,
        note: null,
      },
    ]);
  });
});

describe('Rate Your Music', () => {
  it.each([
    ['이달의 소녀 [LOONA]', 'LOONA'],
    ['宇多田ヒカル [Hikaru Utada]', 'Hikaru Utada'],
    ['파란노을 [Parannoul] / Asian Glow', 'Parannoul / Asian Glow'],
    ['Esprit 空想 [Esprit Fantasy]', 'Esprit Fantasy'],
    ['파란노을', '파란노을'],
    ['Salt [Duo]', 'Salt [Duo]'],
    ['Black Country, New Road', 'Black Country, New Road'],
  ])('calls %s by the Latin letters in brackets: %s', async (name, called) => {
    const head =
      'RYM Album, First Name,Last Name,First Name localized, Last Name localized,Title,Release_Date,Rating,Ownership,Purchase Date,Media Type,Review';
    const { rows } = await analysed(
      textFile('rym.csv', `${head}\n"7","","${name}","","","Quay","2022","8","n","","",  ""\n`),
    );
    expect(rows[0]?.creators).toEqual([called]);
  });

  it('takes no time for a name without end', async () => {
    const name = '<img src=x onerror=alert(1)>'.repeat(1500);
    const head =
      'RYM Album, First Name,Last Name,First Name localized, Last Name localized,Title,Release_Date,Rating,Ownership,Purchase Date,Media Type,Review';
    const begun = performance.now();
    await analysed(textFile('rym.csv', `${head}\n"7","","${name}","","","Quay","2022","8","n","","",  ""\n`));
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it('reads half stars, names in another script, BBCode and cells with spaces before their quotes', async () => {
    const analysis = await analysed(exportFile('rateyourmusic.csv'));
    expect(rowNamed(analysis, 'Mill Songs & Others')).toMatchObject({
      kind: 'album',
      creators: ['The Reeds'],
      year: 1978,
      ownRating: 0.9,
      status: 'finished',
      shelves: ['owned'],
      identifiers: { rateyourmusic: '70001' },
      note: null,
    });
    expect(rowNamed(analysis, 'Quay')).toMatchObject({
      creators: ['Tatsuro Akari'],
      ownRating: null,
      status: 'wanted',
      note: 'Said to be fine, unlike Mill Songs by',
    });
    expect(rowNamed(analysis, '"Rain"')).toMatchObject({ year: null, note: 'Two\nlines, "no" less' });
    expect(rowNamed(analysis, 'Harbour Songs')).toMatchObject({ status: 'none', shelves: ['used to own'] });
  });
});

describe('Goodreads', () => {
  const books = (ratings: readonly number[]): string =>
    [
      'Book Id,Title,Author,My Rating,Exclusive Shelf',
      ...ratings.map((rating, at) => `${at + 1},Book ${at},Ann Vole,${rating},read`),
    ].join('\n');

  it('takes ratings that go up to ten as of ten, and says so', async () => {
    const { rows, warnings } = await analysed(textFile('g.csv', books([10, 8, 7, 3, 0])));
    expect(rows.map(({ ownRating }) => ownRating)).toEqual([1, 0.8, 0.7, 0.3, null]);
    expect(warnings.join()).toContain('of ten');
  });

  it('does not halve all ratings for one slip of the hand', async () => {
    const { rows } = await analysed(textFile('g.csv', books([44, 5, 4, 3, 2])));
    expect(rows.map(({ ownRating }) => ownRating)).toEqual([null, 1, 0.8, 0.6, 0.4]);
  });
});

it('a book list that is no export of these is left to the mapping', async () => {
  const { analyses } = await analyseFiles([textFile('b.csv', 'title,authors,rating\nSalt Roads,Tove Arn,4\n')]);
  expect(analyses).toEqual([]);
});

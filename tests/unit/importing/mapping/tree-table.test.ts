import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { plainHeader } from '../../../../renderer/src/importing/mapping/tree-table';
import { textFile } from '../../../fixtures/exports/files';

async function tableOf(name: string, text: string): Promise<unknown> {
  const { analyses, unrecognised } = await analyseFiles([textFile(name, text)]);
  expect(analyses).toEqual([]);
  const table = unrecognised[0]?.table;
  return table === undefined
    ? unrecognised[0]?.reason
    : { header: table.header, rows: table.sampleRows, count: table.rowCount };
}

describe('JSON of no known kind', () => {
  it('is a table: keys are columns, what lies inside is "a.b", arrays are joined', async () => {
    const things = [
      { name: 'Salt', details: { year: 1999, by: ['Ann', 'Bo'] }, done: true },
      { name: 'Reed', details: { year: 2001 }, labels: [{ name: 'sea' }, { title: 'old' }], none: null },
    ];
    expect(await tableOf('a.json', JSON.stringify(things))).toEqual({
      header: ['name', 'details.year', 'details.by', 'done', 'labels'],
      rows: [
        ['Salt', '1999', 'Ann, Bo', 'true', ''],
        ['Reed', '2001', '', '', 'sea, old'],
      ],
      count: 2,
    });
  });

  it('keeps what things are called where they stand under their names', async () => {
    const games = { 'Salt Roads': { stars: 4, done: true }, 'The Mill': { stars: 5, done: false } };
    const named = {
      header: ['title', 'stars', 'done'],
      rows: [
        ['Salt Roads', '4', 'true'],
        ['The Mill', '5', 'false'],
      ],
      count: 2,
    };
    expect(await tableOf('a.json', JSON.stringify(games))).toEqual(named);
    // The name of their list says what they are.
    expect(await tableOf('a.json', JSON.stringify({ by: 'Ann', games }))).toEqual({
      header: ['title', 'stars', 'done', 'kind'],
      rows: named.rows.map((row) => [...row, 'games']),
      count: 2,
    });
    expect(
      await tableOf('a.json', JSON.stringify({ 'list one': { title: 'Salt' }, 'list two': { title: 'Reed' } })),
    ).toMatchObject({ header: ['title'], rows: [['Salt'], ['Reed']] });
  });

  it('may hold its longest list anywhere, or be an object by id, or one object a line', async () => {
    const rows = [
      ['Salt', '1'],
      ['Reed', '2'],
    ];
    const things = [
      { title: 'Salt', n: 1 },
      { title: 'Reed', n: 2 },
    ];
    const whole = { header: ['title', 'n'], rows, count: 2 };
    expect(await tableOf('a.json', JSON.stringify({ user: [{ id: 1 }], data: { things } }))).toEqual(whole);
    expect(await tableOf('a.json', JSON.stringify({ 17: things[0], 18: things[1] }))).toEqual(whole);
    expect(await tableOf('a.jsonl', things.map((thing) => JSON.stringify(thing)).join('\n'))).toEqual(whole);
  });

  it('has lists alike side by side as one table: their names are kinds, or lists of the owner', async () => {
    const [salt, reed, ash] = ['Salt', 'Reed', 'Ash'].map((title) => ({ title, score: 3 }));
    expect(await tableOf('a.json', JSON.stringify({ films: [salt, reed], books: [ash], made: [{ at: 1 }] }))).toEqual({
      header: ['kind', 'title', 'score'],
      rows: [
        ['films', 'Salt', '3'],
        ['films', 'Reed', '3'],
        ['books', 'Ash', '3'],
      ],
      count: 3,
    });
    expect(await tableOf('a.json', JSON.stringify({ loved: [salt], summer: [reed, ash] }))).toMatchObject({
      header: ['lists', 'title', 'score'],
      count: 3,
    });
  });

  it('without a list of things is refused', async () => {
    expect(await tableOf('a.json', '{"a": 1, "b": [1, 2]}')).toContain('no list of things');
  });

  it('is imported by what the person says of its keys, each row with its place', async () => {
    const text = JSON.stringify({ items: [{ name: 'Salt', stars: 4 }, { name: '' }, { name: 'Reed', stars: 5 }] });
    const mapping = { columns: { title: 0, rating: 1 }, kind: 'book', ratingMaximum: 5, crowdMaximum: 5 };
    const { analyses } = await analyseFiles([textFile('a.json', text)], { mapping });
    expect(analyses[0]?.rows.map(({ title, ownRating, line }) => [title, ownRating, line])).toEqual([
      ['Salt', 0.8, 1],
      ['Reed', 1, 3],
    ]);
    expect(analyses[0]?.skipped).toMatchObject([{ line: 2 }]);
  });

  it('is guessed by the last word of its keys', () => {
    expect(plainHeader(['movie.title', 'movie.ids.imdb', 'a.name', 'b.name'])).toEqual([
      'title',
      'imdb',
      'a.name',
      'b.name',
    ]);
    expect(plainHeader(['title', 'author.name', 'rating.value', 'rating.max'])).toEqual([
      'title',
      'author.name',
      'rating',
      'max',
    ]);
    expect(plainHeader(['film.name', 'score', 'score.value'])).toEqual(['name', 'score', 'score.value']);
  });

  it('survives depth, and keys that objects have by themselves', async () => {
    const deep = `${'{"a":'.repeat(50)}[{"title":"x"},{"title":"y"}]${'}'.repeat(50)}`;
    expect(await tableOf('a.json', deep)).toMatchObject({ header: ['title'], count: 2 });
    expect(await tableOf('a.json', '[{"__proto__":"p","constructor":"c"},{"constructor":"d"}]')).toMatchObject({
      header: ['__proto__', 'constructor'],
    });
  });
});

describe('lists of titles', () => {
  it('in JSON are a table, and their names say how far somebody is', async () => {
    expect(await tableOf('a.json', '["Kiln","Oven"]')).toMatchObject({ header: ['title'], rows: [['Kiln'], ['Oven']] });
    expect(await tableOf('a.json', '{"watched":["Kiln","Oven"],"to_watch":["Salt"]}')).toMatchObject({
      header: ['title', 'status'],
      rows: [
        ['Kiln', 'watched'],
        ['Oven', 'watched'],
        ['Salt', 'to_watch'],
      ],
    });
    expect(await tableOf('a.json', '{"films":["Kiln"],"books":["Salt"]}')).toMatchObject({ header: ['title', 'kind'] });
    expect(await tableOf('a.json', '["https://kiln.example/a","https://kiln.example/b"]')).toContain(
      'no list of things',
    );
  });

  it('and tables of a saved page are read, and menus are not', async () => {
    const table =
      '<html><body><nav><ul><li>Home<li>Shop</ul></nav><table><tr><th>Title<th>Rating<tr><td>Kiln<td>4<tr><td>Oven<td>5</table></body></html>';
    expect(await tableOf('a.html', table)).toMatchObject({
      header: ['Title', 'Rating'],
      rows: [
        ['Kiln', '4'],
        ['Oven', '5'],
      ],
    });
    const lists =
      '<html><body><h2>Read in 2023</h2><ul><li>Kiln<ul><li>a note</li></ul></li><li>Oven</li><li>Reed</li></ul><h2>To read</h2><ol><li>Salt</li></ol></body></html>';
    expect(await tableOf('a.html', lists)).toMatchObject({
      header: ['title', 'status'],
      rows: [
        ['Kiln', 'Read in 2023'],
        ['Oven', 'Read in 2023'],
        ['Reed', 'Read in 2023'],
        ['Salt', 'To read'],
      ],
    });
    const nested =
      '<html><body><ul><li>Films<ul><li>Kiln<li>Oven</ul><li>Books<ul><li>Salt<li>Reed</ul></ul></body></html>';
    expect(await tableOf('a.html', nested)).toMatchObject({
      header: ['title', 'kind'],
      rows: [
        ['Kiln', 'Films'],
        ['Oven', 'Films'],
        ['Salt', 'Books'],
        ['Reed', 'Books'],
      ],
    });
    const menu = `<html><body><ul><li>Home<li>Shop</ul><p>${'A page about nothing. '.repeat(20)}</p></body></html>`;
    expect(await tableOf('a.html', menu)).toContain('a web page');
  });
});

describe('XML of no known kind', () => {
  it('is a table of the element that comes again and again', async () => {
    const xml = `<?xml version="1.0"?>
<library><owner><name>Ann</name></owner>
<book id="1"><title>Salt &amp; reed</title><author><name>Bo</name></author><tag>sea</tag><tag>old</tag></book>
<book id="2"><title>Moss</title></book></library>`;
    expect(await tableOf('a.xml', xml)).toEqual({
      header: ['id', 'title', 'author.name', 'tag', 'kind'],
      rows: [
        ['1', 'Salt & reed', 'Bo', 'sea, old', 'book'],
        ['2', 'Moss', '', '', 'book'],
      ],
      count: 2,
    });
  });

  it('without such an element is refused', async () => {
    expect(await tableOf('a.xml', '<?xml version="1.0"?><a><b>1</b></a>')).toContain('XML');
  });
});

import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { textFile } from '../../../fixtures/exports/files';
import { guessed, readByGuess } from './guessed-table';

describe('a table read as it is guessed', () => {
  it('tells what could not be read, and reads the rest of the row', async () => {
    const { rows, unreadCells } = await readByGuess(
      'Title,Author,Rating,Date Read,Status\nA,Ann Vole,4,2021-02-30,read\nB,Bo Quill,soon,2021-02-03,as you like it\nC,Cy Marsh,5,03/04/69,\n',
    );
    expect(rows.map(({ title, ownRating, finishedAt }) => [title, ownRating, finishedAt])).toEqual([
      ['A', 0.8, null],
      ['B', null, Date.UTC(2021, 1, 3)],
      ['C', 1, Date.UTC(1969, 2, 4)],
    ]);
    expect(
      unreadCells.map(({ column, count, examples }) => [
        column,
        count,
        ...examples.map(({ line, cell }) => `${String(line)}: ${cell}`),
      ]),
    ).toEqual([
      ['Date Read', 1, '2: 2021-02-30'],
      ['Rating', 1, '3: soon'],
      ['Status', 1, '3: as you like it'],
    ]);
  });

  it('keeps number and series of two columns together, and Fiction as a genre of books', async () => {
    const { rows } = await readByGuess(
      'title,series,series_index,Type\nA,Lamps,8.0,Fiction\nB,,1.0,Paperback\nC,"Lamps (#2)",9,Fiction\n',
    );
    expect(rows.map(({ kind, series, tags }) => [kind, series, tags])).toEqual([
      ['book', { name: 'Lamps', position: 8 }, ['Fiction']],
      ['book', null, []],
      ['book', { name: 'Lamps', position: 2 }, ['Fiction']],
    ]);
  });

  it('names which records it joined into which', async () => {
    const { rows, joined, mergedCount } = await readByGuess(
      'Title,Author,Rating\nA,Ann Vole,4\nB,Bo Quill,3\nA,Ann Vole,4\n',
    );
    expect(rows).toHaveLength(2);
    expect(mergedCount).toBe(1);
    expect(joined).toEqual([{ file: 't.csv', line: 4, title: 'A', into: { file: 't.csv', line: 2, title: 'A' } }]);
  });
});

describe('a table that says little', () => {
  it('takes no year of reading for one of the thing, and the lists of programs for names', async () => {
    expect(guessed('Title;Author;Year Read', 'Kiln;Ann Vole;2021').columns).toEqual({
      finishedAt: 'Year Read',
      title: 'Title',
      creators: 'Author',
    });
    const { rows } = await readByGuess(
      `Title,Authors,Genres\nKiln,"['Ann Vole', ""Bo O'Quill""]","['Clay', 'Fire']"\n`,
    );
    expect(rows[0]).toMatchObject({ creators: ['Ann Vole', "Bo O'Quill"], tags: ['Clay', 'Fire'] });
  });

  it('is of games where it names what they are played on', () => {
    const { kind, guess } = guessed('Name;System', 'Kiln;PlayStation 5', 'Oven;Nintendo Switch 2', 'Lamp;PC');
    expect([kind, guess?.questions]).toEqual(['game', []]);
  });

  it('may be called what its things are and how far somebody is, unless a row says it', async () => {
    const file = textFile('Films watched.csv', 'Name,Score,Note\nKiln,,fine\nOven,9,\n');
    const [table] = (await analyseFiles([file])).unrecognised;
    const mapping = table?.table?.guess;
    expect(mapping).toMatchObject({
      kind: 'movie',
      status: 'finished',
      guess: { questions: ['kind'] },
    });
    const wanted = await analyseFiles([file], {
      mapping: { ...(mapping as NonNullable<typeof mapping>), status: 'wanted' },
    });
    expect(wanted.analyses[0]?.rows.map(({ kind, status }) => [kind, status])).toEqual([
      ['movie', 'wanted'],
      ['movie', 'finished'],
    ]);
  });

  it('with nothing but authors is of what its name says', async () => {
    const kindOf = async (name: string, text: string): Promise<string | undefined> =>
      (await analyseFiles([textFile(name, text)])).unrecognised[0]?.table?.guess.kind;
    expect(await kindOf('recetas.csv', 'id,nombre,autor\n1,Kiln,Ann\n2,Oven,Bo\n')).toBe('recipe');
    expect(await kindOf('series.csv', 'Title,Author,Series\nKiln,Ann,Lamps #8\n')).toBe('book');
    expect(await kindOf('recetas.csv', 'nombre,autor,isbn\nKiln,Ann,9780306406157\n')).toBe('book');
    expect(await kindOf('export.csv', 'nombre,autor\nKiln,Ann\nOven,Bo\n')).toBe('book');
  });

  it('may have “DNF” in place of a rating', async () => {
    const { rows, unreadCells } = await readByGuess('Title,Author,Rating (1-5)\nKiln,Ann,4\nOven,Bo,DNF\nLamp,Cy,3\n');
    expect(rows.map(({ status, ownRating }) => [status, ownRating])).toEqual([
      ['finished', 0.8],
      ['abandoned', null],
      ['finished', 0.6],
    ]);
    expect(unreadCells ?? []).toEqual([]);
  });

  it('may be of Markdown, or have spans of days', async () => {
    const { rows } = await readByGuess(
      '| Film | Watched |\n|---|---|\n| *Kiln* | 2023-01-02 |\n| [Oven](https://oven.example/) | May 1, 2023 → May 3, 2023 |\n',
    );
    expect(rows.map(({ title, url, finishedAt }) => [title, url, finishedAt])).toEqual([
      ['Kiln', null, Date.UTC(2023, 0, 2)],
      ['Oven', 'https://oven.example/', Date.UTC(2023, 4, 3)],
    ]);
  });

  it('may have no header: its first record is a thing like the others', async () => {
    const analysis = await readByGuess(
      'Kiln,Ann Vole,64,08-29-2026\nOven,Bo Quill,1,08-30-2026\nLamp,Cy Marsh,6,Done\n',
    );
    expect(analysis.rows.map(({ line, title, creators }) => [line, title, creators[0]])).toEqual([
      [1, 'Kiln', 'Ann Vole'],
      [2, 'Oven', 'Bo Quill'],
      [3, 'Lamp', 'Cy Marsh'],
    ]);
    const years = await readByGuess('Name,2019,2020\nKiln,3,4\nOven,5,6\n');
    expect(years.rows.map(({ title }) => title)).toEqual(['Kiln', 'Oven']);
  });

  it('may be one of Markdown, below what is said of it', async () => {
    const analysis = await readByGuess(
      '# To read\n\nNext, as Ann said, and Bo.\n\n| Title | Author | Notes |\n|---|:-:|---|\n| Kiln | Ann Vole | long |\n| Oven | Bo Quill | |\n',
    );
    expect(analysis.rowCount).toBe(2);
    expect(analysis.rows.map(({ title, creators, note }) => [title, creators[0], note])).toEqual([
      ['Kiln', 'Ann Vole', 'long'],
      ['Oven', 'Bo Quill', null],
    ]);
  });

  it('has no header where a cell of its first record comes again and nothing in it names a column', async () => {
    const analysis = await readByGuess(
      'Kiln;Clay;Ann Vole, Bo Quill;Reed\nOven;Clay;Cy Marsh, Di Reed;Fen\nLamp;Light;Ed Stone;Reed\n',
    );
    expect(analysis.rows.map(({ title, creators }) => [title, creators])).toEqual([
      ['Kiln', ['Ann Vole', 'Bo Quill']],
      ['Oven', ['Cy Marsh', 'Di Reed']],
      ['Lamp', ['Ed Stone']],
    ]);
    expect((await readByGuess('Movie;Type\nKiln;Movie\nOven;Type\n')).rowCount).toBe(2);
  });

  it('takes a year beside a month for no year of the thing, and a blank column of notes for no rating', () => {
    expect(guessed('title;author;month;year', 'Kiln;Ann Vole;May;2025').columns).toEqual({
      title: 'title',
      creators: 'author',
    });
    expect(guessed('Title;My Rating;Short note', 'Kiln;4;', 'Oven;5;').columns).toEqual({
      title: 'Title',
      rating: 'My Rating',
    });
  });

  it('keeps statuses and owners among tags apart from what the thing is; beside genres, tags are the owner’s', async () => {
    const { rows } = await readByGuess('Title,Author,Tags\nKiln,Ann Vole,"Own,To read,Clay"\nOven,Bo Quill,"Read"\n');
    expect(rows.map(({ tags, shelves, status }) => [tags, shelves, status])).toEqual([
      [['Clay'], ['Own'], 'wanted'],
      [[], [], 'finished'],
    ]);
    const beside = await readByGuess('Title,Author,Tags,Categories\nKiln,Ann Vole,"Own,Read",Clay\n');
    expect(beside.rows[0]).toMatchObject({ tags: ['Clay'], shelves: ['Own'], status: 'finished' });
  });

  it('reads the time stamp of a form in other languages, an Amazon number in place of an ISBN, and what is no kind as a tag', async () => {
    const { rows, unreadCells } = await readByGuess(
      'Tijdstempel,Title,ISBN,Category\n29-12-2025 8:31:11,Kiln,B000KILN01,Clay and fire\n4-1-2026 22:23:58,Oven,,Bread\n',
    );
    expect(rows[0]).toMatchObject({
      addedAt: Date.UTC(2025, 11, 29, 8, 31, 11),
      identifiers: { asin: 'B000KILN01' },
      tags: ['Clay and fire'],
    });
    expect(unreadCells).toEqual([]);
  });

  it('leaves out headings and further headers within a table, with the reason', async () => {
    const { rows, skipped } = await readByGuess(
      'Titel;Autor;Genre;Anmerkung\nKiln;Ann Vole;Krimi;gut\nGerade am Lesen:\nTitel;Autor;Anmerkung;\nOven;Bo Quill;;\n',
    );
    expect(rows.map(({ title, note }) => [title, note])).toEqual([
      ['Kiln', 'gut'],
      ['Oven', null],
    ]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['a heading', 'the header again']);
  });

  it('leaves out a line of totals, and no thing of such a name', async () => {
    const { rows, skipped } = await readByGuess(
      'Game,Maker,Hours\nKiln,Ann Vole,3\nTotal,Bo Quill,4\nTotal: 9 Lamps,Bo Quill,2\nTotal: 3,,9\n',
    );
    expect(rows.map(({ title }) => title)).toEqual(['Kiln', 'Total', 'Total: 9 Lamps']);
    expect(skipped.map(({ reason }) => reason)).toEqual(['a line of totals']);
  });

  it('reads grades of schools with 1 as the best, and says so', async () => {
    const { rows, warnings } = await readByGuess(
      'Titel;Autor;Schulnote\nKiln;Ann Vole;1\nOven;Bo Quill;2-\nSalt;Cy Marsh;5\n',
    );
    expect(rows.map(({ ownRating }) => ownRating)).toEqual([1, 0.74, 0.2]);
    expect(warnings.join()).toContain('1 is read as the best');
  });

  it('reads thumbs and hearts as liked and disliked', async () => {
    const { rows } = await readByGuess(
      'Title,Author,Rating,Favorite\nKiln,Ann Vole,👍,no\nOven,Bo Quill,👎,\nSalt,Cy Marsh,,yes\n',
    );
    expect(rows.map(({ liked, disliked, status }) => [liked, disliked, status])).toEqual([
      [true, undefined, 'finished'],
      [false, true, 'finished'],
      [true, undefined, 'none'],
    ]);
  });

  it('takes a column by its header alone, and counts the cells that it cannot read', async () => {
    const { rows, unreadCells } = await readByGuess(
      'Title,Author,Date Read\nKiln,Ann Vole,yesterday\nOven,Bo Quill,last summer\nSalt,Cy Marsh,2021-03-04\n',
    );
    expect(rows.map(({ finishedAt }) => finishedAt)).toEqual([null, null, Date.UTC(2021, 2, 4)]);
    expect(unreadCells).toMatchObject([{ column: 'Date Read', count: 2 }]);
  });

  it('keeps every day of a cell with several, and the end of a span without blanks', async () => {
    const { rows, unreadCells } = await readByGuess(
      'Title,Author,Date Read\nKiln,Ann Vole,"31/01/2019, 04/03/2021"\nOven,Bo Quill,2021/03/01-2021/03/04\nSalt,Cy Marsh,"March 4, 2021"\n',
    );
    expect(rows.map(({ finishedAt, finishedDates }) => [finishedAt, finishedDates])).toEqual([
      [Date.UTC(2021, 2, 4), [Date.UTC(2019, 0, 31), Date.UTC(2021, 2, 4)]],
      [Date.UTC(2021, 2, 4), undefined],
      [Date.UTC(2021, 2, 4), undefined],
    ]);
    expect(unreadCells).toEqual([]);
  });

  it('reads the order of days that a header states, questions of a form, and a column of Y and N', async () => {
    const { rows, warnings } = await readByGuess(
      'What did you read?,Finished (dd/mm/yyyy),Read?\nKiln,04/03/2021,Y\nOven,05/03/2021,Y\nSalt,,N\n',
    );
    expect(rows.map(({ title, finishedAt, status }) => [title, finishedAt, status])).toEqual([
      ['Kiln', Date.UTC(2021, 2, 4), 'finished'],
      ['Oven', Date.UTC(2021, 2, 5), 'finished'],
      ['Salt', null, 'none'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('leaves out the addresses that notes of others have behind names', async () => {
    const { rows } = await readByGuess(
      'Title,Author,Status\nKiln,"Ann Vole (https://notes.example/1), Bo Quill (https://notes.example/2)",Ready to Start\n',
    );
    expect(rows.map(({ creators, status }) => [creators, status])).toEqual([[['Ann Vole', 'Bo Quill'], 'wanted']]);
  });
});

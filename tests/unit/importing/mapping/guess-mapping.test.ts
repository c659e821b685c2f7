import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { guessMapping } from '../../../../renderer/src/importing/mapping/guess-mapping';
import { textFile } from '../../../fixtures/exports/files';

/** What each column of a table is taken for, and the rest of the guess. */
function guessed(header: string, ...rows: readonly string[]) {
  const names = header.split(';');
  const { columns, ...rest } = guessMapping(
    names,
    rows.map((row) => row.split(';')),
  );
  return {
    ...rest,
    columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, names[column]])),
  };
}

/** The rows of a table that is read as it is guessed, and the analysis. */
async function readByGuess(text: string) {
  const file = textFile('t.csv', text);
  const { unrecognised } = await analyseFiles([file]);
  const guess = unrecognised[0]?.table?.guess;
  if (guess === undefined) throw new Error('no table');
  const { analyses } = await analyseFiles([file], { mapping: guess });
  const [analysis] = analyses;
  if (analysis === undefined) throw new Error('nothing was read');
  return analysis;
}

describe('guessMapping', () => {
  it('takes no pages for names of makers, genres and series', () => {
    expect(
      guessed(
        'Title;Authors URLs;Authors labels;Genres URLs;Genres labels',
        'A;https://a.example/1;Ann Vole;https://a.example/2;poetry',
      ).columns,
    ).toEqual({ title: 'Title', creators: 'Authors labels', tags: 'Genres labels' });
    expect(guessed('Titles;Artist;Liked date', 'A;Reed;2026-02-24').columns).toEqual({
      title: 'Titles',
      creators: 'Artist',
      addedAt: 'Liked date',
    });
  });

  it('knows films and series from anime where a column names all three', async () => {
    const { rows } = await readByGuess('title,type,score\nA,anime,9\nB,anime,8\nC,movie,7\nD,tv,7\n');
    expect(rows.map(({ title, kind }) => [title, kind])).toEqual([
      ['A', 'anime'],
      ['B', 'anime'],
      ['C', 'movie'],
      ['D', 'series'],
    ]);
  });

  it('takes a year for the year, and days for what they are the days of', () => {
    expect(guessed('Title;Date Started;Date Finished;Pages', 'A;2021-01-03;2021-01-04;300').columns).toEqual({
      title: 'Title',
      finishedAt: 'Date Finished',
      length: 'Pages',
    });
    expect(guessed('title;watched_at;rated_at;rating', 'A;2021-02-03T20:11:00.000Z;2021-02-04;9').columns).toEqual({
      title: 'title',
      finishedAt: 'watched_at',
      ratedAt: 'rated_at',
      rating: 'rating',
    });
    expect(guessed('Title;Date', 'A;1813', 'B;c1898').columns).toMatchObject({ year: 'Date' });
    expect(guessed('Title;Date', 'A;2021-02-03').columns).toMatchObject({ addedAt: 'Date' });
    expect(guessed('Title;Completed', 'A;X', 'B;').columns).toEqual({ title: 'Title', status: 'Completed' });
  });

  it('never takes for a title what names somebody else', () => {
    expect(guessed('Profile Name;Device Type', 'Ann;TV').columns).toEqual({});
    expect(guessed('Profile Name;Video Title', 'Ann;A').columns).toMatchObject({ title: 'Video Title' });
    expect(guessed('First Name;Last Name;Album', 'Pim;Garland;A')).toMatchObject({
      columns: { title: 'Album' },
      kind: 'album',
    });
    const profiles = Array.from({ length: 30 }, (_unused, place) => `${place % 2 === 0 ? 'Ann' : 'Bo'};TV`);
    expect(guessed('Name;Device', ...profiles).columns).toEqual({});
  });

  it.each([
    ['Name;Artist;Album;URL', 'track', 'Name'],
    ['Artist;Album;Year', 'album', 'Album'],
    ['Title;Artist;# of Tracks;Jacket Type', 'album', 'Title'],
    ['brewery_id;brewery_name;beer_name;beer_abv', 'food', 'beer_name'],
    ['Beer;Brewery;Style;ABV', 'food', 'Beer'],
    ['Rank;Name;Platform;Year;Publisher', 'game', 'Name'],
    ['Title;Publisher', 'book', 'Title'],
    ['movie_title;genre;mpaa_rating', 'movie', 'movie_title'],
  ])('knows what %s are tables of', (header, kind, title) => {
    expect(guessed(header, '1;2;3;4;5')).toMatchObject({ kind, columns: { title } });
  });

  it('takes no number of a thing for its title or its maker', () => {
    expect(guessed('movieId;tag', '3;sea').columns.title).toBeUndefined();
    expect(guessed('beer_name;brewery_id', 'Lamp Black;7').columns).toEqual({ title: 'beer_name' });
  });

  it('takes words for kinds only where they name kinds', () => {
    expect(guessed('Title;Type', 'A;TV Show', 'B;Movie', 'C;show')).toMatchObject({ columns: { kind: 'Type' } });
    expect(guessed('Title;Type', 'A;GB', 'B;MB', 'C;GB').columns).toEqual({ title: 'Title' });
    expect(guessed('Title;Category', 'A;Sea;', 'B;Sea', 'C;Sea').columns).not.toHaveProperty('kind');
  });

  it('makes places only of what lies on maps', () => {
    const links = ['https://a.example/1', 'https://a.example/2', 'https://www.google.com/maps/place/x'];
    expect(guessed('Title;URL', ...links.map((link, place) => `${String(place)};${link}`)).kind).toBe('article');
    expect(guessed('Title;URL', `A;${String(links[2])}`).kind).toBe('place');
  });

  it('takes a blurb for no note of the owner', () => {
    expect(guessed('Title;Description;Synopsis', 'A;long;long').columns).toEqual({ title: 'Title' });
    expect(guessed('title;author_sort;comments', 'A;Vole, Ann;Bestseller!').columns).not.toHaveProperty('note');
    expect(guessed('Title;Comments', 'A;mine').columns).toMatchObject({ note: 'Comments' });
    expect(guessed('Titre;Note', 'A;4', 'B;5').columns).toEqual({ title: 'Titre', rating: 'Note' });
  });

  it('takes averages for everyone’s rating, and asks', () => {
    const rows = ['A;4.12', 'B;3.87', 'C;4.03'];
    expect(guessed('Title;Rating', ...rows)).toMatchObject({
      columns: { crowdRating: 'Rating' },
      guess: { questions: expect.arrayContaining(['rating']) as unknown },
    });
    expect(guessed('Title;Rating;My Rating', ...rows.map((row) => `${row};4`)).columns).toMatchObject({
      rating: 'My Rating',
      crowdRating: 'Rating',
    });
    expect(guessed('Title;User Score;Critic Score', 'A;80;91').columns).toMatchObject({
      rating: 'User Score',
      crowdRating: 'Critic Score',
    });
  });

  it('asks for the scale where two fit', () => {
    const scale = (header: string, ...rows: readonly string[]) => {
      const { ratingMaximum, guess } = guessed(header, ...rows);
      return [ratingMaximum, guess?.questions.includes('ratingMaximum')];
    };
    expect(scale('Title;Author;Score', 'A;B;3', 'A;B;4')).toEqual([5, true]);
    expect(scale('Title;Author;Score', 'A;B;3', 'A;B;5')).toEqual([5, false]);
    expect(scale('Title;Author;Score', 'A;B;3', 'A;B;8')).toEqual([10, false]);
    expect(scale('Title;Author;Rating (1-5)', 'A;B;3', 'A;B;8')).toEqual([10, true]);
    expect(scale('Title;Author;My Score (out of 10)', 'A;B;3', 'A;B;5')).toEqual([10, false]);
  });

  it('says why it takes a column for a field', () => {
    expect(guessed('Title;Rating', 'A;4', 'B;soon', 'C;5').guess?.evidence).toEqual({
      title: { word: 'title', fitting: 3, filled: 3 },
      rating: { word: 'rating', fitting: 2, filled: 3 },
    });
  });

  it.each([
    ['Titel;Autor;Bewertung;Gelesen am;Status', 'A;Ann Vole;4,5;14.03.2021;gelesen', 'book'],
    ['Titre;Auteur;Note;Lu le', 'A;Ann Vole;4;14/03/2021', 'book'],
    ['Título;Director;Puntuación;Visto el', 'A;Ann Vole;4;14/03/2021', 'movie'],
    ['Название;Автор;Моя оценка;Дата прочтения', 'A;Ann Vole;4;14.03.2021', 'book'],
    ['タイトル;著者;評価;読了日', 'A;Ann Vole;4;2021年3月14日', 'book'],
    ['名前;著者;評価;読了日', 'A;Ann Vole;★★★★☆;2021年3月14日', 'book'],
  ])('%s', (header, row, kind) => {
    const guess = guessed(header, row);
    expect(Object.keys(guess.columns)).toEqual(expect.arrayContaining(['title', 'creators', 'rating', 'finishedAt']));
    expect(guess.kind).toBe(kind);
  });
});

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

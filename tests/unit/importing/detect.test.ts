import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import { guessMapping } from '../../../renderer/src/importing/mapping/guess-mapping';
import { exportFile, fixtureText, letterboxdMembers, textFile, zipOf } from '../../fixtures/exports/files';

describe('analyseFiles', () => {
  it('sorts a mixed pile by source and reports progress', async () => {
    const steps: number[] = [];
    const result = await analyseFiles(
      [
        exportFile('imdb-2017-ratings.csv'),
        exportFile('goodreads-23-columns.csv'),
        exportFile('imdb-2025-list.csv'),
        textFile('n.txt', 'x'),
      ],
      {
        onProgress: ({ done, total }) => {
          expect(total).toBe(4);
          steps.push(done);
        },
      },
    );
    expect(result.analyses.map(({ source, files }) => [source, files.length])).toEqual([
      ['imdb', 2],
      ['goodreads', 1],
    ]);
    expect(result.unrecognised.map(({ file }) => file)).toEqual(['n.txt']);
    expect(steps).toEqual([0, 1, 2, 3, 4]);
  });

  it('makes every list file an import of its own, whatever the encoding', async () => {
    const list = fixtureText('handpicked-list.json');
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(list, (one) => one.charCodeAt(0)).buffer),
    ]);
    const { analyses, unrecognised } = await analyseFiles([
      exportFile('goodreads-23-columns.csv'),
      textFile('a.json', `\uFEFF${list}`),
      zipOf('z.zip', { 'b.json': utf16 }),
    ]);
    expect(unrecognised).toEqual([]);
    expect(analyses.map(({ source, files }) => [source, ...files])).toEqual([
      ['goodreads', 'goodreads-23-columns.csv'],
      ['handpicked-list', 'a.json'],
      ['handpicked-list', 'z.zip/b.json'],
    ]);
    expect(analyses[1]).toMatchObject({
      sourceLabel: 'A Handpicked list: Lights in winter',
      warnings: [],
      list: {
        title: 'Lights in winter',
        description: 'Four entries, three things.',
        entries: [
          { line: 1, annotation: 'First, for the lamps.' },
          { line: 2, annotation: '' },
          { line: 4, annotation: 'Not the film.' },
        ],
      },
    });
    expect(analyses[2]?.rows.map(({ title }) => title)).toEqual(analyses[1]?.rows.map(({ title }) => title));
    expect(analyses[2]?.warnings).toEqual(['z.zip/b.json: read as UTF-16']);
    expect(analyses[0]?.list).toBeNull();
  });

  it('lets the event loop run while it reads a big file, and stops in the middle when cancelled', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_unused, index) =>
        `tt${1_000_000 + index},7,2020-01-01,Film ${index},,movie,7.0,90,2000,"Drama, War",100,2000-01-01,Someone ${index % 900}`,
    );
    const big = textFile(
      'r.csv',
      [
        'Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors',
        ...rows,
      ].join('\n'),
    );
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const [analysis] = (await analyseFiles([big])).analyses;
    clearInterval(timer);
    expect(analysis?.rows).toHaveLength(30_000);
    expect(turns).toBeGreaterThan(5);
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 20);
    await expect(analyseFiles([big], { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  }, 120_000);
});

describe('any CSV', () => {
  it('offers header, sample and a guess, and reads by the guess', async () => {
    const text =
      'All my games\n\nGame title;Developer;My rating;Platform;Date finished\n"Marble, Run";Studio X;8,5;PC;31/12/2020\nTower;;;Switch;\n';
    const { unrecognised } = await analyseFiles([textFile('g.csv', text)]);
    const table = unrecognised[0]?.table;
    expect(table).toMatchObject({
      header: ['Game title', 'Developer', 'My rating', 'Platform', 'Date finished'],
      rowCount: 2,
      guess: { kind: 'game', ratingMaximum: 10, columns: { title: 0, creators: 1, rating: 2, finishedAt: 4 } },
    });
    if (table === undefined) throw new Error('no table');
    const { analyses } = await analyseFiles([textFile('g.csv', text)], { mapping: table.guess });
    expect(analyses[0]).toMatchObject({
      source: 'csv',
      rowCount: 2,
      rows: [
        {
          title: 'Marble, Run',
          line: 4,
          kind: 'game',
          ownRating: 0.85,
          finishedAt: Date.UTC(2020, 11, 31),
          status: 'finished',
        },
        { title: 'Tower', ownRating: null, status: 'none' },
      ],
    });
  });

  it('reads a table inside an archive by the mapping, but none that lies beside a recognised export', async () => {
    const mapping = { columns: { title: 0 }, kind: 'wine', ratingMaximum: 5, crowdMaximum: 5 };
    const wines = strToU8('Wine,Cellar\nRed one,A\nWhite one,B\n');
    const alone = await analyseFiles([zipOf('w.zip', { 'w.csv': wines, 'x.csv': wines })], {
      mapping,
      mappedFile: 'w.zip/w.csv',
    });
    expect(alone.analyses.map(({ source, files, rowCount }) => [source, files, rowCount])).toEqual([
      ['csv', ['w.zip/w.csv'], 2],
    ]);
    expect(alone.unrecognised).toEqual([]);
    const beside = await analyseFiles([zipOf('l.zip', { ...letterboxdMembers(), 'w.csv': wines })], { mapping });
    expect(beside.analyses.map(({ source }) => source)).toEqual(['letterboxd']);
    expect(beside.analyses[0]?.ignoredFiles.map(({ file }) => file)).toContain('l.zip/w.csv');
  });

  it.each<[string, readonly string[], readonly (readonly string[])[], Record<string, string>, string]>([
    [
      'StoryGraph',
      ['Title', 'Authors', 'ISBN/UID', 'Read Status', 'Date Added', 'Last Date Read', 'Star Rating', 'Review', 'Tags'],
      [['T', 'A', '', 'read', '', '', '3.75', '', '']],
      {
        title: 'Title',
        creators: 'Authors',
        isbn: 'ISBN/UID',
        status: 'Read Status',
        addedAt: 'Date Added',
        finishedAt: 'Last Date Read',
        rating: 'Star Rating',
        note: 'Review',
        tags: 'Tags',
      },
      'book',
    ],
    [
      'board games',
      ['objectname', 'objectid', 'rating', 'average', 'numowned', 'yearpublished', 'comment'],
      [['G', '1', '8', '7.1', '2000', '1999', '']],
      {
        title: 'objectname',
        rating: 'rating',
        crowdRating: 'average',
        crowdCount: 'numowned',
        year: 'yearpublished',
        note: 'comment',
      },
      'board game',
    ],
    [
      'a board game collection',
      ['objectname', 'rating', 'playingtime', 'maxplaytime', 'yearpublished'],
      [['G', '8', '120', '120', '1999']],
      { title: 'objectname', rating: 'rating', length: 'playingtime', year: 'yearpublished' },
      'board game',
    ],
    [
      'LibraryThing',
      ['Title', 'Primary Author', 'Length', 'Page Count', 'Rating'],
      [['T', 'A', '7 inches', '1032 ', '5']],
      { title: 'Title', creators: 'Primary Author', length: 'Page Count', rating: 'Rating' },
      'book',
    ],
    [
      'tags beside shelves',
      ['Title', 'Author', 'Subjects', 'Collections'],
      [['T', 'A', 'Sea', 'Wishlist']],
      { title: 'Title', creators: 'Author', tags: 'Subjects', shelves: 'Collections' },
      'book',
    ],
    [
      'shelves alone',
      ['Title', 'Author', 'My Bookshelves'],
      [['T', 'A', 'to-buy']],
      { title: 'Title', creators: 'Author', shelves: 'My Bookshelves' },
      'book',
    ],
    ['a length that is a size', ['Title', 'Length'], [['T', '7 inches']], { title: 'Title' }, 'other'],
    [
      'Exportify',
      ['Track URI', 'Track Name', 'Artist Name(s)', 'Duration (ms)', 'Added At'],
      [['spotify:track:1', 'T', 'A', '215000', '2020-01-01']],
      { title: 'Track Name', creators: 'Artist Name(s)', length: 'Duration (ms)', addedAt: 'Added At' },
      'track',
    ],
    [
      'Hardcover',
      ['Title', 'Author', 'Status', 'ISBN 13', 'Pages', 'Rating'],
      [['T', 'A', 'Read', '', '320', '4']],
      { title: 'Title', creators: 'Author', status: 'Status', isbn: 'ISBN 13', length: 'Pages', rating: 'Rating' },
      'book',
    ],
    [
      'scrobbles',
      ['artist', 'album', 'track', 'uts'],
      [['A', 'B', 'C', '1771758438']],
      { title: 'track', creators: 'artist', addedAt: 'uts' },
      'track',
    ],
    [
      'German',
      ['Titel', 'Autor', 'Jahr', 'Bewertung', 'Genre'],
      [['T', 'A', '1990', '4', 'X']],
      { title: 'Titel', creators: 'Autor', year: 'Jahr', rating: 'Bewertung', tags: 'Genre' },
      'book',
    ],
    ['a rating that is no number', ['Name', 'Rating'], [['T', 'PG-13']], { title: 'Name' }, 'other'],
  ])('guesses the columns of %s', (_words, header, rows, expected, kind) => {
    const guess = guessMapping(header, rows);
    expect(Object.fromEntries(Object.entries(guess.columns).map(([field, column]) => [field, header[column]]))).toEqual(
      expected,
    );
    expect(guess.kind).toBe(kind);
  });

  it('reads lengths in the unit of the header or of the cell, row by row in that of the kind', async () => {
    const lengths = async (text: string, length: number, kind: string): Promise<readonly (number | null)[]> => {
      const { analyses } = await analyseFiles([textFile('l.csv', text)], {
        mapping: { columns: { title: 0, kind: 1, length }, kind, ratingMaximum: 5, crowdMaximum: 5 },
      });
      return (analyses[0]?.rows ?? []).map((row) => row.length);
    };
    expect(await lengths('Track,Kind,Duration (ms)\nA,,215000\nB,,0\nC,,soon\n', 2, 'track')).toEqual([4, null, null]);
    expect(
      await lengths('Title,Kind,Length\nA,Book,320\nB,Movie,2 h 5 min\nC,Book,2 h 5 min\nD,,PT45M\n', 2, 'recipe'),
    ).toEqual([320, 125, null, 45]);
  });

  it('reads creators written last name first, and status words of other services', async () => {
    const mapping = { columns: { title: 0, creators: 1, status: 2 }, kind: 'book', ratingMaximum: 5, crowdMaximum: 5 };
    const text =
      'Title,Author,Status\nA,"Le Guin, Ursula K.",did-not-finish\nB,"Lind, Tove",Plan to Read\nC,"Vale, Idris",Currently Reading\nD,Homer,Completed\n';
    const { analyses } = await analyseFiles([textFile('b.csv', text)], { mapping });
    expect(analyses[0]?.rows.map(({ creators, status }) => [creators, status])).toEqual([
      [['Ursula K. Le Guin'], 'abandoned'],
      [['Tove Lind'], 'wanted'],
      [['Idris Vale'], 'in-progress'],
      [['Homer'], 'finished'],
    ]);
  });
});

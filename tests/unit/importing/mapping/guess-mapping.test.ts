import { describe, expect, it } from 'vitest';
import { guessed, readByGuess } from './guessed-table';

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

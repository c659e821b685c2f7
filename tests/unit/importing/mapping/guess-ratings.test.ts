import { expect, it } from 'vitest';
import { guessMapping } from '../../../../renderer/src/importing/mapping/guess-mapping';

/** What a table's rating columns are taken for, by their headers. */
function guessed(header: string, ...rows: readonly string[]) {
  const names = header.split(',');
  const { columns, ratingMaximum } = guessMapping(
    names,
    rows.map((row) => row.split(',')),
  );
  const named = (column: number | undefined): string | null => (column === undefined ? null : (names[column] ?? null));
  return [named(columns.rating), named(columns.crowdRating), ratingMaximum] as const;
}

it.each([
  ['Title,Rating,Critic Score', ['A,8/10,91', 'B,7/10,40'], ['Rating', 'Critic Score', 10]],
  ['Title,Rating', ['A,⭐⭐⭐⭐', 'B,⭐⭐⭐'], ['Rating', null, 5]],
  ['Title,Rating', ['A,80 %', 'B,30 %'], ['Rating', null, 100]],
  ['Title,Rating', ['A,8/10', 'B,3'], ['Rating', null, 5]],
  ['Title,My Score (out of 10),Metacritic', ['A,5,91', 'B,4,80'], ['My Score (out of 10)', 'Metacritic', 10]],
  ['Titel,Note', ['A,1.3', 'B,2', 'C,1-'], ['Note', null, 5]],
  ['Title,Rating', ['A,A-', 'B,B+', 'C,A'], ['Rating', null, 5]],
  ['Title,Rating', ['A,loved it', 'B,meh'], ['Rating', null, 5]],
  ['Title,Rating', ['A,👍', 'B,👎'], ['Rating', null, 5]],
  ['Title,Rating', ['A,4 stars', 'B,8 stars'], ['Rating', null, 10]],
  ['Title,Note', ['A,good', 'B,great'], [null, null, 5]],
  ['Titre,Note', ['A,4', 'B,3,5'], ['Note', null, 5]],
  ['Title,Rating', ['A,blue', 'B,green'], ['Rating', null, 5]],
  ['Title,Rating', ['A,PG-13', 'B,R'], [null, null, 5]],
  ['Title,Rating', ['A,E', 'B,T', 'C,M', 'D,E10+'], [null, null, 5]],
  ['Titel,Note', ['A,3.5', 'B,2', 'C,1.3'], ['Note', null, 5]],
  ['Title,Rating (1-10)', ['A,3', 'B,4'], ['Rating (1-10)', null, 10]],
  ['Title,Goodreads Rating,Ratings', ['A,4.12,15321'], [null, 'Goodreads Rating', 5]],
  ['Title,My Goodreads Rating', ['A,4'], ['My Goodreads Rating', null, 5]],
  ['title,trakt_rating,rating', ['A,7.1,9'], ['rating', 'trakt_rating', 10]],
  ['Title,Age Rating', ['A,12', 'B,18'], [null, null, 5]],
  ['Title,Meta_score', ['A,80', 'B,62'], [null, 'Meta_score', 5]],
  ['Restaurant Name,Aggregate rating,Votes', ['A,4.8,314'], [null, 'Aggregate rating', 5]],
  ['Name,User Rating,Reviews', ['A,4.7,17350', 'B,4.6,2052', 'C,4.4,900'], [null, 'User Rating', 5]],
  ['userId,Title,rating', ['1,A,4', '2,A,5', '2,B,3'], [null, null, 5]],
  ['user,Title,rating', ['ann,A,4', 'ann,B,5'], ['rating', null, 5]],
  ['Name,IGDB Rating,Score', ['A,78.2,7'], ['Score', 'IGDB Rating', 10]],
  ['Title,Rating,Ratings', ['A,4.2,15321', 'B,3.9,804', 'C,4.4,90'], [null, 'Rating', 5]],
  ['nome,nota,avaliacoes', ['A,4.2,36356', 'B,4.3,2552', 'C,3.7,804'], [null, 'nota', 5]],
  ['Title,Rating', ['A,4.2', 'B,3.9', 'C,4.4'], ['Rating', null, 5]],
] as const)('%s', (header, rows, expected) => {
  expect(guessed(header, ...rows)).toEqual(expected);
});

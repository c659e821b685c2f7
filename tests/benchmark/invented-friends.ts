import type { ItemFacts } from '../../renderer/src/domain/item';
import { BLANK_FACTS } from '../fixtures/blank-facts';

/** An invented friend, known by five things they have met, as a curator might type them in. */
export interface InventedFriend {
  readonly name: string;
  /** Kind of library this friend is asked about. */
  readonly kind: 'book' | 'movie';
  readonly history: readonly { readonly facts: ItemFacts; readonly rating: number }[];
}

const LOVED = 1;
const HATED = 0;

function thing(
  kind: string,
  title: string,
  creator: string | null,
  year: number,
  rating: number,
): InventedFriend['history'][number] {
  return {
    facts: {
      ...BLANK_FACTS,
      kind,
      title,
      creators: creator === null ? [] : [creator],
      year,
    },
    rating,
  };
}
const book = (title: string, author: string, year: number, rating: number): InventedFriend['history'][number] =>
  thing('book', title, author, year, rating);
const film = (title: string, year: number, rating: number): InventedFriend['history'][number] =>
  thing('movie', title, null, year, rating);

/** Three tastes with nothing in common, for books and for films: their picks from one library should differ. */
export const INVENTED_FRIENDS: readonly InventedFriend[] = [
  {
    name: 'Nora (literary)',
    kind: 'book',
    history: [
      book('Never Let Me Go', 'Kazuo Ishiguro', 2005, LOVED),
      book('Beloved', 'Toni Morrison', 1987, LOVED),
      book('One Hundred Years of Solitude', 'Gabriel García Márquez', 1967, LOVED),
      book('The Remains of the Day', 'Kazuo Ishiguro', 1989, LOVED),
      book('Ready Player One', 'Ernest Cline', 2011, HATED),
    ],
  },
  {
    name: 'Sam (science fiction)',
    kind: 'book',
    history: [
      book('Dune', 'Frank Herbert', 1965, LOVED),
      book('Neuromancer', 'William Gibson', 1984, LOVED),
      book('The Left Hand of Darkness', 'Ursula K. Le Guin', 1969, LOVED),
      book('Foundation', 'Isaac Asimov', 1951, LOVED),
      book('Twilight', 'Stephenie Meyer', 2005, HATED),
    ],
  },
  {
    name: 'Ida (ideas and history)',
    kind: 'book',
    history: [
      book('Guns, Germs, and Steel: The Fates of Human Societies', 'Jared Diamond', 1997, LOVED),
      book('Thinking, Fast and Slow', 'Daniel Kahneman', 2011, LOVED),
      book('The Selfish Gene', 'Richard Dawkins', 1976, LOVED),
      book('A Short History of Nearly Everything', 'Bill Bryson', 2003, LOVED),
      book('The Da Vinci Code', 'Dan Brown', 2003, HATED),
    ],
  },
  {
    name: 'Leo (action and science fiction)',
    kind: 'movie',
    history: [
      film('The Matrix', 1999, LOVED),
      film('Terminator 2: Judgment Day', 1991, LOVED),
      film('Mad Max: Fury Road', 2015, LOVED),
      film('Aliens', 1986, LOVED),
      film('The Notebook', 2004, HATED),
    ],
  },
  {
    name: 'Mara (quiet dramas)',
    kind: 'movie',
    history: [
      film('Lost in Translation', 2003, LOVED),
      film('Before Sunrise', 1995, LOVED),
      film('In the Mood for Love', 2000, LOVED),
      film('Amélie', 2001, LOVED),
      film('Transformers', 2007, HATED),
    ],
  },
  {
    name: 'Tim (animation and family)',
    kind: 'movie',
    history: [
      film('Toy Story', 1995, LOVED),
      film('Spirited Away', 2001, LOVED),
      film('Finding Nemo', 2003, LOVED),
      film('The Lion King', 1994, LOVED),
      film('Saw', 2004, HATED),
    ],
  },
];

import type { TasteEventType } from '../../domain/event';
import type { Outcome, ShareChannel } from '../../domain/share';
import { type SampleItem, shelf } from './sample-item';

const book = shelf('book');
const movie = shelf('movie');
const series = shelf('series');
const game = shelf('game');
const boardGame = shelf('board game');
const podcast = shelf('podcast');

/** Things the owner does not have: what the friends said of them is why they are known at all. */
export const FRIENDS_THINGS: readonly SampleItem[] = [
  book('Stoner', 'John Williams', 1965, 'literary fiction, classics, university'),
  book('Gilead', 'Marilynne Robinson', 2004, 'literary fiction, religion'),
  book('Mrs Dalloway', 'Virginia Woolf', 1925, 'classics, literary fiction, london'),
  movie('Tokyo Story', 'Yasujirō Ozu', 1953, 'drama, classics, family, japan'),
  movie('Lost in Translation', 'Sofia Coppola', 2003, 'drama, romance, tokyo'),
  movie('Transformers', 'Michael Bay', 2007, 'action, science fiction'),
  book('Foundation', 'Isaac Asimov', 1951, 'science fiction, classics, space'),
  book('The Three-Body Problem', 'Liu Cixin', 2008, 'science fiction, space, china'),
  movie('Interstellar', 'Christopher Nolan', 2014, 'science fiction, drama, space'),
  game('XCOM: Enemy Unknown', 'Firaxis Games', 2012, 'strategy, tactics, science fiction'),
  game('Sid Meier’s Civilization VI', 'Firaxis Games', 2016, 'strategy, history, turn-based'),
  boardGame('Agricola', 'Uwe Rosenberg', 2007, 'strategy, farming, worker placement'),
  movie('The Notebook', 'Nick Cassavetes', 2004, 'romance, drama'),
  book('And Then There Were None', 'Agatha Christie', 1939, 'mystery, crime, classics'),
  book('The No. 1 Ladies’ Detective Agency', 'Alexander McCall Smith', 1998, 'mystery, humor, botswana'),
  series('Poirot', 'Clive Exton', 1989, 'mystery, crime, england'),
  series('Ted Lasso', 'Bill Lawrence, Jason Sudeikis, Brendan Hunt, Joe Kelly', 2020, 'comedy, friendship, football'),
  podcast('Off Menu', 'Ed Gamble, James Acaster', 2018, 'comedy, food, interviews'),
  movie('The Texas Chain Saw Massacre', 'Tobe Hooper', 1974, 'horror, classics'),
];

export interface SampleFriend {
  readonly name: string;
  readonly note: string;
  readonly likedTags: readonly string[];
  readonly avoidedTags: readonly string[];
  /** By title; each days before the sample is installed. */
  readonly statements: readonly { readonly type: TasteEventType; readonly title: string; readonly daysAgo: number }[];
  readonly shares: readonly {
    readonly title: string;
    readonly via: ShareChannel;
    readonly note: string;
    readonly daysAgo: number;
    readonly outcome: Outcome | null;
  }[];
}

const say = (type: TasteEventType, title: string, daysAgo: number) => ({ type, title, daysAgo });

/** Three invented people of different taste. */
export const SAMPLE_FRIENDS: readonly SampleFriend[] = [
  {
    name: 'Mira',
    note: 'Quiet novels, slow films, long walks.',
    likedTags: ['literary fiction', 'drama', 'nature'],
    avoidedTags: ['horror'],
    statements: [
      say('loved', 'Stoner', 400),
      say('loved', 'Gilead', 330),
      say('liked', 'Mrs Dalloway', 300),
      say('loved', 'Tokyo Story', 250),
      say('loved', 'Lost in Translation', 210),
      say('liked', 'Before Sunrise', 205),
      say('never-again', 'Transformers', 190),
    ],
    shares: [
      {
        title: 'The Remains of the Day',
        via: 'message',
        note: 'This one is all restraint. Made me think of you.',
        daysAgo: 120,
        outcome: 'loved',
      },
      { title: 'In the Mood for Love', via: 'told', note: '', daysAgo: 75, outcome: 'knew-it' },
      { title: 'Carrie & Lowell', via: 'message', note: 'For a rainy evening.', daysAgo: 12, outcome: null },
    ],
  },
  {
    name: 'Jonas',
    note: 'Wants rules, systems and spaceships.',
    likedTags: ['science fiction', 'strategy', 'space'],
    avoidedTags: ['romance'],
    statements: [
      say('loved', 'Foundation', 500),
      say('loved', 'The Three-Body Problem', 420),
      say('loved', 'Interstellar', 360),
      say('loved', 'XCOM: Enemy Unknown', 340),
      say('liked', 'Sid Meier’s Civilization VI', 310),
      say('loved', 'Agricola', 280),
      say('liked', 'The Matrix', 260),
      say('never-again', 'The Notebook', 200),
    ],
    shares: [
      {
        title: 'Into the Breach',
        via: 'message',
        note: 'Chess with robots, eight squares at a time.',
        daysAgo: 140,
        outcome: 'loved',
      },
      { title: 'Fleabag', via: 'told', note: '', daysAgo: 95, outcome: 'no' },
      {
        title: 'Project Hail Mary',
        via: 'email',
        note: 'You will love the engineering.',
        daysAgo: 30,
        outcome: 'liked',
      },
    ],
  },
  {
    name: 'Carmen',
    note: 'Laughs easily, cooks well, guesses the murderer.',
    likedTags: ['mystery', 'comedy', 'humor'],
    avoidedTags: ['horror', 'war'],
    statements: [
      say('loved', 'And Then There Were None', 450),
      say('loved', 'The No. 1 Ladies’ Detective Agency', 380),
      say('loved', 'Poirot', 350),
      say('loved', 'Ted Lasso', 270),
      say('liked', 'Off Menu', 230),
      say('never-again', 'The Texas Chain Saw Massacre', 220),
      say('knows-it', 'Amélie', 100),
    ],
    shares: [
      { title: 'Knives Out', via: 'message', note: 'A proper whodunit with jumpers.', daysAgo: 110, outcome: 'loved' },
      {
        title: 'The Thursday Murder Club',
        via: 'message',
        note: 'Four pensioners and a corpse.',
        daysAgo: 50,
        outcome: 'liked',
      },
      { title: 'Shakshuka', via: 'told', note: '', daysAgo: 9, outcome: null },
    ],
  },
];

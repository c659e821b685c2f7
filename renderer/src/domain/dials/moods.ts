import type { LikelyTag } from '../recommendation';
import type { Mood } from './dials';
import { holdsPhrase } from '../holds-phrase';

interface MoodTags {
  /** Any of these, as whole words of a tag: "black comedy" has "comedy". */
  readonly wanted: readonly string[];
  /** Whatever else it is, not with these. */
  readonly unwanted: readonly string[];
}

/**
 * What a mood or occasion means, in the tags that exports and the model's tag head use (films, books, anime, artists).
 * A stated table, not a learned one: nobody's data says in what mood a thing was taken. Phrases as encoding/text.ts
 * makes them: lower case, no marks, no hyphens.
 */
const MOOD_TAGS: Readonly<Record<Mood, MoodTags>> = {
  // Nothing is asked of you.
  'light evening': {
    wanted: [
      'comedy',
      'feel good',
      'humor',
      'humour',
      'funny',
      'slice of life',
      'chick lit',
      'romantic comedy',
      'chillout',
      'mellow',
      'lounge',
    ],
    unwanted: ['horror', 'war', 'tragedy'],
  },
  // Long, warm, somewhere else.
  'rainy day': {
    wanted: [
      'classics',
      'classic literature',
      'fantasy',
      'historical fiction',
      'cosy',
      'cozy',
      'fairy tales',
      'mystery',
      'family',
      'acoustic',
      'jazz',
      'folk',
      'singer songwriter',
    ],
    unwanted: ['gore', 'erotica'],
  },
  'with kids': {
    wanted: ['children', 'family', 'animation', 'middle grade', 'kids', 'fairy tales', 'animals'],
    unwanted: [
      'horror',
      'thriller',
      'adult fiction',
      'adult animation',
      'erotica',
      'erotic',
      'hentai',
      'ecchi',
      'gore',
    ],
  },
  'thought-provoking': {
    wanted: [
      'philosophy',
      'psychology',
      'psychological',
      'politics',
      'thought provoking',
      'literary fiction',
      'dystopia',
      'dystopian',
      'documentary',
      'social',
      'society',
      'essays',
    ],
    unwanted: [],
  },
  // Done before the train arrives.
  'short trip': {
    wanted: [
      'short',
      'short stories',
      'novella',
      'essays',
      'poetry',
      'comic',
      'comics',
      'graphic novel',
      'travel',
      'anthology',
      'ona',
      'ova',
    ],
    unwanted: ['epic'],
  },
  'date night': {
    wanted: ['romance', 'romantic', 'romantic comedy', 'love', 'love story', 'soul', 'r b', 'musical', 'date night'],
    unwanted: ['horror', 'war', 'children'],
  },
  scary: {
    wanted: ['horror', 'scary', 'supernatural', 'ghosts', 'gothic', 'paranormal', 'slasher', 'zombies', 'dark ambient'],
    unwanted: ['comedy', 'children', 'romance'],
  },
  'edge of the seat': {
    wanted: ['thriller', 'suspense', 'crime', 'action', 'mystery', 'detective', 'film noir', 'spy', 'heist'],
    unwanted: [],
  },
  'learn something': {
    wanted: [
      'documentary',
      'non fiction',
      'nonfiction',
      'history',
      'science',
      'biography',
      'memoir',
      'economics',
      'business',
      'self help',
      'popular science',
      'educational',
    ],
    unwanted: ['science fiction', 'alternate history', 'fantasy'],
  },
  'full of energy': {
    wanted: [
      'action',
      'adventure',
      'dance',
      'punk',
      'hard rock',
      'electronic',
      'disco',
      'ska',
      'funk',
      'sports',
      'sport',
      'musical',
      'martial arts',
      'party',
    ],
    unwanted: [],
  },
};

/**
 * 0..1: how surely a thing suits a mood: 1 by a tag it carries, else the confidence of the likeliest fitting tag, less by
 * as much as something unwanted is sure. A mood without a table is a wanted tag. `tags` and the mood are phrases.
 */
export function moodMatch(mood: string, tags: readonly string[], likelyTags: readonly LikelyTag[]): number {
  const { wanted, unwanted } = Object.hasOwn(MOOD_TAGS, mood)
    ? MOOD_TAGS[mood as Mood]
    : { wanted: [mood], unwanted: [] };
  return sureness(wanted, tags, likelyTags) * (1 - sureness(unwanted, tags, likelyTags));
}

function sureness(phrases: readonly string[], tags: readonly string[], likelyTags: readonly LikelyTag[]): number {
  const holds = (tag: string): boolean => phrases.some((phrase) => holdsPhrase(tag, phrase));
  if (tags.some(holds)) return 1;
  let most = 0;
  for (const { name, confidence } of likelyTags) if (confidence > most && holds(name)) most = confidence;
  return Math.min(1, most);
}

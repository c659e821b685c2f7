import { holdsPhrase } from '../holds-phrase';
import type { LikelyTag } from '../recommendation';

/** Moods and occasions the window offers. Any other word is a wanted tag. */
export const MOODS = [
  'light evening',
  'rainy day',
  'with kids',
  'thought-provoking',
  'short trip',
  'date night',
  'scary',
  'edge of the seat',
  'learn something',
  'full of energy',
] as const;
export type Mood = (typeof MOODS)[number];

interface MoodTags {
  /** An item fits with one of these, as whole words of a tag: "black comedy" contains "comedy". */
  readonly wanted: readonly string[];
  /** An item with one of these does not fit, whatever its other tags. */
  readonly unwanted: readonly string[];
}

/**
 * What a mood or occasion means in tags, of those that exports and the model's tag head use (films, books, anime,
 * artists). Stated, not learned: no data set records in what mood an item was chosen. Phrases as
 * recommend/encoding/text.ts makes them: lower case, no marks, no hyphens.
 */
const MOOD_TAGS: Readonly<Record<Mood, MoodTags>> = {
  // Needs no concentration.
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
  // Long and warm, set elsewhere.
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
  // Can be finished on a short journey.
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
 * 0..1: how well an item fits a mood: 1 with a wanted tag, else the highest confidence among the wanted likely tags;
 * times 1 − the same for unwanted tags. A mood that is not in the table is a wanted tag itself. `mood` and `tags` are
 * phrases.
 */
export function moodMatch(mood: string, tags: readonly string[], likelyTags: readonly LikelyTag[]): number {
  const { wanted, unwanted } = isMood(mood) ? MOOD_TAGS[mood] : { wanted: [mood], unwanted: [] };
  return tagConfidence(wanted, tags, likelyTags) * (1 - tagConfidence(unwanted, tags, likelyTags));
}

const isMood = (word: string): word is Mood => Object.hasOwn(MOOD_TAGS, word);

/** 0..1: 1 where a tag contains one of the phrases, else the highest confidence among likely tags that do. */
function tagConfidence(phrases: readonly string[], tags: readonly string[], likelyTags: readonly LikelyTag[]): number {
  const matches = (tag: string): boolean => phrases.some((phrase) => holdsPhrase(tag, phrase));
  if (tags.some(matches)) return 1;
  let highest = 0;
  for (const { name, confidence } of likelyTags) if (confidence > highest && matches(name)) highest = confidence;
  return Math.min(1, highest);
}

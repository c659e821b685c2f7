import type { TasteEvent, TasteEventType } from '../domain/event';
import type { Outcome, ShareChannel } from '../domain/share';

export const itemText = {
  notFoundTitle: 'This thing is not in your library',
  notFoundBody: 'It may be in the trash, from where it can be restored.',
  toTrashPage: 'Open the trash',
  toLibrary: 'Back to the library',
  friendsOnly: 'Not in your library: noted only for a friend.',
  addToLibrary: 'Add to my library',
  editFacts: 'Edit facts',
  moveToTrash: 'Move to trash',
  more: 'More',
  yours: 'Your take',
  history: 'History',
  noHistory: 'Nothing written down yet.',
  removeEvent: 'Remove this entry',
  shares: 'Shared with',
  noShares: 'Not shared with anyone yet.',
  facts: 'Facts',
  likelyTags: 'Likely tags',
  likelyTagsHint: 'The model’s guesses, with how sure it is. None belongs to this thing until you add it.',
  addLikelyTag: 'Add tag',
  likely: 'likely',
  similar: 'More like this',
  /** What it has in common with the thing of the page; the parts are joined. */
  inCommon: {
    alsoBy: (creator: string) => `Also by ${creator}`,
    alsoIn: (series: string) => `Also in ${series}`,
    sameSeries: 'Same series',
    both: (tags: string) => `Both: ${tags}`,
    bothProbably: (tags: string) => `Both probably: ${tags}`,
    lovedTogether: 'People who love one tend to love the other',
  },
  crowdOf: (rating: string, count: string | null) => (count === null ? rating : `${rating} from ${count} ratings`),
  addedOn: 'Added',
  openLink: 'Open its page in your browser',
  you: 'You',
  undated: 'no date',
  form: {
    length: { pages: 'Length in pages', minutes: 'Length in minutes' },
    position: 'Number',
    save: 'Save',
  },
} as const;

const EVENT_WORDS: Readonly<Record<Exclude<TasteEventType, 'rated' | 'reacted'>, string>> = {
  loved: 'loved it',
  liked: 'liked it',
  disliked: 'disliked it',
  'never-again': 'never again',
  'chosen-over': 'chose it over another',
  finished: 'finished it',
  abandoned: 'gave it up',
  wanted: 'wants it',
  'not-for-them': 'not for them',
  'knows-it': 'knew it already',
  postponed: 'later',
};
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  loved: 'loved it',
  liked: 'liked it',
  meh: 'was lukewarm',
  no: 'did not like it',
  'knew-it': 'knew it already',
  'not-yet': 'not yet',
};
export const channelWords: Readonly<Record<ShareChannel, string>> = {
  message: 'by message',
  email: 'by e-mail',
  list: 'in a list',
  told: 'in person',
};

/** "rated it 4/5", "loved it". `rating` is already in words of the user's scale. */
export function eventWords(event: Pick<TasteEvent, 'type' | 'outcome'>, rating: string | null): string {
  if (event.type === 'rated') return rating === null ? 'rated it' : `rated it ${rating}`;
  if (event.type === 'reacted') return event.outcome === null ? 'answered' : outcomeWords[event.outcome];
  return EVENT_WORDS[event.type];
}

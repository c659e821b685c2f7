import type { GroupRule } from '../domain/recommendation-request';

/** Words of deciding together. */
export const togetherText = {
  title: 'Decide together',
  intro: 'One evening, several tastes: things you have that nobody of those who decide has met yet.',
  who: 'Who decides?',
  me: 'Me',
  you: 'You',
  youInside: 'you',
  chooseTwo: 'Choose at least two people, and five things appear that suit all of them.',
  how: 'How?',
  rules: {
    fair: {
      name: 'A fair mix',
      sentence: 'What suits all about evenly comes before what delights one and leaves another out.',
    },
    'least-misery': {
      name: 'Nobody suffers',
      sentence: 'A thing counts as much as it pleases the one it pleases least.',
    },
    average: { name: 'Most liked', sentence: 'What pleases most on average, even where one of you likes it less.' },
  } satisfies Record<GroupRule, { readonly name: string; readonly sentence: string }>,
  heading: (names: string) => `For ${names}`,
  order: {
    fair: 'Best fit for all of them first.',
    'least-misery': 'First what fits best the one it fits least.',
    average: 'Best fit on average first.',
  } satisfies Record<GroupRule, string>,
  /** The fit that orders the list, "Very good fit", as the rule counts it. */
  fitForAll: {
    fair: (fit: string) => `${fit} for all`,
    'least-misery': (fit: string) => `${fit} for the one it fits least`,
    average: (fit: string) => `${fit} on average`,
  } satisfies Record<GroupRule, (fit: string) => string>,
  listLabel: (names: string) => `Things for ${names}, best first`,
  peopleLabel: (title: string) => `How well ${title} fits each`,
  shareWith: (names: string) => `Share with ${names}…`,
  shareItem: (title: string) => `: ${title}`,
  shortcutHint: 'Keys: J and K move, S share',
  loading: 'Weighing everybody’s taste…',
  answered: (count: number, names: string, first: string) =>
    `${count} ${count === 1 ? 'thing' : 'things'} for ${names}. First: ${first}.`,
  nothingTitle: 'Nothing left that is new to all of you',
  nothing:
    'Everything in your library is known to somebody here, was sent to them, or is something they avoid. Leave somebody out, or bring in more.',
  noFriendsTitle: 'It takes at least two',
  noFriends: 'Add a friend with two or three things they love, and decide together.',
  toFriends: 'Go to your friends',
  emptyLibraryTitle: 'Your library is empty',
  emptyLibrary: 'What you decide about are things you have. Bring in an export, or add a few by hand.',
  toImport: 'Bring in your library',
} as const;

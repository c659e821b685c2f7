/** Words of what the owner could take next from their own pile. */
export const nextText = {
  title: 'What next',
  intro: (waiting: number) =>
    `Out of ${waiting.toLocaleString()} ${waiting === 1 ? 'thing' : 'things'} you have and have not finished or rated. One is enough.`,
  introLoading: 'From what you have and have not finished or rated.',
  heading: 'For you',
  listLabel: 'What next for you, best first',
  loading: 'Looking through your pile…',
  updated: (changes: string) => `Suggestions updated. ${changes}`,
  shortcutHint: 'Keys: J and K move, W why, X not for me, L not now',
  begun: 'Begun',
  wanted: 'You wanted it',
  start: 'Start it',
  notNow: 'Not now',
  notForMe: 'Not for me',
  sayHow: 'Say how it was',
  about: (title: string) => `: ${title}`,
  fewKnownTitle: 'Little is known about your taste yet',
  fewKnown: 'These are guesses. Rate a few things you know, loved and not, and they get much better.',
  fewKnownAction: 'Rate a few things',
  /** Stands where a friend's name does. */
  you: 'you',
  emptyTitle: 'Your pile is empty',
  empty: 'Everything in your library is finished or rated. Mark what you want to get to, or bring in a list of it.',
  toLibrary: 'Open the library',
  toImport: 'Bring in a list',
  nothingTitle: 'Nothing for now',
  nothing: (waiting: number) =>
    waiting === 1
      ? 'The one thing on your pile is put off, not for you, or a later part of a series you have not begun.'
      : `All ${waiting.toLocaleString()} things on your pile are put off, not for you, or later parts of a series you have not begun.`,
  reason: {
    loved: 'Because you loved ',
    liked: 'Because you liked ',
    met: 'Because you know ',
    asYouDo: { loved: ', as you do,', liked: ', which you liked,', met: ', which you know,' },
    taste: 'Close to what you like on the whole',
    likesTag: 'You like ',
    tendsToLike: 'Learned: you tend to like ',
    thingsBy: (creator: string) => `things by ${creator}`,
    none: 'Nothing you said so far points to this one in particular.',
  },
} as const;

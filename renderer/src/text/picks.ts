import { counted } from './plural';

/** Words of picks: cards, reasons, drafts, sharing. Kept here so that they can be translated in one place. */
export const picksText = {
  heading: (name: string) => `Picks for ${name}`,
  intro: (name: string, eligible: number) =>
    `From ${eligible.toLocaleString()} things you have and ${name} has not met yet.`,
  listLabel: (name: string) => `Picks for ${name}, best first`,
  loading: 'Looking through your library…',
  errorTitle: 'The picks could not be worked out',
  retry: 'Try again',
  fallbackTitle: 'Simpler picks for now',
  fewKnownTitle: (name: string) => `Little is known about ${name} yet`,
  fewKnown: (name: string) =>
    `These picks are guesses. Two or three things ${name} loves, or would never touch, make them much better.`,
  fewKnownAction: (name: string) => `Say what ${name} loves`,

  share: 'Share…',
  why: 'Why this?',
  editNote: 'Edit note',
  notForThem: 'Not for them',
  knowsIt: 'Knows it already',
  later: 'Later',
  shareItem: (title: string) => `Share ${title}`,
  noteLabel: (title: string) => `Your note about ${title}`,
  noteDone: 'Done',
  noteReset: 'Draft again',
  forFriend: (name: string) => `For ${name}`,

  moved: { new: 'new', up: (places: number) => `↑${places}`, down: (places: number) => `↓${places}` },
  movedSpoken: { new: 'new here', up: (places: number) => `up ${places}`, down: (places: number) => `down ${places}` },
  announceUpdated: (name: string, changes: string) => `Picks for ${name} updated. ${changes}`,
  announceSame: 'The order stayed the same.',
  whatMoved: 'What moved, and why',
  closeMoved: 'Hide what moved',

  sentThisWeek: (count: number, cap: number) =>
    count === 0 ? 'nothing sent this week' : `${count} of ${cap} sent this week`,
  sentSentence: (count: number, cap: number) =>
    count === 0 ? 'Nothing sent this week.' : `${count} of ${cap} sent this week.`,
  sentToOthers: (names: readonly string[]) => `sent to ${joinNames(names)} before`,
  overCapTitle: 'A lot for one week',
  overCap: (name: string, count: number) =>
    `${name} was sent ${count} things in the last seven days. Nothing stops you, but the next one may be read better in a few days.`,

  wildcard: 'Wildcard: to find out something new',
  wildcardHow: 'How it was drawn',
  wildcardWhy: (name: string) =>
    `One place of five is drawn by chance, so that there is something to learn about ${name} beyond what is known already.`,
  wildcardDraw: (pool: number) =>
    `${counted(pool, 'thing')} could have stood here. The likelier one is to please and the less is known about that, the better its chance; each had some.`,
  wildcardChance: (words: string, figure: string) => `This one had ${words} of being drawn: ${figure}.`,
  wildcardOdds: {
    good: 'a good chance',
    fair: 'a fair chance',
    small: 'a small chance',
    verySmall: 'a very small chance',
  },

  doneTitle: 'That is all for today',
  doneShared: (name: string, count: number) =>
    `You sent ${name} ${count} ${count === 1 ? 'thing' : 'things'} today. Time to let them enjoy it.`,
  doneHandled: (name: string) => `You went through today’s picks for ${name}. Tomorrow is another day.`,
  lookAnyway: 'Look anyway',
  nothingTitle: 'Nothing left to pick from',
  nothing: (name: string) =>
    `Everything in your library that could suit ${name} was sent, declined or is known. Add or import more, or bring something back from their page.`,
  emptyLibraryTitle: 'Your library is empty',
  emptyLibrary: 'Picks come from things you have. Bring in an export, or add a few by hand.',
  goToImport: 'Bring in your library',

  reason: {
    loved: (name: string) => `Because ${name} loved `,
    liked: (name: string) => `Because ${name} liked `,
    met: (name: string) => `Because ${name} knows `,
    chosen: (name: string) => `Because ${name} would pick `,
    alsoBy: (creator: string) => `, also by ${creator}`,
    alsoIn: (series: string) => `, also in ${series}`,
    sameSeries: ', in the same series',
    both: (tags: readonly string[]) => ` (both: ${tags.join(', ')})`,
    /** Tags nobody gave them: the model's guess, and said so. */
    bothProbably: (tags: readonly string[]) => ` (both probably: ${tags.join(', ')})`,
    peopleWhoLove: 'People who love ',
    asTheyDo: {
      loved: (name: string) => `, as ${name} does,`,
      liked: (name: string) => `, which ${name} liked,`,
      met: (name: string) => `, which ${name} knows,`,
      chosen: (name: string) => `, which ${name} would pick,`,
    },
    tendToLove: ' tend to love this',
    taste: (name: string) => `Close to what ${name} likes on the whole`,
    likesTag: (name: string) => `${name} likes `,
    ownRating: (rating: string) => `You gave it ${rating}`,
    crowd: (rating: string) => `Others rate it ${rating} on average`,
    crowdCounted: (rating: string, count: number) =>
      `Others rate it ${rating} on average (${count.toLocaleString()} votes)`,
    tendsToLike: (name: string) => `Learned: ${name} tends to like `,
    more: ' more than expected',
    less: ' less than expected',
    yours: (rating: string) => `Yours: ${rating}.`,
    littleKnown: (name: string) => `Little is known of ${name}’s taste yet.`,
    none: (name: string) => `Nothing known of ${name} points to this one in particular.`,
    between: ' and ',
  },

  noteLength: 'Length of the draft',
  noteLengths: { short: 'Short', usual: 'Usual', long: 'Long' },
  noteLengthEdited: 'These are your own words. Draft again to choose a length.',

  dialogTitle: (title: string) => `Share ${title}`,
  dialogTo: 'To',
  dialogToPlaceholder: 'Choose friends',
  dialogMessage: 'Message',
  dialogMessageHelp: 'Yours to change. Private notes are never part of it.',
  copyMessage: 'Copy message',
  emailDraft: 'E-mail draft',
  toldThem: 'I told them',
  addToList: 'Add to a list',
  chooseSomebody: 'Choose at least one friend.',
  copiedShort: 'Copied',
  sharedWith: (title: string, names: readonly string[]) => `Shared ${title} with ${joinNames(names)}`,
  copied: 'Message copied. Paste it wherever you write to them.',
  copyRefusedTitle: 'The clipboard is not available',
  copyRefused: 'Select the message and copy it by hand; then say “I told them”.',
  emailRefused: 'No e-mail program was opened. The message can be copied instead.',
  emailSubject: (title: string) => `Something for you: ${title}`,

  shortcuts: {
    next: 'Next pick',
    previous: 'Previous pick',
    share: 'Share it',
    note: 'Edit the note',
    notForThem: 'Not for them',
    knowsIt: 'They know it already',
    later: 'Later',
    why: 'Why this one',
  },
  shortcutHint: 'Keys: J and K move, W why, S share, E note, X not for them, A already known, L later',

  friendsHeading: 'Who would love this?',
  friendsIntro: 'Friends who have not met it, best fit first.',
  friendsNone: 'No friends to rank yet. Add one, and this page says who would love it.',
  friendsNobody: 'Everybody knows it, was sent it, or would rather not.',
  notOffered: 'This is left out of picks, so nobody is ranked for it.',
} as const;

/** “Ada”, “Ada and Ben”, “Ada, Ben and Cy”. */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

import type { Outcome, ShareChannel } from '../domain/share';

/** Words of what was sent and what came of it. */
export const sharesText = {
  title: 'Shared',
  intro: 'Everything you passed on, and how it went. One tap is enough.',
  loading: 'Reading what you sent…',
  emptyTitle: 'Nothing sent yet',
  empty: 'What you share from a friend’s picks is remembered here, so that the next picks get better.',
  emptyAction: 'See your friends',
  noMatchTitle: 'Nothing here',
  noMatch: 'Nothing that was sent matches these filters.',
  clearFilters: 'Show everything', showMore: 'Show more',
  filterFriend: 'Friend', everyFriend: 'Everybody',
  filterOutcome: 'How it went', everyOutcome: 'Everything', unanswered: 'No answer yet',
  count: (count: number) => `${count.toLocaleString()} ${count === 1 ? 'thing' : 'things'}`,
  howDidItGo: 'How did it go?',
  outcomeGroup: (title: string, name: string) => `How did ${title} go with ${name}?`,
  outcome: {
    loved: 'Loved it', liked: 'Liked it', meh: 'Meh', no: 'No', 'knew-it': 'Knew it already', 'not-yet': 'Not yet',
  } satisfies Record<Outcome, string>,
  via: { message: 'by message', email: 'by e-mail', list: 'in a list', told: 'in person' } satisfies Record<ShareChannel, string>,
  sentTo: (name: string, via: string, date: string) => `to ${name} ${via}, ${date}`,
  sent: (via: string, date: string) => `${via}, ${date}`,
  editNote: 'Edit note', deleteShare: 'Delete', saveNote: 'Save', cancel: 'Cancel',
  noteLabel: (title: string) => `What you wrote about ${title}`,
  noNote: 'No note.',
  gone: 'a thing that is no longer here',
  somebody: 'somebody who is no longer here',
} as const;

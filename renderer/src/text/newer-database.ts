import { counted } from './plural';

/** Words of the page that is shown where a newer version of the program has used the library. */
export const newerDatabaseText = {
  title: 'Your library is from a newer version of Handpicked',
  about:
    'A newer version of Handpicked has brought the library of this window to its own form. This version could only guess what that means, so it has not changed anything: the library is as the newer version left it.',
  advice: 'Start the newer version again, or update this one: then everything is there.',
  file: 'If you need a copy before that, save everything as one file; saving only reads the library. The file also holds what this version does not know: the newer version restores all of it, this one cannot. Private notes are in it, too.',
  heading: 'What is in it',
  onlyLook: 'To look at: nothing can be changed here, and what only the newer version knows is not shown.',
  reading: 'Reading the library…',
  notRead: 'The library cannot be shown',
  search: 'Search',
  show: 'Show',
  things: (count: number) => `Things (${count.toLocaleString()})`,
  friends: (count: number) => `Friends (${count.toLocaleString()})`,
  thingsList: 'Things',
  friendsList: 'Friends',
  found: (count: number, all: number) => `${count.toLocaleString()} of ${all.toLocaleString()}`,
  noThings: 'This version finds no things in it.',
  noFriends: 'This version finds no friends in it.',
  noneFound: 'Nothing here has all of these words.',
  rating: (stars: number) => `your rating ${String(stars)}/5`,
  privateNote: (note: string) => `Private note: ${note}`,
  likes: (tags: readonly string[]) => `Likes ${tags.join(', ')}`,
  /** Null: everything can be read. */
  unreadable: (count: number): string | null =>
    count === 0
      ? null
      : `${counted(count, 'record')} cannot be read by this version and ${count === 1 ? 'is' : 'are'} not shown. The file that you can save holds ${count === 1 ? 'it' : 'them'} as far as the browser can read ${count === 1 ? 'it' : 'them'}.`,
} as const;

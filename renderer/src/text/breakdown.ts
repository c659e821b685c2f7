import type { SimpleWay } from '../domain/backtest';
import { simpleWayInSentence } from './simple-ways';

/** Whom a score is about, in the middle of a sentence and at its start; null = the reader. */
const whom = (name: string | null): string => name ?? 'you';
const who = (name: string | null): string => name ?? 'You';

/**
 * Words of the breakdown: what a pick's score is made of, line by line. Names are a friend's, null the reader's own.
 */
export const breakdownText = {
  title: (title: string) => `Why ${title}?`,
  intro:
    'Each line says how much it raises or lowers the odds, on the scale the model computes with (log-odds): 0 changes nothing, +1 makes the odds almost three times better, −1 almost three times worse.',
  caption: (title: string, name: string | null) =>
    `What the chance that ${name === null ? 'you like' : `${name} likes`} ${title} is made of`,
  interestCaption: (title: string, name: string | null) => `What orders ${title} among the picks for ${whom(name)}`,
  liking: (name: string | null) => `Would ${name ?? 'you'} like it?`,
  interest: (name: string | null) => `Would ${name ?? 'you'} choose it?`,
  adds: 'Adds',
  loading: 'Taking the score apart…',
  errorTitle: 'The score could not be taken apart',
  nobody: (name: string | null) => `No picks are made for ${whom(name)} at the moment.`,
  total: 'In sum',
  start: 'What any thing begins with',
  crowd: 'Everybody’s rating of it',
  everybody: (name: string | null) =>
    `The model, before anything is known about ${name === null ? 'you' : 'them'} in particular`,
  loved: (name: string | null) => `${who(name)} loved `,
  liked: (name: string | null) => `${who(name)} liked `,
  chosen: (name: string | null) => `${who(name)} would pick `,
  soSo: (name: string | null) => `${who(name)} found this so-so: `,
  disliked: (name: string | null) => `${who(name)} did not like `,
  met: (name: string | null) => (name === null ? 'You know ' : `${name} knows `),
  gone: 'something that is no longer there',
  together: 'What those change only in combination',
  guide: (way: SimpleWay, name: string | null) =>
    `For ${whom(name)} ${simpleWayInSentence[way]} is the better guide so far`,
  ownRating: 'Your own rating',
  notRated: 'You have not rated it',
  likedTags: (name: string | null) => (name === null ? 'Tags you like' : `Tags ${name} likes`),
  kind: 'The kind of thing it is',
  aversion: (name: string | null) => `Like what ${whom(name)} turned down`,
  nearDuplicate: (name: string | null) => `Nearly the same as what ${whom(name)} turned down`,
  learned: 'Learned: ',
  others: (count: number) => `${String(count)} smaller things`,
  dial: 'Dial: ',
  chance: (name: string | null, words: string, figure: string) => `Which means for ${whom(name)}: ${words}, ${figure}.`,
  knows: (words: string, figure: string) =>
    `${words}: ${figure}. That lowers its place in the list, and is part of neither sum.`,
  rounded: 'Figures are rounded so that the lines add up to the last.',
  togetherHelp:
    'The line “in combination” holds what the things above change only with each other, so that nothing is left out of the sum.',
  method: {
    'leave-one-out': 'Each thing is judged by leaving it out and asking the model again.',
    shapley:
      'Single things explained less than four fifths of it, so each is judged by what it adds on average over many orders of learning about them (sampled Shapley values).',
  },
} as const;

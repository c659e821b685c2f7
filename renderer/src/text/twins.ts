import type { IdentityEvidence } from '../domain/identity-evidence';
import { evidenceList, doubtReason } from './identity';
import { counted } from './plural';

/** Words of "could be the same": two things side by side, one key each. */
export const twinsText = {
  title: 'Could be the same',
  intro: 'Things of yours that look alike. Nothing is put together without your answer, and each answer can be undone.',
  /** In the library, beside the number of things. */
  open: (count: number) => `${count.toLocaleString()} could be the same`,
  looking: (done: number, total: number) => `Comparing: ${done.toLocaleString()} of ${total.toLocaleString()} things`,
  lookingLabel: 'Comparing your things',
  noneTitle: 'Nothing looks alike',
  none: 'No two things of your library look as if they were one. What you said is different stays different.',
  toLibrary: 'To the library',
  /** After an import, a list or a paste. */
  ofNew: (count: number) =>
    count === 1
      ? '1 new thing could be the same as another'
      : `${counted(count, 'new thing')} could be the same as others`,
  lookAtThem: 'Look at them',

  question: (title: string, other: string) =>
    title === other ? `“${title}”: one thing, or two?` : `“${title}” and “${other}”: one thing, or two?`,
  progress: (place: number, of: number) => `${place.toLocaleString()} of ${of.toLocaleString()}`,
  progressLabel: 'How far you are',
  why: (evidence: readonly IdentityEvidence[]) => `Not certain, because ${doubtReason(evidence)}.`,
  whySame: (evidence: readonly IdentityEvidence[]) => `They look like one: ${evidenceList(evidence)}.`,
  whyDifferent: (evidence: readonly IdentityEvidence[]) => `They look like two things: ${doubtReason(evidence)}.`,
  same: 'The same',
  different: 'Different',
  later: 'Later',
  undo: 'Undo',
  leave: 'Done',
  keys: 'Keys: S the same · D different · L later · U undo · X the other one stays · A all like this · Esc stop',
  keysForTwo: 'Keys: S the same · D different · X the other one stays · Esc stop',
  keysForRow: 'Keys: S the same · D different · L later · U undo · A all like this · Esc back to the preview',

  table: 'The two side by side',
  fact: 'What',
  stays: 'Stays',
  goes: 'Goes into it',
  swap: 'Let this one stay',
  differs: 'differs',
  unknown: '—',
  yes: 'Yes',
  no: 'No',
  from: 'From',
  added: 'Added',
  friends: 'Friends, shares, lists',
  inLibrary: 'In your library',
  throughFriends: 'Known through friends',
  inFile: (file: string, line: number) => `In ${file}, line ${line}`,
  inThisImport: 'In this import',
  statements: (count: number) => counted(count, 'statement') + ' of friends',
  shares: (count: number) => counted(count, 'share'),
  lists: (count: number) => `on ${counted(count, 'list')}`,
  rated: (rating: string, date: string | null) => (date === null ? rating : `${rating}, ${date}`),
  /** @param counting, @param other ratings in words */
  ratingCounts: (counting: string, other: string) =>
    `Two ratings: ${counting} counts, because it is the later one. ${other} is kept with its date.`,
  ratingWithDate: (counting: string, other: string) =>
    `Two ratings: ${counting} counts, because it has a date. ${other} is kept as well.`,
  ratingWithoutDates: (counting: string, other: string) =>
    `Two ratings without dates: ${counting} counts, because it came in last. ${other} is kept as well.`,
  ratingOfStays: (counting: string, other: string) =>
    `Two ratings without dates: ${counting} counts, because it is of the one that stays. ${other} is kept as well.`,
  whatStays:
    'If they are the same, one stays and gets all that the other has. Where facts differ, those of the one that stays stand.',

  allLike: (count: number) => `All ${count.toLocaleString()} like this…`,
  allTitle: (count: number) => `${counted(count, 'pair')} like this`,
  allRule: (evidence: readonly IdentityEvidence[]) => `All of these: ${evidenceList(evidence)}.`,
  allFirst: 'The first of them:',
  allMore: (count: number) => `and ${counted(count, 'more pair')}`,
  entangled: (count: number) =>
    `${counted(count, 'other pair')} like this ${count === 1 ? 'is' : 'are'} asked about one by one: a thing in ${count === 1 ? 'it' : 'them'} looks like more than one other.`,
  allSame: (count: number) => `All ${count.toLocaleString()} are the same`,
  allDifferent: (count: number) => `All ${count.toLocaleString()} are different`,
  allCancel: 'One by one',
  allHint: 'One undo takes all of it back.',
  pair: (one: string, other: string) => `${one} ↔ ${other}`,

  saidSame: (title: string) => `${title}: put together.`,
  saidDifferent: (title: string) => `${title}: two different things.`,
  saidLater: (title: string) => `${title}: later.`,
  saidAll: (count: number) => `${counted(count, 'pair')} answered.`,
  takenBack: 'Taken back.',
  overTitle: 'All gone through',
  over: (later: number) =>
    later === 0
      ? 'What you said is kept: you are not asked again.'
      : `What you said is kept. You put ${counted(later, 'pair')} off for later.`,
  again: (count: number) => (count === 1 ? 'Look at it again' : `Look at the ${count.toLocaleString()} again`),
  goneTitle: 'One of the two is no longer there',
  gone: 'It may be in the trash, or put together with another already.',
  merge: 'Merge…',
} as const;

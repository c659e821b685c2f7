import { counted } from './plural';
import { sourceName } from './source-names';

const CAME_FROM: ReadonlyMap<string, string> = new Map([
  ['manual', 'Added'],
  ['share', 'Added'],
  ['sample', 'Came with the sample library'],
  ['csv', 'Brought in from a CSV file'],
]);

/** Words of what a thing or a friend was before. */
export const historyText = {
  open: 'Earlier versions…',
  openOf: (title: string) => `Earlier versions of ${title}`,
  aboutItem:
    'From the journal in your data folder, newest first. Bringing a version back changes this thing’s facts and what you said of it, nothing else: what you shared stays shared.',
  aboutPerson: (name: string) =>
    `From the journal in your data folder, newest first. Bringing a version back changes what is noted of ${name}, nothing else: what you shared, and the answers, stay.`,
  reading: 'Reading the journal…',
  now: 'As it is now',
  bringBack: 'Bring this back',
  bringBackOf: (when: string) => `Bring this back: the version of ${when}`,
  nothing: 'Nothing older is kept: the journal has nothing of it.',
  unchanged: 'Nothing older is kept: it has not changed since it was first written to the journal.',
  end: 'Nothing older is kept.',
  showOlder: (count: number) => `Show ${counted(count, 'older version')}`,
  unreadable: (count: number) =>
    `${count === 1 ? 'One record of the journal' : counted(count, 'record') + ' of the journal'} cannot be read by this version and may be missing here.`,
  failed: 'The journal could not be read',
  noHost:
    'Earlier versions are in the journal that Handpicked keeps in your data folder. This page runs without its program, so nothing older is kept here. Start Handpicked with "npm start".',

  cameFrom: (source: string) => CAME_FROM.get(source) ?? `Brought in from ${sourceName(source)}`,
  /** The journal began later. */
  keptSince: (date: string, source: string) => `First written to the journal; added on ${date} (${sourceName(source)})`,
  backAgain: 'There again',
  toTrash: 'Moved to the trash',
  gone: 'Taken out of the library',
  set: (name: string, value: string) => `${name}: ${value}`,
  was: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
  changed: (name: string) => `${name} changed`,
  removed: (name: string) => `${name} removed`,
  inCatalogue: 'Compared with the catalogue',
  twins: 'Compared with what looks like it',
  noted: (words: string) => `Noted: ${words}`,
  takenBack: (words: string) => `Taken back: ${words}`,
  notedInstead: (before: string, after: string) => `Noted: ${after} (before: ${before})`,
  about: (title: string, words: string) => `${title}, ${words}`,
  shared: (name: string, via: string) => `Shared with ${name} ${via}`,
  unshared: (name: string) => `Share with ${name} removed`,
  answer: (name: string, answer: string) => `${name}: ${answer}`,
  answerCleared: (name: string) => `What ${name} made of it was cleared`,
  shareNote: (name: string) => `Note to ${name} changed`,
  archived: 'Archived',
  unarchived: 'Brought back from the archive',
  dials: 'Dials changed',
  weights: 'Weights set by hand changed',
} as const;

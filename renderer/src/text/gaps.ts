import { counted } from './plural';

/** Words of "Fill in the gaps": what the catalogue knows of things that lack something. */
export const gapsText = {
  title: 'Fill in the gaps',
  open: 'Fill in the gaps',
  intro:
    'The catalogue on this computer knows facts of well-known things. Only blanks are filled: nothing you typed or imported is changed.',
  looking: (done: number, total: number) =>
    total === 0 ? 'Asking the catalogue…' : `Asking the catalogue: ${String(done)} of ${counted(total, 'thing')}…`,
  cancel: 'Cancel',
  cancelled: 'Cancelled. What was found by then stands below.',
  goOn: 'Look up the rest',
  offTitle: 'The catalogue is switched off',
  off: 'Nothing is looked up until you switch it on in Settings.',
  toSettings: 'Settings',
  unavailableTitle: 'The catalogue cannot be read',
  emptyTitle: 'Your library is empty',
  empty: 'Once there are things in it, what they lack is shown here.',
  toImport: 'Import a file',
  fields: 'What is missing',
  field: 'Field',
  lacking: 'Things that lack it',
  fillable: 'The catalogue knows it for',
  withByTitle: (count: number) => `This counts ${counted(count, 'thing')} recognised by the title alone: see below.`,
  fill: (count: number) => (count === 0 ? 'Nothing to fill in' : `Fill in ${counted(count, 'thing')}`),
  fillChosen: (count: number) =>
    count === 0 ? 'None chosen' : count === 1 ? 'Fill in this one' : `Fill in these ${counted(count, 'thing')}`,
  fillHint: 'One undo takes all of it back. What was filled in is marked as such on each thing’s page.',
  byTitleHeading: (count: number) => `${counted(count, 'thing')} recognised by the title alone`,
  byTitleHint:
    'Nothing but the title speaks for these, so look through them and choose. They get no numbers such as ISBN.',
  byTitleLabel: 'Things recognised by the title alone',
  all: 'All of them',
  nothingFound: 'Nothing else is known',
  doubtfulHeading: (count: number) => `${counted(count, 'thing')} that could be one or another`,
  doubtfulHint: 'You decide, one key each. Nothing is filled in without your answer.',
  goThrough: 'Go through them',
  doneTitle: 'Nothing to fill in',
  done: 'The catalogue knows nothing of your things that they lack.',
  toLibrary: 'To the library',
  ownLabel: 'Yours',
  entryLabel: 'In the catalogue',
  noted: (title: string, found: string) => `${title}: ${found}.`,
  noneNoted: (title: string) => `${title}: none of these.`,
  laterNoted: (title: string) => `${title}: later.`,
  takenBack: 'Taken back.',
  leave: 'Done',
  overTitle: 'All gone through',
  over: (later: number) =>
    later === 0
      ? 'What you said is kept: you are not asked again.'
      : `What you said is kept. You set ${counted(later, 'thing')} aside for later.`,
  /** After an import. */
  knowsMore: (known: number, of: number) =>
    of === 1
      ? 'The catalogue knows more of it.'
      : `The catalogue knows more of ${known.toLocaleString()} of these ${counted(of, 'thing')}.`,
  mayKnowMore: (of: number) =>
    of === 1 ? 'The catalogue may know more of it.' : 'The catalogue may know more of these things.',
} as const;

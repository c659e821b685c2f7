import type { ArchiveProblem, ArchiveProblemCode, TableChanges } from '../domain/archive';
import { counted } from './plural';

/** Tables in words: one of them, several of them. */
const TABLES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['items', ['thing', 'things']],
  ['people', ['person', 'people']],
  ['events', ['rating or other statement', 'ratings and other statements']],
  ['shares', ['thing sent', 'things sent']],
  ['lists', ['list', 'lists']],
  ['trash', ['entry in the trash', 'entries in the trash']],
  ['slates', ['record of a trial pick', 'records of trial picks']],
  ['settings', ['setting', 'settings']],
]);

const countOf = (count: number, table: string): string => counted(count, ...(TABLES.get(table) ?? ['row', 'rows']));

const PROBLEMS: Readonly<Record<ArchiveProblemCode, (problem: ArchiveProblem) => string>> = {
  'not-sealed': () =>
    'Another program has packed this file again, so it has lost its seal. What is in it agrees with its own digests.',
  'seal-wrong': () =>
    'A byte of this file was changed, where none of your records stand. They agree with their digests. Copy it again if you can.',
  'unknown-member': ({ count, part }) =>
    `${counted(count, 'file')} in it (${part}) does not belong there and is left alone.`,
  'damaged-row': ({ count, part, detail }) =>
    `${counted(count, 'record')} of ${part} cannot be read (${detail}). They would be kept as they are, and be shown nowhere.`,
  'reference-missing': ({ count, part, detail }) =>
    `${counted(count, 'record')} of ${part} names what is not in the file (${detail}).`,
  'odd-row': ({ count, part, line, detail }) =>
    `${counted(count, 'record')} of ${part} is strange: line ${String(line)} ${detail}.`,
};

export const archiveText = {
  heading: 'Everything as one file',
  intro:
    'Things, friends, ratings, lists, notes and settings in one file that restores all of it, on this computer or another. Private notes are in it, too.',
  lock: 'Lock it with a passphrase',
  lockWarning:
    'Whoever loses the passphrase has lost the file. There is no second way in, and nobody can help. Write it down somewhere safe.',
  passphrase: 'Passphrase',
  again: 'The passphrase again',
  notTheSame: 'These are not the same.',
  save: 'Save everything as one file',
  saving: 'Writing the file…',
  cancel: 'Cancel',
  saved: (fileName: string, isLocked: boolean) =>
    `Saved ${fileName}${isLocked ? ', locked with your passphrase' : ''}.`,
  holds: (tables: readonly { readonly table: string; readonly rows: number }[]) =>
    tables
      .filter(({ rows }) => rows > 0)
      .map(({ table, rows }) => countOf(rows, table))
      .join(', '),
  failed: 'The file was not saved',

  reading: (fileName: string) => `Looking into ${fileName}…`,
  locked: (fileName: string) => `${fileName} is locked`,
  lockedHint: 'Type the passphrase it was saved with. It is used on this computer only.',
  wrong: 'This passphrase does not open it. Check capitals and spaces.',
  unlock: 'Open the file',
  madeAt: 'Saved',
  madeBy: 'By',
  program: (version: string) => `Handpicked ${version}`,
  contents: 'Holds',
  damaged: (count: number) => `${counted(count, 'record')} that cannot be read, as they were`,
  changesHeading: 'What restoring it would change',
  noChanges: 'Nothing: your library holds exactly what this file holds.',
  changesUnknown: 'It is of an older version of Handpicked, so the difference is only known once it is restored.',
  /** "Things: 3 added, 1 changed"; null where nothing would change. */
  change: ({ table, added, removed, changed }: TableChanges): string | null => {
    const parts = [
      ...(added > 0 ? [`${added.toLocaleString()} added`] : []),
      ...(removed > 0 ? [`${removed.toLocaleString()} taken away`] : []),
      ...(changed > 0 ? [`${changed.toLocaleString()} changed`] : []),
    ];
    const [, word = 'rows'] = TABLES.get(table) ?? [];
    return parts.length === 0 ? null : `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${parts.join(', ')}`;
  },
  remarks: 'What is strange about it',
  problem: (problem: ArchiveProblem): string => PROBLEMS[problem.code](problem),
  restoring: (fileName: string) => `Putting the library of ${fileName} in the place of yours…`,
  restore: 'Restore it',
  goToLibrary: 'Go to the library',
  undoable: 'A snapshot of how the library is now is taken first, and Undo takes all of it back.',
  refused: (fileName: string) => `${fileName} cannot be used`,
  oneAtATime: 'Open one such file at a time.',
  close: 'Choose other files',
} as const;

import type { ErrorCode } from '../domain/errors';
import { counted } from './plural';
import { sourceName } from './source-names';

/** Words of the frame: navigation, toasts, errors, start-up. */
export const frameText = {
  appName: 'Handpicked',
  navigation: 'Main',
  skipToContent: 'Skip to content',
  home: 'Home',
  next: 'What next',
  library: 'Library',
  friends: 'Friends',
  together: 'Decide together',
  shared: 'Shared',
  lists: 'Lists',
  import: 'Import',
  trust: 'Trust',
  settings: 'Settings',
  trash: 'Trash',
  help: 'Help',
  undo: 'Undo',
  closeToast: 'Close message',
  undone: (label: string) => `Undone: ${label}`,
  redone: (label: string) => `Redone: ${label}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  notFoundTitle: 'There is no such page',
  notFoundBody: 'The address leads nowhere. It may have been deleted, or it is in the trash.',
  goHome: 'Go to Home',
  crashTitle: 'This page ran into an error',
  crashBody: 'Your data is safe. Try again, or go to another page.',
  tryAgain: 'Try again',
  loading: 'Loading…',
} as const;

/** A short heading over an error's own message. */
export const errorTitles: Readonly<Record<ErrorCode, string>> = {
  cancelled: 'Cancelled',
  'file-unreadable': 'The file cannot be read',
  'file-too-large': 'The file is too large',
  'format-unknown': 'This kind of file is not known',
  'format-invalid': 'The file is not as expected',
  'not-found': 'That is no longer there',
  'invalid-input': 'That did not work',
  'database-newer': 'The data is from a newer version',
  'database-blocked': 'The data is in use by another window',
  'database-damaged': 'Some of your data cannot be read',
  'storage-full': 'The disk is full',
  'storage-failed': 'The disk could not be written',
  'folder-in-use': 'Another program holds the data folder',
  'journal-newer': 'The journal is from a newer version',
  'no-host': 'This page runs without its program',
  'archive-damaged': 'The file is damaged',
  'archive-newer': 'The file is from a newer version',
  'passphrase-needed': 'A passphrase is needed',
  'passphrase-wrong': 'That is not the passphrase',
  'model-missing': 'The model is missing',
  'model-damaged': 'The model is damaged',
  'model-incompatible': 'The model is for another version',
  'catalogue-missing': 'The catalogue is missing',
  'catalogue-damaged': 'The catalogue is damaged',
  'catalogue-incompatible': 'The catalogue is for another version',
  'worker-crashed': 'The recommender stopped',
  'host-refused': 'The computer refused',
  'unknown-method': 'Something went wrong',
  unexpected: 'Something went wrong',
};

export const startUpText = {
  title: 'Handpicked could not start',
  opening: 'Opening your library…',
  openingLong: 'Where it has to be brought back from your data folder, this takes a while.',
  safe: 'Nothing was changed: your data is where it was.',
  blocked: 'Another Handpicked window holds the data. Close it, then try again.',
  full: 'The disk is full. Free some space, then try again.',
  other: 'This is what went wrong:',
  reload: 'Try again',
  damagedRows: (count: number) =>
    `${count === 1 ? 'One record is' : `${count} records are`} damaged and left out. Nothing was deleted, and everything else works.`,
  shelvesMoved: (count: number, sources: readonly string[]) => {
    const imports = `${sources.map(sourceName).join(' and ')} ${sources.length === 1 ? 'import' : 'imports'}`;
    return count === 1
      ? `1 shelf of your ${imports} was kept as a tag. It is a shelf now.`
      : `${counted(count, 'shelf', 'shelves')} of your ${imports} were kept as tags. They are shelves now.`;
  },
} as const;

import { counted } from './plural';

/** Words of the page that is shown where the browser cannot read its database. */
export const damagedDatabaseText = {
  title: 'The browser’s database is damaged',
  about:
    'Handpicked works with a database that the browser keeps for it, and the browser cannot read its files: they were damaged or taken away, or the disk does not work as it should.',
  looking: 'Looking at what is kept outside it…',
  keptUpTo: (when: string) =>
    `Everything you entered up to ${when} is kept outside it, in the journal in your data folder.`,
  lostChanges: (count: number) =>
    `The journal has been damaged, too: ${counted(count, 'change', 'changes')} of it cannot be read; they come back as far as a snapshot holds them.`,
  snapshotOf: (when: string) => `The newest snapshot of the whole library is of ${when}.`,
  onlySnapshot: (when: string) =>
    `The journal in your data folder is empty, but there is a snapshot of the whole library, of ${when}. What you entered after that is in the damaged files alone.`,
  nothing:
    'Nothing is kept outside it: the journal in your data folder is empty, and there is no snapshot. A copy of the data folder, or a file of everything that you saved, would bring the library back: drop that file on the empty one.',
  unknown: 'What is kept outside it could not be looked at, so nothing is offered before that works:',
  bringBack: 'Set it aside and bring everything back',
  startEmpty: 'Set it aside and start with an empty library',
  how: 'Setting it aside moves the damaged files to the folder “set-aside” in your data folder; nothing is deleted. This window is closed and opened again; where that cannot be, you are told what to do. Undo starts anew, and a catalogue of your own has to be added again.',
  wait: 'This window closes now, and another one opens.',
  nextStart:
    'It will be done at the next start. Handpicked did not open this window, so it cannot close it: close the window, end Handpicked in its terminal (Ctrl+C), and start it again with “npm start”. The window that opens then brings everything back that is kept outside.',
} as const;

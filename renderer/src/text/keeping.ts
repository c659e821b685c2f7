/** Where what was entered is kept. */
export const keepingText = {
  title: 'Kept safe',
  about:
    'Everything you enter is written to two places: the database of this window, and a journal in your data folder that no browser can clear.',
  /** In the frame, while something is in one place only. */
  waiting: (why: string) => `What you entered last is kept in this window alone. ${why}`,
  outside: 'In both places',
  allKept: (when: string) => `everything, last written ${when}`,
  writing: 'being written now…',
  nothingYet: 'nothing was entered since this window opened',
  notKept: (isWaiting: boolean, why: string) => `${isWaiting ? 'not what was entered last' : 'not now'}: ${why}`,
  storage: 'This window’s database',
  storageKept: 'the browser has promised never to clear it',
  storageNotKept:
    'the browser may clear it when the disk gets full; the journal then brings everything back at the next start',
  storageUnknown: 'the browser does not say whether it may clear it',
  journalLost:
    'The journal outside this window was not the one it was, so everything in this window was written to it anew.',
  isPart:
    'The journal in your data folder has lost some of its records, and no snapshot has all of them. What could be brought back is here; something that you entered may be missing. Snapshots, below in Settings, show what the library was.',
  unreadable: (records: number) =>
    `${records === 1 ? 'One record of the journal is' : `${records} records of the journal are`} of no use to this version and ${records === 1 ? 'was' : 'were'} passed over. Nothing was deleted.`,
  twoLibraries: 'There are two libraries',
  twoLibrariesAbout:
    'The journal in your data folder keeps a library that this window does not have, and this window has one that is not in the journal: from another kind of window, perhaps. Nothing was mixed. Until you choose, what you enter here is kept in this window only.',
  twoLibrariesNotice: 'Your data folder keeps another library than this window. Settings asks which it shall be.',
  putTogether: 'Put both together',
  keepThis: 'Keep this window’s',
  takeOutside: 'Use the one in the data folder',
  outsideHint: 'What this window has now leaves the library; Undo brings it back.',
  snapshots: 'Snapshots',
  snapshotsAbout:
    'A snapshot is the whole library in one file. One is taken while things change, every half hour at most, when the window is left, and before each import and each change of many things. Old ones are thinned out: all of two days stay, then one a day, a week, a month.',
  noSnapshots: 'none yet',
  provedAt: (when: string) => `restored on trial and found complete: ${when}`,
  proving: 'being restored on trial now…',
  notProved: 'not yet restored on trial',
  lastProof: 'Last proof',
  reasons: {
    person: 'asked for',
    timer: 'while things changed',
    close: 'when the window was left',
    'before-import': 'before an import',
    'before-merge': 'before a merge',
    'before-bulk-edit': 'before many changes',
    'before-migration': 'before an update',
    'before-restore': 'before going back',
  } as Readonly<Record<string, string>>,
  unconfirmed: (when: string) =>
    `You went back to an earlier library on ${when}. All snapshots stay until you say that everything is as it should be.`,
  confirm: 'Everything is as it should be',
  lockedSnapshots:
    'The snapshots in your data folder hold what this window has not, and are locked. Go back to one of them, below in Settings: its passphrase opens it.',
  lock: 'Lock snapshots with a passphrase',
  lockAbout:
    'For copies of the snapshot folder, in a cloud or on another disk. The window keeps the passphrase among its own data, so that it can take snapshots by itself; the journal beside them stays readable for your account.',
  lockWarning:
    'Whoever loses the passphrase has lost what only the snapshots hold, once this window’s data are gone. There is no second way in, and nobody can help. Write it down somewhere safe.',
  lockNow: 'Lock them from now on',
  isLocked: 'Snapshots are locked with your passphrase. Those from before are not.',
  unlock: 'No longer lock them',
  takeNow: 'Take one now',
  taking: 'Taking a snapshot…',
  showFolder: 'Show the folder',
  restore: 'Go back to it…',
} as const;

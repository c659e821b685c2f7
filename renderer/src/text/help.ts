export const helpText = {
  title: 'Help',
  intro:
    'Handpicked keeps what you love, remembers what each friend loves, and suggests which of your things to pass on to whom, and why. Everything stays on this computer: no account, no server, no network.',
  shortcuts: 'Keyboard shortcuts',
  openShortcuts: 'Show the shortcuts',
  sections: [
    {
      title: 'Bring in what you have',
      text: 'Drop an export anywhere on the window, or any table; the import page lists every service it reads and where each offers the file. You see what was understood, row by row, before anything is written. Importing the same file again changes nothing, and one undo takes a whole import back. A list in a message or a note can be pasted: one thing per line, however it is written.',
    },
    {
      title: 'Fill in the gaps',
      text: 'A catalogue of well-known things ships with the program. It fills in what your things lack (makers, years, tags) where you ask for it, never over what you typed or imported. Where something could be one thing or another, you say which, one key each.',
    },
    {
      title: 'One thing, or two?',
      text: 'What looks alike stays apart until you say so. “Could be the same”, from the library and after an import, shows two things side by side: S the same, D different, L later, U undo; all that are alike in the same way can be answered at once. What is put together keeps both ratings with their dates, and all that friends, shares and lists have of either. Two things that you choose in the library are put together with “Merge…”. What you said holds when the same file comes again.',
    },
    {
      title: 'Tell it about a friend',
      text: 'A friend needs no account: a name, a few things they loved or could not stand, and some tags are enough to begin. Or answer “Which would they pick?”: twelve pairs of well-known things of your library, one key each. The more you record about how your shares went, the better the picks.',
    },
    {
      title: 'Five picks, then done',
      text: 'Each pick shows how well it fits, whether your friend may know it already, and the evidence that moved it. Write your own line and share it; say “Not for them”, “Knows it already” or “Later” and the next one comes up. After that it is done for today.',
    },
    {
      title: 'Say what came of it',
      text: 'One tap: loved, liked, meh, no, knew it already, or not yet. The next picks change at once.',
    },
    {
      title: 'For yourself, and together',
      text: '“What next” looks through your own pile and suggests five things to take next. “Decide together” finds five that suit two or more people at once, and says how much each will like them.',
    },
    {
      title: 'Nothing is lost by mistake',
      text: 'Every change can be undone with Ctrl+Z (⌘Z on a Mac). What you delete goes to the trash first. “Earlier versions…” shows what a thing or a friend was before, and brings it back. Settings saves everything as one file, with a passphrase if you like; drop it on the window to see what is in it.',
    },
    {
      title: 'Where the suggestions come from',
      text: 'A model that ships with the program runs on your own processor. It was trained once on public ratings and sees your library only while it runs here. Settings show which engine runs it, how fast, and how much of your library it recognises.',
    },
  ],
} as const;

export const shortcutText = {
  title: 'Keyboard shortcuts',
  groups: [
    {
      title: 'Anywhere',
      keys: [
        ['Ctrl+Z', 'Undo'],
        ['Ctrl+Shift+Z', 'Redo'],
        ['/', 'Search the library'],
        ['Ctrl+K', 'Search, also while typing'],
        ['N', 'Add a thing'],
        ['?', 'This sheet'],
      ],
    },
    {
      title: 'Go to',
      keys: [
        ['G H', 'Home'],
        ['G W', 'What next'],
        ['G L', 'Library'],
        ['G F', 'Friends'],
        ['G D', 'Decide together'],
        ['G S', 'Shared'],
        ['G T', 'Lists'],
        ['G I', 'Import'],
        ['G R', 'Trust'],
        ['G O', 'Settings'],
      ],
    },
    {
      title: 'In the library',
      keys: [
        ['↑ ↓', 'Move'],
        ['Space', 'Select'],
        ['Shift+↑ ↓', 'Extend the selection'],
        ['Ctrl+A', 'Select all'],
        ['1 – 5', 'Rate'],
        ['0', 'Clear the rating'],
        ['Enter', 'Open'],
        ['Delete', 'Move to trash'],
        ['Esc', 'Clear the selection'],
      ],
    },
    {
      title: 'Which would they pick?',
      keys: [
        ['← or 1', 'The left one'],
        ['→ or 2', 'The right one'],
        ['↓ or S', 'Skip'],
        ['Backspace', 'One back'],
      ],
    },
    {
      title: 'Pasting a list',
      keys: [
        ['Ctrl+Enter', 'Read the lines'],
        ['Enter', 'Add them all'],
      ],
    },
    {
      title: 'Which one is it?',
      keys: [
        ['1 – 9', 'This one'],
        ['0 or N', 'None of these'],
        ['↓ or S', 'Later'],
        ['Backspace', 'One back'],
      ],
    },
  ],
  picksTitle: 'On a pick',
  macNote: 'On a Mac, ⌘ stands for Ctrl.',
} as const;

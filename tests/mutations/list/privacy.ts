import type { Mutation } from '../mutation';

const EXPORTERS = 'tests/contract/exporters.test.ts';
const exported = (format: string): Mutation['killedBy'] => [
  { file: EXPORTERS, test: `${format} export keeps private notes at home unless asked for` },
];

/** What must stay on this computer, or in one place of it. */
export const privacy: readonly Mutation[] = [
  {
    name: 'list files hold private notes',
    why: 'A list sent to a friend would hold what was written about them.',
    file: 'renderer/src/exporting/list-file.ts',
    find: 'options.includePrivateNotes === true',
    replacement: 'options.includePrivateNotes !== false',
    killedBy: exported('json'),
  },
  {
    name: 'CSV files hold private notes',
    why: 'A table sent to a friend would hold what was written about them.',
    file: 'renderer/src/exporting/csv-list.ts',
    find: "FIELDS[name].scope !== 'private'",
    replacement: "FIELDS[name].scope !== 'library'",
    killedBy: exported('csv'),
  },
  {
    name: 'Markdown holds private notes',
    why: 'A list sent to a friend would hold what was written about them.',
    file: 'renderer/src/exporting/markdown-list.ts',
    find: 'options.includePrivateNotes === true',
    replacement: 'options.includePrivateNotes !== false',
    killedBy: exported('markdown'),
  },
  {
    name: 'a draft note holds the private note',
    why: 'The message would tell the friend what was written about them.',
    file: 'renderer/src/features/slate/notes/draft-note.ts',
    find: 'ownSentence(item.note)',
    replacement: "ownSentence(`${item.note} ${Reflect.get(item, 'privateNote')}`)",
    killedBy: [
      { file: 'tests/unit/features/slate/notes/draft-note.test.ts', test: 'draftNote never takes the private note' },
    ],
  },
  {
    name: 'personal files of an archive are unpacked',
    why: 'Addresses and payments travel in the same archives as the ratings.',
    file: 'renderer/src/importing/containers/archive.ts',
    find: 'if (isPersonal(member.name))',
    replacement: "if (member.name === '')",
    killedBy: [
      {
        file: 'tests/unit/importing/nasty-files.test.ts',
        test: 'nasty files never unpacks what is personal in the archives of other services',
      },
    ],
  },
  {
    name: 'a profile with an e-mail address is read as a table',
    why: 'It would be shown, and imported as a library.',
    file: 'renderer/src/importing/detect.ts',
    find: "return keys.has('email address') && keys.has('username');",
    replacement: "return keys.has('email address') && keys.has('');",
    killedBy: [
      {
        file: 'tests/unit/importing/sources.test.ts',
        test: 'Letterboxd refuses a profile on its own without showing it',
      },
    ],
  },
  {
    name: 'a cell of a CSV file runs as a formula',
    why: 'A title in somebody’s export could run in the spreadsheet of the person who opens it.',
    file: 'renderer/src/exporting/csv-text.ts',
    find: "? `'${text}` : text;",
    replacement: '? `${text}` : text;',
    killedBy: [
      { file: EXPORTERS, test: 'CSV reads back as it was, apart from the mark before what a spreadsheet would run' },
    ],
  },
];

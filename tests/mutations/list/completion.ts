import type { Mutation } from '../mutation';

const APPLICATION = 'renderer/src/application';
const TESTS = 'tests/unit/application';

/** Titles that are completed from the catalogue. */
export const completion: readonly Mutation[] = [
  {
    name: 'a chosen title goes over what was typed',
    why: 'The year somebody typed would be another one as soon as they choose a title.',
    file: `${APPLICATION}/catalogue/draft-of-entry.ts`,
    find: '{ ...BLANKS, ...typed }',
    replacement: '{ ...BLANKS, title: typed.title, kind: typed.kind }',
    killedBy: [
      {
        file: `${TESTS}/catalogue/draft-of-entry.test.ts`,
        test: 'what was typed stays, and is not the catalogue’s',
      },
    ],
  },
  {
    name: 'a field that was emptied by hand is filled in again',
    why: 'A wrong year of the catalogue could not be taken out before the thing is added.',
    file: `${APPLICATION}/catalogue/draft-of-entry.ts`,
    find: '.filter((field) => !said.includes(field))',
    replacement: '',
    killedBy: [
      { file: `${TESTS}/catalogue/draft-of-entry.test.ts`, test: 'a field that was emptied by hand stays empty' },
    ],
  },
  {
    name: 'a suggestion that the library has makes a second row',
    why: 'What a friend loves would be another thing than the one with its ratings.',
    file: 'renderer/src/ui/offered-titles.ts',
    find: "item === undefined ? { from: 'catalogue', suggestion }",
    replacement: "item === undefined || item.inLibrary ? { from: 'catalogue', suggestion }",
    killedBy: [
      {
        file: 'tests/unit/ui/offered-titles.test.ts',
        test: 'what is offered while a title is typed has a thing of the library once, as the library’s, under whatever title it was found',
      },
    ],
  },
  {
    name: 'the library does not know its own thing in the catalogue',
    why: 'Choosing a title would add what is there already.',
    file: `${APPLICATION}/library/library-things.ts`,
    find: "if (verdict === 'same') return strength;",
    replacement: "if (verdict === 'same') return 0;",
    killedBy: [
      {
        file: `${TESTS}/library/library-things.test.ts`,
        test: 'what the catalogue suggests is a thing of the library by title and year',
      },
    ],
  },
  {
    name: 'titles are completed while the first picks are awaited',
    why: 'Reading the catalogue would delay the first picks, and switching it off would not hold.',
    file: `${APPLICATION}/catalogue/title-completer.ts`,
    find: '>= MIN_LETTERS && this.ports.mayAsk()',
    replacement: '>= MIN_LETTERS',
    killedBy: [
      {
        file: `${TESTS}/catalogue/title-completer.test.ts`,
        test: 'a field for titles asks the catalogue nothing while it is switched off or the first picks are awaited',
      },
    ],
  },
];

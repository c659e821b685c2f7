import type { Mutation } from '../mutation';

const COMPARING = 'tests/unit/identity/compare-things.test.ts';
const COMPARE = 'renderer/src/identity/compare-things.ts';
const ROWS = 'tests/unit/importing/plan/identity-of-rows.test.ts';

/** When are two things the same? */
export const identity: readonly Mutation[] = [
  {
    name: 'an ISBN with a wrong check digit proves a thing',
    why: 'A number typed wrong would merge two books into one.',
    file: 'renderer/src/identity/identifier-namespaces.ts',
    find: "hasValidCheckDigit(isbn) ? { value: isbn13Of(isbn) } : { unusable: 'check-digit' }",
    replacement: 'hasValidCheckDigit(isbn) ? { value: isbn13Of(isbn) } : { value: isbn }',
    killedBy: [{ file: COMPARING, test: 'ids without a valid check digit prove nothing' }],
  },
  {
    name: 'a number rounded by a spreadsheet proves a thing',
    why: 'Every book of a publisher would be one.',
    file: 'renderer/src/identity/identifier-namespaces.ts',
    find: 'return isRounded(digits) ? ROUNDED : { value: digits };',
    replacement: 'return { value: digits };',
    killedBy: [{ file: COMPARING, test: 'ids of Goodreads, rounded prove nothing' }],
  },
  {
    name: 'two volumes under one ISBN are one',
    why: 'A set would shrink to its first volume, and lose the ratings of the others.',
    file: COMPARE,
    find: "if (otherVolume) return different('other-volume', 'same-id');",
    replacement: '',
    killedBy: [{ file: COMPARING, test: 'ids printed on two volumes leave two things' }],
  },
  {
    name: 'a self-titled album of another year is the same',
    why: 'Four albums called like their band would be one.',
    file: 'renderer/src/identity/kind-rules.ts',
    find: "family: 'album', selfTitled: true",
    replacement: "family: 'album', selfTitled: false",
    killedBy: [{ file: COMPARING, test: 'other kinds a self-titled album of another year is another' }],
  },
  {
    name: 'a vintage of another year is the same',
    why: 'Two wines would share one rating.',
    file: 'renderer/src/identity/kind-rules.ts',
    find: "family: 'wine', year: 'vintage'",
    replacement: "family: 'wine', year: 'version'",
    killedBy: [{ file: COMPARING, test: 'other kinds a vintage of another year is another' }],
  },
  {
    name: 'films of neighbouring years are one inside a file too',
    why: 'A film and its namesake of the next year would be one.',
    file: COMPARE,
    find: "scope: ids.differInEdition ? 'one-source' : scope,",
    replacement: "scope: 'two-sources',",
    killedBy: [{ file: COMPARING, test: 'films of neighbouring years are one between services, two inside one file' }],
  },
  {
    name: 'a film by another director is the same',
    why: 'Two films of one name and year would share one rating.',
    file: COMPARE,
    find: "if (pair.makers === 'different') return different('other-maker');",
    replacement: '',
    killedBy: [{ file: COMPARING, test: 'films of another director or a remake of the same one are others' }],
  },
  {
    name: 'a generic title is like any other',
    why: 'Selected Poems of 1961 and of 1998 would be one book.',
    file: COMPARE,
    find: 'left.isGeneric || right.isGeneric',
    replacement: 'left.isGeneric && right.titles.length > 9',
    killedBy: [{ file: COMPARING, test: 'films of a generic title need a director' }],
  },
  {
    name: 'two works of one title decades apart are one',
    why: 'An author may use a title again.',
    file: COMPARE,
    find: "return gap >= DECADES && scope === 'one-source' ?",
    replacement: "return gap > 999 && scope === 'one-source' ?",
    killedBy: [{ file: COMPARING, test: 'books of one author and title decades apart are doubtful inside one source' }],
  },
  {
    name: 'a bare title is taken for a thing with a maker',
    why: 'A list of titles would swallow whatever bears one of them.',
    file: COMPARE,
    find: 'gap === null) return areBareAndAlike(pair) &&',
    replacement: 'gap === null) return',
    killedBy: [{ file: COMPARING, test: 'books with a maker are never merged with a bare title' }],
  },
  {
    name: 'of two that fit, the first is taken',
    why: 'A rating would go to one of two films by chance.',
    file: 'renderer/src/identity/thing-index.ts',
    find: 'if (rivals.length === 0)',
    replacement: 'if (rivals.length >= 0)',
    killedBy: [
      {
        file: 'tests/unit/identity/thing-index.test.ts',
        test: 'an index of things leaves in doubt what two fit equally well',
      },
      { file: ROWS, test: 'rows and the library are in doubt where two things fit' },
    ],
  },
  {
    name: 'the preview does not name what is in doubt',
    why: 'A doubt would be decided silently.',
    file: 'renderer/src/importing/plan/merge-plan.ts',
    find: 'added.size === 0',
    replacement: 'added.size >= 0',
    killedBy: [{ file: ROWS, test: 'rows of one file of one author and title decades apart are kept apart and named' }],
  },
  {
    name: 'two rows of one file become one thing of the library',
    why: 'Two films that a file tells apart would share one rating.',
    file: 'renderer/src/identity/match-things.ts',
    find: "else if (match.verdict === 'same' && matched.has(match.thing))",
    replacement: "else if (match.verdict === 'same' && matched.size < 0)",
    killedBy: [
      {
        file: ROWS,
        test: 'rows and the library are not both one thing when their file tells them apart: the closer one is it',
      },
    ],
  },
];

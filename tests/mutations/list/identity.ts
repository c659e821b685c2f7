import type { Mutation } from '../mutation';

const COMPARING = 'tests/unit/identity/compare-things.test.ts';
const COMPARE = 'renderer/src/identity/compare-things.ts';

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
];

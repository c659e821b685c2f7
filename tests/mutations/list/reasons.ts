import type { Mutation } from '../mutation';

const COMMON_GROUND = 'tests/unit/recommend/explaining/common-ground.test.ts';

const NOTES = 'tests/unit/features/slate/notes/draft-note.test.ts';

/** What is said to be the reason of a pick, and what is written to a friend. */
export const reasons: readonly Mutation[] = [
  {
    name: 'years and shelves are reasons',
    why: '“Because Ida loved Dune (both: 2016)” is no reason, and nobody would send it.',
    file: 'renderer/src/recommend/encoding/tag-carriers.ts',
    find: 'return isMeaningfulTag(tag, this.carriedBy(kind, phrase), this.#things.get(kind) ?? 0);',
    replacement: "return tag !== '' && this.carriedBy(kind, phrase) > 1;",
    killedBy: [
      {
        file: COMMON_GROUND,
        test: 'what two things have in common is nothing for a year, a shelf, a format, a language or a status',
      },
    ],
    short: true,
  },
  {
    name: 'a thing is named that has nothing in common with the pick',
    why: '“Because Ida loved Emma”, under a book on beekeeping, makes a fool of the sender.',
    file: 'renderer/src/recommend/explaining/event-reasons.ts',
    find: 'if (hasCommonGround(common))',
    replacement: 'if (common !== null)',
    killedBy: [
      {
        file: COMMON_GROUND,
        test: 'events that may be named have something in common with the pick, whatever moved the score',
      },
    ],
  },
  {
    name: 'a draft note quotes an imported review',
    why: 'An old review, in another language and with its links, would stand in a message to a friend.',
    file: 'renderer/src/features/slate/notes/draft-note.ts',
    find: 'withOwnWords ? ownSentence(item.note) : null',
    replacement: 'withOwnWords !== null ? ownSentence(item.note) : null',
    killedBy: [{ file: NOTES, test: 'draftNote never quotes the review unless it is asked to' }],
  },
  {
    name: 'a draft note repeats a typo',
    why: '“You loved harry poter” would be sent to the one who loves it.',
    file: 'renderer/src/features/slate/notes/draft-note.ts',
    find: 'return sure ? nameInNote(item.kind, title) : null;',
    replacement: 'return sure !== null ? nameInNote(item.kind, item.title) : null;',
    killedBy: [{ file: NOTES, test: 'draftNote never repeats a typo' }],
  },
  {
    name: 'what everybody likes is loved together with everything',
    why: '“People who love Amélie tend to love The Shawshank Redemption” is true of everything.',
    file: 'renderer/src/recommend/encoded-library.ts',
    find: 'return there > 0 && back > 0 ? Math.sqrt(there * back) : 0;',
    replacement: 'return Math.max(there, back);',
    killedBy: [
      {
        file: COMMON_GROUND,
        test: 'things loved together are neighbours of each other, well above chance, whose vectors agree',
      },
    ],
  },
];

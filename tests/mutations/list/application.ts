import type { Mutation } from '../mutation';

const CANDIDATES = 'renderer/src/application/picks/candidates.ts';
const CANDIDATES_TEST = 'tests/unit/application/picks/candidates.test.ts';
const SESSION = 'renderer/src/application/import/import-session.ts';
const SESSION_TEST = 'tests/unit/application/import/import-session.test.ts';
const SESSION_ENDS_TEST = 'tests/unit/application/import/import-session-ends.test.ts';
const QUESTIONS_TEST = 'tests/unit/application/picks/pick-questions.test.ts';

/** The use cases: what is asked of the recommender, and the import session. */
export const application: readonly Mutation[] = [
  {
    name: 'a list is imported before anyone says whose it is',
    why: 'Somebody else’s ratings would become the owner’s.',
    file: 'renderer/src/application/import/import-planner.ts',
    find: 'const clear = [...decided, ...analyses.filter(({ list }) => list === null)];',
    replacement: 'const clear = [...decided, ...analyses];',
    killedBy: [
      {
        file: SESSION_TEST,
        test: 'an import session leaves a list that nobody has decided on out of what it writes',
      },
    ],
  },
  {
    name: 'abandoned items are offered to friends',
    why: 'A friend would be sent what the owner could not finish.',
    file: CANDIDATES,
    find: "return mayBeOffered(item) && item.status !== 'abandoned' && item.status !== 'wanted';",
    replacement: "return mayBeOffered(item) && item.status !== 'wanted';",
    killedBy: [
      {
        file: CANDIDATES_TEST,
        test: 'candidates for friends leave out what the owner only wants, gave up, excluded from picks, or has not got',
      },
    ],
  },
  {
    name: 'items marked “never offer” are offered',
    why: 'The one switch that keeps an item private would do nothing.',
    file: CANDIDATES,
    find: 'return item.inLibrary && !item.excludedFromPicks;',
    replacement: 'return item.inLibrary;',
    killedBy: [
      {
        file: CANDIDATES_TEST,
        test: 'candidates for friends leave out what the owner only wants, gave up, excluded from picks, or has not got',
      },
      {
        file: CANDIDATES_TEST,
        test: 'the owner’s backlog is what they have or want and have not finished, given up or rated',
      },
    ],
  },
  {
    name: 'a group may decide on what the owner only wants without the owner',
    why: 'Friends would plan an evening around something nobody there has.',
    file: CANDIDATES,
    find: "(ownerTakesPart && item.status === 'wanted' && mayBeOffered(item))",
    replacement: "(item.status === 'wanted' && mayBeOffered(item))",
    killedBy: [
      {
        file: CANDIDATES_TEST,
        test: 'candidates for a group are those for friends where the owner takes no part',
      },
    ],
  },
  {
    name: 'own picks are asked with the first profile instead of the owner’s',
    why: 'The owner would get a friend’s suggestions, and be offered what they know.',
    file: 'renderer/src/application/picks/pick-questions.ts',
    find: 'const profile = profileOf(profiles, OWNER_ID);',
    replacement: 'const profile = profileOf(profiles, OWNER_ID) && profiles[0];',
    killedBy: [
      {
        file: QUESTIONS_TEST,
        test: 'the owner’s own picks leave out what the owner marked "knows it", declined or put off',
      },
    ],
  },
  {
    name: 'another engine is no reason to ask again',
    why: 'Picks of the fallback would stay on screen after the model has loaded.',
    file: 'renderer/src/application/picks/question.ts',
    find: 'return `${engine} ${status} ${String(recognised.total)}`;',
    replacement: 'return `${engine} ${String(recognised.total)}`;',
    killedBy: [
      {
        file: QUESTIONS_TEST,
        test: 'the revision of a question changes with the engine, its status and the number of items it knows of, and with nothing else',
      },
    ],
  },
  {
    name: 'an import that fails half way forgets what it has written',
    why: 'Half an export would be in the library, with no button to take it back.',
    file: SESSION,
    find: 'if (receipts.length > 0) this.#end(',
    replacement: 'if (receipts.length > 1) this.#end(',
    killedBy: [
      {
        file: SESSION_ENDS_TEST,
        test: 'an import that fails in the middle keeps what was written and its receipt, and says what happened',
      },
    ],
  },
  {
    name: 'leaving the page stops an import that is being written',
    why: 'A look at another page would cost the person the rest of the import.',
    file: SESSION,
    find: 'readonly watch = pageWatch(() => {\n    this.startOver();',
    replacement: 'readonly watch = pageWatch(() => {\n    this.#end(CHOOSE);',
    killedBy: [
      {
        file: SESSION_ENDS_TEST,
        test: 'a page that shows the session leaves an import that has begun alone, which refuses other files meanwhile',
      },
    ],
  },
  {
    name: 'what is removed while the library is read comes back',
    why: 'A deleted item would be found, and open an empty page.',
    file: 'renderer/src/application/library/library-index.ts',
    find: 'for (const id of removed) byId.delete(id);',
    replacement: 'for (const id of removed) byId.has(id);',
    killedBy: [
      {
        file: 'tests/unit/application/library/library-index.test.ts',
        test: 'the library in memory misses no change that is written while the library is being read',
      },
    ],
  },
  {
    name: 'how it went is asked at once',
    why: 'On the evening a book was sent, the page would ask how it was.',
    file: 'renderer/src/application/sharing/outcomes.ts',
    find: 'share.sharedAt <= now - askAfter(share)',
    replacement: 'share.sharedAt <= now',
    killedBy: [
      {
        file: 'tests/unit/application/sharing/outcomes.test.ts',
        test: 'open answers asks days after a thing was sent, and weeks after a book was',
      },
    ],
  },
  {
    name: 'a list that says “best first” is shown as it came',
    why: 'The first thing in the list would not be the best one.',
    file: 'renderer/src/application/picks/best-first.ts',
    find: ' || byFallingScore(left, right)',
    replacement: '',
    killedBy: [
      {
        file: 'tests/unit/application/picks/best-first.test.ts',
        test: 'shows the highest score first, whatever the order of the answer',
      },
      {
        file: 'tests/unit/application/picks/slate-history.test.ts',
        test: 'the history of a slate is in the order it is shown in: best first',
      },
    ],
  },
  {
    name: 'typed words are taken for a title that begins with them',
    why: '“Dun” as a love of a friend would become Dune.',
    file: 'renderer/src/ui/typed-item.ts',
    find: 'foldLetters(item.title.trim()) === typed',
    replacement: 'foldLetters(item.title.trim()).startsWith(typed)',
    killedBy: [
      {
        file: 'tests/unit/ui/typed-item.test.ts',
        test: 'words that merely begin like a title are a new thing, never a wrong one',
      },
    ],
  },
];

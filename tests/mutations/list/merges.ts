import type { Mutation } from '../mutation';

const PLAN = 'tests/unit/importing/plan/merge-plan.test.ts';
const PLANNER = 'renderer/src/importing/plan/merge-plan.ts';
const LISTS = 'tests/unit/importing/plan/list-plan.test.ts';
const RULES = 'renderer/src/domain/item-fields/field-rules.ts';

/** What an import may do to the library. */
export const merges: readonly Mutation[] = [
  {
    name: 'an import overwrites what is there',
    why: 'What the owner typed would be replaced by what an export says.',
    file: RULES,
    find: 'isBlank(first) && !isBlank(second) ? second : first',
    replacement: 'isBlank(second) ? first : second',
    killedBy: [
      { file: PLAN, test: 'planImport fills blanks, adds tags and never empties or overwrites what the owner typed' },
    ],
    short: true,
  },
  {
    name: 'an import may take progress back',
    why: 'A finished book would be wanted again after an older export.',
    file: RULES,
    find: 'PROGRESS[next] > PROGRESS[current] ? next : current',
    replacement: 'PROGRESS[next] > 0 ? next : current',
    killedBy: [{ file: PLAN, test: 'planImport records the event of a new rating and of progress' }],
  },
  {
    name: 'an older rating overrules a newer one',
    why: 'Importing last year’s export would undo this year’s ratings.',
    file: PLANNER,
    find: 'if (last === null) return ratedAt > item.updatedAt;\n  return ratedAt > (GIVEN_HERE.has(last.source) ? last.recordedAt : (last.at ?? -Infinity));',
    replacement: 'return true;',
    killedBy: [{ file: PLAN, test: 'planImport changes a rating only where the export knows better' }],
  },
  {
    name: 'a list file changes what is there',
    why: 'A friend’s list would overwrite ratings and add tags in the library.',
    file: PLANNER,
    find: 'const facts = list === null ? patchOf(row, item, known, source) : {};',
    replacement: 'const facts = patchOf(row, item, known, source);',
    killedBy: [
      { file: LISTS, test: 'the plan of a list changes nothing that is there, however much more the list says' },
    ],
  },
  {
    name: 'a list of somebody else rates things',
    why: 'Picks would follow a taste that is not the owner’s.',
    file: 'renderer/src/importing/without-opinions.ts',
    find: '...blanksOf(OWNER_FIELDS), ',
    replacement: '',
    killedBy: [
      { file: LISTS, test: 'the plan of a list rates nothing in the owner’s name where the list is somebody else’s' },
    ],
  },
  {
    name: 'a cancelled import keeps what it has written',
    why: '“Nothing was changed” is promised.',
    file: 'renderer/src/data/imports-repository.ts',
    find: 'if (options?.signal?.aborted === true)',
    replacement: 'if (options?.signal?.aborted === true && done === 0)',
    killedBy: [
      {
        file: 'tests/unit/data/imports.test.ts',
        test: 'an import leaves everything as it was when it is cancelled or fails',
      },
    ],
  },
  {
    name: 'shelves are imported as tags',
    why: 'Picks would be chosen and explained by “to-buy” and “read-2019”.',
    file: 'renderer/src/importing/cells/shelves.ts',
    find: '(isGenre(name) ? tags : shelves).push(name)',
    replacement: 'tags.push(name)',
    killedBy: [
      {
        file: 'tests/unit/importing/cells/shelves.test.ts',
        test: 'a shelf stays the owner’s, but for one that everybody calls a genre',
      },
    ],
  },
];

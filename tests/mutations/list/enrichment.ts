import type { Mutation } from '../mutation';

const RULES = 'tests/unit/domain/enrichment.test.ts';
const PLAN = 'tests/unit/application/catalogue/plan-enrichment.test.ts';
const RECOGNISE = 'tests/unit/catalogue/recognise.test.ts';
const PASTE = 'tests/unit/application/paste/plan-paste.test.ts';
const SESSION = 'tests/unit/application/catalogue/gaps-session.test.ts';

/** What the catalogue fills in. */
export const enrichment: readonly Mutation[] = [
  {
    name: 'a bare title means the best known of its namesakes, however little it leads',
    why: 'Of two films of one title the wrong one would be taken for what was meant.',
    file: 'renderer/src/catalogue/look-up/only-bearer.ts',
    find: 'const TIMES_LESS_KNOWN = 5;',
    replacement: 'const TIMES_LESS_KNOWN = 1;',
    killedBy: [{ file: RECOGNISE, test: 'recognise doubts a bare title of which two bearers are known as well' }],
  },
  {
    name: 'a season is taken for its series',
    why: 'Its year, its length and its ids would be those of the series.',
    file: 'renderer/src/catalogue/look-up/whole.ts',
    find: "return { verdict: 'part', thing: match.thing, by: match.by, evidence: match.evidence };",
    replacement: "return { ...match, verdict: 'same' } as never;",
    killedBy: [
      {
        file: RECOGNISE,
        test: 'recognise knows a season of a series by the whole, and does not take it for the whole',
      },
    ],
  },
  {
    name: 'the catalogue goes over what was typed',
    why: 'What somebody typed or imported would be replaced by what the catalogue says, in thousands of things at once.',
    file: 'renderer/src/domain/enrichment.ts',
    find: 'FILLABLE_FIELDS.filter((field) => lacks(item, field));',
    replacement: 'FILLABLE_FIELDS.filter((field) => lacks(item, field) || field === "year");',
    killedBy: [
      { file: RULES, test: 'what the catalogue fills in never goes over a year that is there' },
      {
        file: 'tests/unit/data/enrichment.test.ts',
        test: 'filling in leaves what was typed since the facts were found',
      },
    ],
  },
  {
    name: 'what is another thing is offered again',
    why: '“A different one” would have to be said at every visit.',
    file: 'renderer/src/application/catalogue/plan-enrichment.ts',
    find: '(candidate) => !isOneOf(different, candidate),',
    replacement: '(candidate) => different.length >= 0 || !isOneOf(different, candidate),',
    killedBy: [
      {
        file: PLAN,
        test: 'what the catalogue could fill in remembers what the owner said it is not, and asks about what is left',
      },
    ],
  },
  {
    name: 'a title alone gives ids',
    why: 'The next import would merge two things that share nothing but a title.',
    file: 'renderer/src/application/catalogue/plan-enrichment.ts',
    find: "by !== 'title' || field !== 'identifiers'",
    replacement: "by !== 'title' || field !== 'kind'",
    killedBy: [
      {
        file: PLAN,
        test: 'what the catalogue could fill in stands apart where only the title is the same, and then gives no ids',
      },
    ],
  },
  {
    name: 'a doubtful thing is filled in without an answer',
    why: 'A film would get the maker, the year and the ids of its namesake.',
    file: 'renderer/src/application/catalogue/plan-enrichment.ts',
    find: 'candidates.find((candidate) => isOneOf(known, candidate));',
    replacement: 'candidates.find((candidate) => candidates.length > 0 || isOneOf(known, candidate));',
    killedBy: [
      {
        file: PLAN,
        test: 'what the catalogue could fill in is asked where it is doubtful; what the owner says it is gives everything',
      },
    ],
  },
  {
    name: 'the owner’s answer is forgotten where it fills in nothing',
    why: 'The same question would be asked at every visit.',
    file: 'renderer/src/domain/enrichment.ts',
    find: 'fields.length === 0 && confirmed !== true',
    replacement: 'fields.length === 0',
    killedBy: [
      { file: RULES, test: 'what the catalogue fills in is kept as the owner’s word where nothing is left to fill in' },
    ],
  },
  {
    name: 'the catalogue goes over what a pasted line says',
    why: 'A year or a maker that somebody wrote would be replaced by what the catalogue says.',
    file: 'renderer/src/data/pastes-repository.ts',
    find: 'filledIn(item, { ...fill, facts: checkedItem(fill.facts) })',
    replacement: '{ ...filledIn(item, fill), ...fill.facts }',
    killedBy: [
      {
        file: 'tests/unit/data/pastes.test.ts',
        test: 'pasted lines become things of the library with what the catalogue knows, marked, as one action that undo takes back',
      },
    ],
  },
  {
    name: 'a doubtful pasted line is taken for the first candidate',
    why: 'It would be merged with another thing without anybody having said so.',
    file: 'renderer/src/application/paste/plan-paste.ts',
    find: 'const chosen = answer === undefined ? undefined : candidates[answer];',
    replacement: 'const chosen = candidates[answer ?? 0];',
    killedBy: [{ file: PASTE, test: 'pasted lines that may be several things stay as typed until the owner answers' }],
  },
  {
    name: 'a pasted line that looks like a heading is dropped',
    why: 'Of a pasted list a line would be gone without a word.',
    file: 'renderer/src/importing/pasted/pasted-lines.ts',
    find: '.filter((line) => !NOTHING.test(line.text));',
    replacement: '.filter((line) => !NOTHING.test(line.text) && !HEADING.test(line.text));',
    killedBy: [{ file: PASTE, test: 'pasted lines are all accounted for, in order' }],
  },
  {
    name: 'the catalogue proves itself',
    why: 'What was filled in by a title alone would make the guess certain, and give it ids, at the next visit.',
    file: 'renderer/src/application/catalogue/describe-item.ts',
    find: 'const own = withoutFilled(item);',
    replacement: 'const own = item.id === "" ? withoutFilled(item) : item;',
    killedBy: [{ file: SESSION, test: 'looking for gaps does not tell the catalogue its own facts' }],
  },
];

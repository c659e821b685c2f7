import { expect, it } from 'vitest';
import { decideStanding } from '../../../../renderer/src/application/keeping/decide-standing';

const journal = (lastSequence: number, journalId = 'J') => ({
  journalId,
  lastSequence,
  lostThrough: 0,
  freeBytes: null,
});
const standing = (appliedSequence: number) => ({ libraryId: 'L', journalId: 'J', appliedSequence });

it.each([
  ['no-host', null, true, null],
  ['no-host', standing(3), false, null],
  ['first-start', null, true, journal(0)],
  ['first-start', null, false, journal(0)],
  ['found-outside', null, true, journal(5)],
  ['two-libraries', null, false, journal(5)],
  ['first-start', null, true, journal(5), null],
  ['first-start', null, false, journal(5), null],
  ['agrees', standing(5), false, journal(5)],
  ['agrees', standing(0), true, journal(0)],
  ['behind', standing(3), false, journal(5)],
  ['journal-lost', standing(6), false, journal(5)],
  ['journal-lost', standing(5), false, journal(0)],
  ['journal-lost', standing(5), false, journal(5, 'another')],
  ['journal-lost', standing(3), false, journal(9, 'another')],
] as const)(
  '%s: %o, empty %s, journal %o',
  (decision, known, isEmpty, outside, library: string | null = outside?.lastSequence === 0 ? null : 'L') => {
    expect(decideStanding({ standing: known, isEmpty, journal: outside, journalLibrary: library })).toBe(decision);
  },
);

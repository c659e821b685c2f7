import { expect, it } from 'vitest';
import { lookOutside } from '../../../../renderer/src/application/keeping/kept-outside';
import { AppError } from '../../../../renderer/src/domain/errors';
import type { AppInfo, JournalStatus, SnapshotInfo } from '../../../../renderer/src/domain/ports/host';
import { OutsideJournalInMemory } from '../../data/outside-journal-in-memory';

const INFO: AppInfo = {
  version: '1',
  shell: 'browser',
  shellReason: null,
  dataFolder: '/data',
  keepsOutside: true,
  setAsideProblem: null,
};
const SNAPSHOT: SnapshotInfo = { name: 'x', bytes: 1, writtenAt: 77, sequence: 1, reason: null, isKnown: true };

function host({ info = {}, status = {}, snapshots = [] as readonly SnapshotInfo[] } = {}) {
  const answer: JournalStatus = {
    journalId: 'J',
    firstSequence: 1,
    lastSequence: 0,
    damage: [],
    freeBytes: null,
    reserveBytes: 0,
    ...status,
  };
  return {
    appInfo: () => Promise.resolve({ ...INFO, ...info }),
    journalStatus: () => Promise.resolve(answer),
    snapshots: () => Promise.resolve(snapshots),
  };
}

async function journalOf(times: readonly number[]): Promise<OutsideJournalInMemory> {
  const journal = new OutsideJournalInMemory();
  for (const at of times) await journal.append({ id: `r${String(at)}`, at, text: '{}' });
  return journal;
}

it('says up to when the journal and the newest snapshot go', async () => {
  const journal = await journalOf([10, 20, 30]);
  expect(await lookOutside(host({ status: { lastSequence: 3 }, snapshots: [SNAPSHOT] }), journal)).toEqual({
    kind: 'known',
    journalUpTo: 30,
    lostChanges: 0,
    snapshotOf: 77,
    setAsideProblem: null,
  });
});

it('says how many changes the journal has lost, and goes by the last that is there', async () => {
  const journal = await journalOf([10, 20]);
  const damage = [
    { foundAt: 1, file: 'a', fromByte: 0, what: 'missing-records', lostBytes: 0, setAsideAs: null },
    { foundAt: 1, file: 'a', fromByte: 0, what: 'torn-tail', lostBytes: 3, setAsideAs: null },
  ].map((each, at) => ({ ...each, lostSequences: at === 0 ? { first: 3, last: 4 } : null }));
  expect(await lookOutside(host({ status: { lastSequence: 4, damage } }), journal)).toMatchObject({
    journalUpTo: 20,
    lostChanges: 2,
    snapshotOf: null,
  });
});

it('says that nothing is outside, and why the database could not be set aside', async () => {
  const setAsideProblem = 'It is open.';
  expect(await lookOutside(host({ info: { setAsideProblem } }), await journalOf([]))).toEqual({
    kind: 'known',
    journalUpTo: null,
    lostChanges: 0,
    snapshotOf: null,
    setAsideProblem,
  });
});

it('tells a page without its host from one whose host cannot look', async () => {
  expect(await lookOutside(host({ info: { keepsOutside: false } }), await journalOf([]))).toEqual({ kind: 'no-host' });
  const problem = new AppError('storage-failed', 'The folder is gone.');
  const blind = { ...host(), journalStatus: () => Promise.reject(problem) };
  expect(await lookOutside(blind, await journalOf([]))).toEqual({ kind: 'unknown', problem });
});

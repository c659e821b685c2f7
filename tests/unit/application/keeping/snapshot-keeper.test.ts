import { describe, expect, it } from 'vitest';
import {
  ALWAYS_PROVED_BYTES,
  PROVED_EVERY,
  SNAPSHOT_EVERY,
  SnapshotKeeper,
  JOURNAL_KEPT,
  LEFT_EVERY,
  LONGEST_WAIT,
  type Proof,
  type SnapshotNotes,
} from '../../../../renderer/src/application/keeping/snapshot-keeper';
import type { ArchiveSummary } from '../../../../renderer/src/domain/archive';
import { AppError } from '../../../../renderer/src/domain/errors';
import type { SnapshotInfo } from '../../../../renderer/src/domain/ports/host';

const SUMMARY = { digest: 'd', journalSequence: null } as unknown as ArchiveSummary;
const START = Date.UTC(2026, 10, 30);

/** A keeper over a host in memory; `change` is something a person entered, `pass` is time. */
function keeperOf({ size = 100, proof = null as Proof | null } = {}) {
  let now = START;
  let keptAt: number | null = null;
  let sequence = 0;
  const outboxListeners: (() => void)[] = [];
  const ticks: (() => void)[] = [];
  const disk: SnapshotInfo[] = [];
  const proved: string[] = [];
  const waits: (() => void)[] = [];
  const compacted: (readonly [number, number])[] = [];
  const thinned: boolean[] = [];
  const locks: (string | null)[] = [];
  const state = {
    notes: { proof, restoredAt: null, passphrase: null } as SnapshotNotes,
    lostThrough: 0,
    isSlow: false,
    refuses: null as AppError | null,
    cannotRestore: null as string | null,
  };
  const keeper = new SnapshotKeeper({
    archives: {
      writeArchive: ({ passphrase }) => {
        locks.push(passphrase);
        return state.isSlow
          ? new Promise(() => undefined)
          : Promise.resolve({ bytes: new Uint8Array(size), summary: { ...SUMMARY, journalSequence: sequence } });
      },
      proveArchive: ({ bytes, passphrase }) => {
        locks.push(passphrase);
        proved.push(String(bytes.length));
        return Promise.resolve({ problem: state.cannotRestore, summary: SUMMARY });
      },
    },
    host: {
      snapshots: () => Promise.resolve([...disk].reverse()),
      snapshotWrite: ({ bytes, reason, sequence: upTo, keepAll }) => {
        if (state.refuses !== null) return Promise.reject(state.refuses);
        const written = {
          name: `${disk.length}`,
          bytes: bytes.length,
          writtenAt: now,
          sequence: upTo,
          reason,
          isKnown: true,
        };
        disk.push(written);
        thinned.push(keepAll !== true);
        return Promise.resolve(written);
      },
      snapshotRead: () => Promise.resolve(new Uint8Array(size)),
      journalCompact: (upTo, keepSince) => {
        compacted.push([upTo, keepSince]);
        return Promise.resolve();
      },
    },
    journal: {
      standing: () =>
        Promise.resolve({
          journalId: 'J',
          lastSequence: sequence,
          lostThrough: state.lostThrough,
          freeBytes: null,
        }),
    },
    keeping: {
      outbox: {
        state: () => ({ waiting: 0, keptAt, problem: null }),
        subscribe: (listener) => {
          outboxListeners.push(listener);
          return () => undefined;
        },
        flush: () => Promise.resolve(),
        assertRoom: () => Promise.resolve(),
      },
      standing: () => Promise.resolve({ libraryId: 'L', journalId: 'J', appliedSequence: sequence }),
    },
    databaseName: 'handpicked',
    clock: () => now,
    notes: {
      read: () => state.notes,
      keep: (kept) => {
        state.notes = kept;
      },
    },
    every: (work) => ticks.push(work),
    wait: () => new Promise((settle) => waits.push(settle)),
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    keeper,
    disk,
    proved,
    compacted,
    thinned,
    locks,
    waits,
    state,
    change: () => {
      keptAt = now;
      sequence += 1;
      for (const listener of outboxListeners) listener();
    },
    pass: async (milliseconds: number) => {
      now += milliseconds;
      for (const tick of ticks) tick();
      await settle();
    },
    start: async () => {
      keeper.start();
      await settle();
    },
  };
}

describe('snapshots', () => {
  it('are taken by themselves when something changed, and at most every half hour', async () => {
    const kept = keeperOf();
    await kept.start();
    await kept.pass(SNAPSHOT_EVERY * 3);
    expect(kept.disk).toHaveLength(0);
    kept.change();
    await kept.pass(1000);
    expect(kept.disk.map(({ reason }) => reason)).toEqual(['timer']);
    kept.change();
    await kept.pass(SNAPSHOT_EVERY - 1);
    expect(kept.disk).toHaveLength(1);
    await kept.pass(1);
    expect(kept.disk).toHaveLength(2);
    await kept.pass(SNAPSHOT_EVERY * 2);
    expect(kept.disk).toHaveLength(2);
  });

  it('are taken by themselves after a clock that was a year ahead was set right', async () => {
    const kept = keeperOf();
    await kept.start();
    kept.change();
    await kept.pass(365 * 24 * 60 * 60_000);
    expect(kept.disk).toHaveLength(1);
    kept.change();
    await kept.pass(-365 * 24 * 60 * 60_000 + SNAPSHOT_EVERY);
    expect(kept.disk).toHaveLength(2);
    kept.change();
    await kept.pass(SNAPSHOT_EVERY - 1);
    expect(kept.disk).toHaveLength(2);
    await kept.pass(1);
    expect(kept.disk).toHaveLength(3);
  });

  it('are taken before an import, unless nothing changed since the last', async () => {
    const kept = keeperOf();
    await kept.start();
    kept.change();
    expect(await kept.keeper.take('before-import', { onlyIfChanged: true })).toBe(true);
    expect(await kept.keeper.take('before-import', { onlyIfChanged: true })).toBe(true);
    expect(kept.disk.map(({ reason }) => reason)).toEqual(['before-import']);
  });

  it('are taken for what was entered before the window was last closed', async () => {
    const kept = keeperOf();
    kept.change();
    await kept.start();
    await kept.pass(1000);
    expect(kept.disk).toHaveLength(1);
  });

  it('are proved each while small, a large one once a week', async () => {
    const small = keeperOf();
    await small.start();
    await small.keeper.take('person');
    await small.keeper.take('person');
    expect(small.proved).toHaveLength(2);
    expect(small.state.notes.proof).toEqual({ name: '1', at: START, bytes: 100 });
    const large = keeperOf({
      size: ALWAYS_PROVED_BYTES + 1,
      proof: { name: 'earlier', at: START - PROVED_EVERY + 1, bytes: ALWAYS_PROVED_BYTES },
    });
    await large.start();
    await large.keeper.take('person');
    expect(large.proved).toEqual([]);
    await large.pass(1);
    await large.keeper.take('person');
    expect(large.proved).toHaveLength(1);
  });

  it('that cannot be restored or written are said to be so, and the next one is tried as if nothing had been', async () => {
    const kept = keeperOf();
    await kept.start();
    kept.state.cannotRestore = 'A row is missing.';
    expect(await kept.keeper.take('person')).toBe(false);
    expect(kept.keeper.snapshot()).toMatchObject({
      isTaking: false,
      proof: null,
      problem: { message: 'A row is missing.' },
    });
    kept.state.cannotRestore = null;
    kept.state.refuses = new AppError('storage-full', 'The disk is full.');
    kept.change();
    expect(await kept.keeper.take('timer')).toBe(false);
    expect(kept.keeper.snapshot().problem?.code).toBe('storage-full');
    kept.state.refuses = null;
    await kept.pass(SNAPSHOT_EVERY);
    expect(kept.keeper.snapshot()).toMatchObject({ problem: null, proof: { at: START + SNAPSHOT_EVERY } });
  });

  it('is taken at once of a library that has none yet, and where the journal alone could not bring it back', async () => {
    const kept = keeperOf();
    kept.change();
    await kept.start();
    expect(kept.disk).toHaveLength(1);
    const again = keeperOf();
    again.disk.push(...kept.disk);
    again.change();
    again.change();
    await again.start();
    expect(again.disk).toHaveLength(1);
    const damaged = keeperOf();
    damaged.disk.push(...kept.disk);
    damaged.state.lostThrough = 2;
    damaged.change();
    damaged.change();
    await damaged.start();
    expect(damaged.disk).toHaveLength(2);
  });

  it('are all kept from a restore until the person says that everything is right, also over a new start', async () => {
    const kept = keeperOf();
    await kept.start();
    await kept.keeper.take('before-restore', { keepAll: true });
    kept.keeper.keepAllUntilConfirmed();
    await kept.keeper.take('person');
    await kept.start();
    expect(kept.keeper.snapshot().restoredAt).toBe(START);
    await kept.keeper.take('person');
    expect(kept.thinned).toEqual([false, false, false]);
    kept.keeper.confirmRestore();
    await kept.keeper.take('person');
    expect(kept.thinned.at(-1)).toBe(true);
    expect(kept.state.notes.restoredAt).toBeNull();
  });

  it('let the journal drop what is older than a year, up to the last that was proved', async () => {
    const kept = keeperOf();
    await kept.start();
    kept.change();
    await kept.keeper.take('person');
    expect(kept.compacted).toEqual([[1, START - JOURNAL_KEPT]]);
    kept.state.cannotRestore = 'A row is missing.';
    await kept.keeper.take('person');
    expect(kept.compacted).toHaveLength(1);
  });

  it('are taken where the window is left, of changes, and not every minute', async () => {
    const kept = keeperOf();
    await kept.start();
    kept.keeper.left();
    await kept.pass(0);
    expect(kept.disk).toHaveLength(0);
    kept.change();
    kept.keeper.left();
    await kept.pass(0);
    expect(kept.disk.map(({ reason }) => reason)).toEqual(['close']);
    await kept.pass(1);
    kept.change();
    await kept.pass(LEFT_EVERY - 2);
    kept.keeper.left();
    await kept.pass(1);
    expect(kept.disk).toHaveLength(1);
    kept.keeper.left();
    await kept.pass(0);
    expect(kept.disk).toHaveLength(2);
  });

  it('do not hold up a change of many things for long', async () => {
    const kept = keeperOf();
    await kept.start();
    kept.change();
    await kept.keeper.takeBefore('before-bulk-edit');
    expect(kept.disk.map(({ reason }) => reason)).toEqual(['before-bulk-edit']);
    kept.state.isSlow = true;
    kept.change();
    const waiting = kept.keeper.takeBefore('before-bulk-edit');
    kept.waits.at(-1)?.();
    await waiting;
    expect(kept.disk).toHaveLength(1);
    expect(LONGEST_WAIT).toBeLessThanOrEqual(3000);
  });

  it('are locked with the passphrase that was chosen, written and proved with it, over a new start too', async () => {
    const kept = keeperOf();
    await kept.start();
    await kept.keeper.lock('correct horse');
    expect(kept.disk).toHaveLength(1);
    await kept.start();
    await kept.keeper.take('person');
    expect(kept.locks).toEqual(Array(4).fill('correct horse'));
    await kept.keeper.lock(null);
    expect(kept.locks.slice(4)).toEqual([null, null]);
    expect(kept.state.notes.passphrase).toBeNull();
  });
});

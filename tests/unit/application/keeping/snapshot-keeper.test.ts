import { describe, expect, it } from 'vitest';
import {
  ALWAYS_PROVED_BYTES,
  PROVED_EVERY,
  SNAPSHOT_EVERY,
  SnapshotKeeper,
  type Proof,
} from '../../../../renderer/src/application/keeping/snapshot-keeper';
import type { ArchiveSummary } from '../../../../renderer/src/domain/archive';
import { AppError } from '../../../../renderer/src/domain/errors';
import type { SnapshotInfo } from '../../../../renderer/src/domain/ports/host';

const SUMMARY = { digest: 'd' } as unknown as ArchiveSummary;
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
  const state = { proof, refuses: null as AppError | null, cannotRestore: null as string | null };
  const keeper = new SnapshotKeeper({
    archives: {
      writeArchive: () => Promise.resolve({ bytes: new Uint8Array(size), summary: SUMMARY }),
      proveArchive: ({ bytes }) => {
        proved.push(String(bytes.length));
        return Promise.resolve({ problem: state.cannotRestore, summary: SUMMARY });
      },
    },
    host: {
      snapshots: () => Promise.resolve([...disk].reverse()),
      snapshotWrite: ({ bytes, reason, sequence: upTo }) => {
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
        return Promise.resolve(written);
      },
      snapshotRead: () => Promise.resolve(new Uint8Array(size)),
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
    proofs: {
      read: () => state.proof,
      keep: (kept) => {
        state.proof = kept;
      },
    },
    every: (work) => ticks.push(work),
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    keeper,
    disk,
    proved,
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
    expect(small.state.proof).toEqual({ name: '1', at: START });
    const large = keeperOf({ size: ALWAYS_PROVED_BYTES + 1, proof: { name: 'earlier', at: START - PROVED_EVERY + 1 } });
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
});

import type { HostApi } from '../../../electron/host-contract';
import { AppError } from '../domain/errors';
import type { OutsideJournal } from '../domain/ports/outside-journal';

/** Text of one part that is read, bytes: taking it apart must not hold up the window. */
const READ_BYTES = 1024 * 1024;

/** The journal behind this window's host. Without one, every call rejects with `no-host`. */
export function hostJournal(host: Pick<HostApi, 'journalAppend' | 'journalStatus' | 'journalRead'>): OutsideJournal {
  return {
    append: async (record) => {
      const { sequences } = await host.journalAppend([record]);
      const [sequence] = sequences;
      if (sequence === undefined)
        throw new AppError('unexpected', 'The program’s host did not say where it kept a change. Reload the window.');
      return sequence;
    },
    standing: async () => {
      const { journalId, firstSequence, lastSequence, damage, freeBytes } = await host.journalStatus();
      const lost = damage.map(({ lostSequences }) => lostSequences?.last ?? 0);
      return { journalId, lastSequence, lostThrough: Math.max(0, firstSequence - 1, ...lost), freeBytes };
    },
    readAfter: async function* (sequence) {
      for (let after = sequence; ;) {
        const { records, isEnd } = await host.journalRead(after, READ_BYTES);
        if (records.length > 0) yield records;
        after = records.at(-1)?.sequence ?? after;
        // An empty part that is not the end would be asked for again and again.
        if (isEnd || records.length === 0) return;
      }
    },
  };
}

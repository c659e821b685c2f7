import { toAppError, type AppError } from '../../domain/errors';
import { lastSaid } from '../../domain/last-record';
import type { HostApi, SetAsideTime } from '../../domain/ports/host';
import type { OutsideJournal } from '../../domain/ports/outside-journal';

/** What is kept outside a database that cannot be opened. */
export type KeptOutside =
  /** A plain page: nothing is outside, and nobody can set the database aside. */
  | { readonly kind: 'no-host' }
  /** It could not be looked at. */
  | { readonly kind: 'unknown'; readonly problem: AppError }
  | {
      readonly kind: 'known';
      /** Epoch milliseconds of the journal's last change; null where it has none. */
      readonly journalUpTo: number | null;
      /** Changes that the journal has lost to damage of its own. */
      readonly lostChanges: number;
      /** Epoch milliseconds of the newest snapshot; null where there is none. */
      readonly snapshotOf: number | null;
      /** Why the database could not be set aside when that was last tried; null where it was not tried. */
      readonly setAsideProblem: string | null;
    };

/** What can be done about such a database. */
export interface Recovery {
  /** Never rejects. */
  look(): Promise<KeptOutside>;
  /** `HostApi.databaseSetAside` */
  setAside(): Promise<SetAsideTime>;
}

type Host = Pick<HostApi, 'appInfo' | 'journalStatus' | 'snapshots'>;

/** For the page that shows that the database is damaged. Never rejects. */
export async function lookOutside(host: Host, journal: Pick<OutsideJournal, 'readAfter'>): Promise<KeptOutside> {
  try {
    const { keepsOutside, setAsideProblem } = await host.appInfo();
    if (!keepsOutside) return { kind: 'no-host' };
    const { lastSequence, damage } = await host.journalStatus();
    const [snapshot] = await host.snapshots();
    return {
      kind: 'known',
      journalUpTo: await lastSaid(journal, lastSequence, ({ at }) => at),
      lostChanges: damage.reduce(
        (sum, { lostSequences: lost }) => (lost === null ? sum : sum + lost.last - lost.first + 1),
        0,
      ),
      snapshotOf: snapshot?.writtenAt ?? null,
      setAsideProblem,
    };
  } catch (error) {
    return { kind: 'unknown', problem: toAppError(error) };
  }
}

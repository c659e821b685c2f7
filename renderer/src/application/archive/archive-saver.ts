import type { ArchiveSummary } from '../../domain/archive';
import { toAppError } from '../../domain/errors';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { Clock } from '../../domain/ports/clock';
import type { HostApi } from '../../domain/ports/host';
import { ARCHIVE_EXTENSION } from '../../exporting/archive/archive-format';
import { ObservableValue } from '../../domain/observable-value';

export type ArchiveSaverState =
  | { readonly step: 'idle' }
  | { readonly step: 'saving'; readonly progress: { readonly done: number; readonly total: number } }
  | {
      readonly step: 'saved';
      readonly fileName: string;
      readonly isLocked: boolean;
      readonly summary: ArchiveSummary;
    }
  | { readonly step: 'failed'; readonly reason: string };

export interface ArchiveSaverPorts {
  readonly archives: Pick<ArchiveWorker, 'writeArchive'>;
  readonly host: Pick<HostApi, 'saveFile'>;
  readonly databaseName: string;
  readonly clock: Clock;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** "Handpicked 2026-11-30.handpicked": the day where the person is. */
export function archiveFileName(at: number): string {
  const day = new Date(at);
  const date = `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `Handpicked ${date}.${ARCHIVE_EXTENSION}`;
}

/** Saves the whole library as one file. One per window, so that it goes on when its page is left. */
export class ArchiveSaver {
  readonly #ports: ArchiveSaverPorts;
  readonly #state = new ObservableValue<ArchiveSaverState>({ step: 'idle' });
  #running: AbortController | null = null;

  constructor(ports: ArchiveSaverPorts) {
    this.#ports = ports;
  }

  readonly snapshot = (): ArchiveSaverState => this.#state.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /**
   * Never rejects: what went wrong is a state. Ignored while a file is being written.
   * @param passphrase null: not locked
   */
  readonly save = async (passphrase: string | null): Promise<void> => {
    if (this.#running !== null) return;
    const { archives, host, databaseName, clock } = this.#ports;
    const running = new AbortController();
    this.#running = running;
    this.#state.set({ step: 'saving', progress: { done: 0, total: 1 } });
    try {
      const { bytes, summary } = await archives.writeArchive(
        { databaseName, reason: 'person', passphrase },
        {
          signal: running.signal,
          onProgress: (progress) => {
            this.#state.set({ step: 'saving', progress });
          },
        },
      );
      const fileName = archiveFileName(clock());
      const result = await host.saveFile({ suggestedName: fileName, mediaType: 'application/octet-stream', bytes });
      this.#state.set(
        result === 'saved' ? { step: 'saved', fileName, isLocked: passphrase !== null, summary } : { step: 'idle' },
      );
    } catch (error) {
      const { code, message } = toAppError(error);
      this.#state.set(code === 'cancelled' ? { step: 'idle' } : { step: 'failed', reason: message });
    } finally {
      this.#running = null;
    }
  };

  readonly cancel = (): void => {
    this.#running?.abort();
  };
}

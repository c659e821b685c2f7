import type { ArchiveProblem, ArchiveSummary, TableChanges } from '../../domain/archive';
import { toAppError } from '../../domain/errors';
import type { PickedFile } from '../../domain/picked-file';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { CallOptions } from '../../domain/ports/method-table';
import { isArchiveFile } from '../../exporting/archive/is-archive-file';
import { ObservableValue } from '../../domain/observable-value';
import { pageWatch } from '../page-watch';

/** An archive as a person opened it. */
export interface OpenedArchive {
  readonly bytes: Uint8Array;
  readonly passphrase: string | null;
}

export interface ArchivePreview {
  readonly step: 'preview';
  readonly fileName: string;
  readonly summary: ArchiveSummary;
  readonly problems: readonly ArchiveProblem[];
  /** What a restore would change; null where that cannot be said. */
  readonly changes: readonly TableChanges[] | null;
}

export type ArchiveOpenerState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly fileName: string;
      readonly progress: { readonly done: number; readonly total: number };
    }
  | { readonly step: 'locked'; readonly fileName: string; readonly wasWrong: boolean }
  | ArchivePreview
  | {
      readonly step: 'restoring';
      readonly fileName: string;
      readonly progress: { readonly done: number; readonly total: number };
    }
  | { readonly step: 'refused'; readonly fileName: string; readonly reason: string };

export interface ArchiveOpenerPorts {
  readonly archives: Pick<ArchiveWorker, 'inspectArchive'>;
  readonly databaseName: string;
  /** Puts the archive in the place of the library. Rejects with an AppError. */
  readonly restore: (archive: OpenedArchive, watched: CallOptions) => Promise<ActionReceipt>;
}

const IDLE: ArchiveOpenerState = { step: 'idle' };

/** Looks into an archive that was dropped or chosen: nothing is written. One per window. */
export class ArchiveOpener {
  readonly #ports: ArchiveOpenerPorts;
  readonly #state = new ObservableValue<ArchiveOpenerState>(IDLE);
  #file: { readonly name: string; readonly archive: OpenedArchive } | null = null;
  #running: AbortController | null = null;

  constructor(ports: ArchiveOpenerPorts) {
    this.#ports = ports;
  }

  readonly snapshot = (): ArchiveOpenerState => this.#state.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /**
   * For the page that shows it: once the last watcher has called the returned function, the file is let go of. A
   * restore goes on.
   */
  readonly watch = pageWatch(() => {
    if (this.snapshot().step !== 'restoring') this.close();
  });

  /** Which of the files are archives, by a few bytes of each. */
  readonly sort = async <File extends PickedFile>(
    files: readonly File[],
  ): Promise<{ readonly archives: readonly File[]; readonly others: readonly File[] }> => {
    const found = await Promise.all(files.map(async (file) => await isArchiveFile(file).catch(() => false)));
    return {
      archives: files.filter((_file, place) => found[place] === true),
      others: files.filter((_file, place) => found[place] !== true),
    };
  };

  /** Never rejects: what is wrong with the file is a state. */
  readonly open = async (file: PickedFile): Promise<void> => {
    this.close();
    this.#state.set({ step: 'reading', fileName: file.name, progress: { done: 0, total: 1 } });
    try {
      this.#file = {
        name: file.name,
        archive: { bytes: new Uint8Array(await file.arrayBuffer()), passphrase: null },
      };
    } catch (error) {
      this.#state.set({ step: 'refused', fileName: file.name, reason: toAppError(error).message });
      return;
    }
    await this.#inspect();
  };

  /** Tries a passphrase on the file that is locked. */
  readonly unlock = async (passphrase: string): Promise<void> => {
    if (this.snapshot().step !== 'locked' || this.#file === null) return;
    this.#file = { ...this.#file, archive: { ...this.#file.archive, passphrase } };
    await this.#inspect();
  };

  /**
   * What is shown takes the place of the library. Null: nothing is shown, or it was cancelled by `cancelRestore`, and
   * nothing has changed. Rejects with an AppError.
   */
  readonly restore = async (): Promise<ActionReceipt | null> => {
    const preview = this.snapshot();
    if (this.#file === null || preview.step !== 'preview') return null;
    const running = new AbortController();
    this.#running = running;
    const { fileName } = preview;
    const show = (done: number, total: number): void => {
      if (this.#running === running) this.#state.set({ step: 'restoring', fileName, progress: { done, total } });
    };
    show(0, 1);
    try {
      const receipt = await this.#ports.restore(this.#file.archive, {
        signal: running.signal,
        onProgress: ({ done, total }) => {
          show(done, total);
        },
      });
      if (this.#running === running) this.close();
      return receipt;
    } catch (error) {
      if (this.#running === running) {
        this.#running = null;
        this.#state.set(preview);
      }
      const failure = toAppError(error);
      if (failure.code === 'cancelled') return null;
      throw failure;
    }
  };

  /** What was shown before is shown again, once what was written is taken back. */
  readonly cancelRestore = (): void => {
    if (this.snapshot().step === 'restoring') this.#running?.abort();
  };

  readonly close = (): void => {
    this.#running?.abort();
    this.#running = null;
    this.#file = null;
    this.#state.set(IDLE);
  };

  async #inspect(): Promise<void> {
    if (this.#file === null) return;
    const { name: fileName, archive } = this.#file;
    const running = new AbortController();
    this.#running = running;
    const show = (state: ArchiveOpenerState): void => {
      if (this.#running === running) this.#state.set(state);
    };
    show({ step: 'reading', fileName, progress: { done: 0, total: 1 } });
    try {
      const found = await this.#ports.archives.inspectArchive(
        { ...archive, databaseName: this.#ports.databaseName },
        {
          signal: running.signal,
          onProgress: (progress) => {
            show({ step: 'reading', fileName, progress });
          },
        },
      );
      show({ step: 'preview', fileName, ...found });
    } catch (thrown) {
      const { code, message } = toAppError(thrown);
      if (code === 'passphrase-needed' || code === 'passphrase-wrong')
        show({ step: 'locked', fileName, wasWrong: code === 'passphrase-wrong' });
      else show({ step: 'refused', fileName, reason: message });
    }
  }
}

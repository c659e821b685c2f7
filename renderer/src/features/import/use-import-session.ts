import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useToasts } from '../../app/context/use-toasts';
import { useTwinsNotice } from '../../app/context/use-twins-notice';
import { useAnnounce } from '../../app/context/window-state-context';
import type { ArchiveOpenerState } from '../../application/archive/archive-opener';
import type { ImportPreview } from '../../application/import/import-planner';
import type { ImportState } from '../../application/import/import-session';
import type { UndecidedList } from '../../application/import/undecided-file';
import { AppError } from '../../domain/errors';
import type { RowAnswers } from '../../domain/import-plan';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { CsvMapping } from '../../importing/mapping/csv-mapping';
import { archiveText } from '../../text/archive';
import { importText } from '../../text/import';
import { goTo, paths } from '../../ui/paths';

/** Calls of the import session whose results are announced and whose errors are shown. */
export interface ImportActions {
  /**
   * Leads to the preview, of a library saved as one file as well, or with files for the catalogue to Settings. Rejects
   * where a file cannot be read.
   */
  readonly open: (files: readonly File[]) => Promise<void>;
  readonly readTable: (name: string, mapping: CsvMapping) => void;
  /** Answers a question of a source; its files are read again. */
  readonly answer: (source: string, question: string, value: string) => void;
  /** Opens the new list where it was written at once. */
  readonly takeList: (list: UndecidedList, keepOpinions: boolean) => void;
  /** Plans by what was said of doubtful rows. */
  readonly settle: (answers: RowAnswers) => void;
  readonly apply: () => void;
  readonly undo: (receipt: ActionReceipt) => void;
  readonly cancel: () => void;
  readonly startOver: () => void;
}

export function useImportActions(): ImportActions {
  const { importSession, ownCatalogue, archiveOpener } = useServices();
  const { showError } = useToasts();
  const announce = useAnnounce();
  const run = useAction();
  const tellOfTwins = useTwinsNotice();
  return useMemo(() => {
    const announcePreview = (preview: ImportPreview | null): void => {
      if (preview !== null) announce(understoodIn(preview).join(', ') || importText.nothing);
    };
    return {
      open: async (files) => {
        const { archives, others: exports } = await archiveOpener.sort(files);
        const [archive, ...more] = archives;
        if (archive !== undefined) {
          // A whole library is looked at alone.
          if (more.length > 0) throw new AppError('invalid-input', archiveText.oneAtATime);
          goTo(paths.import);
          await archiveOpener.open(archive);
          return;
        }
        archiveOpener.close();
        const { catalogue, others } = await ownCatalogue.sort(exports);
        if (catalogue.length > 0) {
          void ownCatalogue.take(catalogue);
          goTo(paths.settings);
        }
        if (others.length === 0) return;
        goTo(paths.import);
        importSession.open(others.map((file) => ({ name: pathOf(file), blob: file }))).then(announcePreview, showError);
      },
      readTable: (name, mapping) => {
        importSession.readTable(name, mapping).then(announcePreview, showError);
      },
      answer: (source, question, value) => {
        importSession.answer(source, question, value).then(announcePreview, showError);
      },
      takeList: (list, keepOpinions) => {
        void run(() => importSession.takeList(list, keepOpinions)).then((receipt) => {
          tellOfTwins(receipt?.itemIds ?? []);
          const state = importSession.snapshot();
          if (receipt?.listId) goTo(paths.list(receipt.listId));
          else if (state.step === 'preview') announcePreview(state);
        });
      },
      settle: (answers) => {
        importSession.settle(answers).catch(showError);
      },
      apply: () => {
        importSession.apply().then((receipts) => {
          if (receipts.length > 0) announce(receipts.map(({ label }) => label).join('. '));
        }, showError);
      },
      undo: (receipt) => {
        importSession.undo(receipt).catch(showError);
      },
      cancel: importSession.cancel,
      startOver: importSession.startOver,
    };
  }, [importSession, ownCatalogue, archiveOpener, showError, announce, run, tellOfTwins]);
}

/** With its folders where a folder was dropped: the drop target notes them as `path`, "./" before a single file. */
const pathOf = (file: File): string =>
  'path' in file && typeof file.path === 'string' ? file.path.replace(/^\.?\//, '') : file.name;

const understoodIn = ({ plans, undecided }: ImportPreview): readonly string[] =>
  [...plans, ...undecided.flatMap((file) => (file.type === 'list' ? [file.planned] : []))].map(
    ({ analysis }) => analysis.sourceLabel,
  );

/** Likewise the archive that was opened. */
export function useArchiveState(): ArchiveOpenerState {
  const { archiveOpener } = useServices();
  useEffect(() => archiveOpener.watch(), [archiveOpener]);
  return useSyncExternalStore(archiveOpener.subscribe, archiveOpener.snapshot);
}

/** Follows the session for as long as the page is shown. */
export function useImportState(): ImportState {
  const { importSession } = useServices();
  useEffect(() => importSession.watch(), [importSession]);
  // Deferred: a preview with all its rows is drawn in slices.
  return useDeferredValue(useSyncExternalStore(importSession.subscribe, importSession.snapshot));
}

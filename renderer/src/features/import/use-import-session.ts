import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useToasts } from '../../app/context/use-toasts';
import { useAnnounce } from '../../app/context/window-state-context';
import type { ImportPreview, ImportState } from '../../application/import/import-session';
import type { UndecidedList } from '../../application/import/undecided-file';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { CsvMapping } from '../../importing/mapping/csv-mapping';
import { importText } from '../../text/import';
import { goTo, paths } from '../../ui/paths';

/** Calls of the import session whose results are announced and whose errors are shown. */
export interface ImportActions {
  /** Leads to the preview, or with files for the catalogue to Settings. Rejects where a file cannot be read. */
  readonly open: (files: readonly File[]) => Promise<void>;
  readonly readTable: (name: string, mapping: CsvMapping) => void;
  /** Opens the new list where it was written at once. */
  readonly takeList: (list: UndecidedList, keepOpinions: boolean) => void;
  readonly apply: () => void;
  readonly undo: (receipt: ActionReceipt) => void;
  readonly cancel: () => void;
  readonly startOver: () => void;
}

export function useImportActions(): ImportActions {
  const { importSession, ownCatalogue } = useServices();
  const { showError } = useToasts();
  const announce = useAnnounce();
  const run = useAction();
  return useMemo(() => {
    const announcePreview = (preview: ImportPreview | null): void => {
      if (preview !== null) announce(understoodIn(preview).join(', ') || importText.nothing);
    };
    return {
      open: async (files) => {
        const { catalogue, others } = await ownCatalogue.sort(files);
        if (catalogue.length > 0) {
          void ownCatalogue.take(catalogue);
          goTo(paths.settings);
        }
        if (others.length === 0) return;
        // A file of gigabytes is for nobody else, so only what is left is read.
        const read = await Promise.all(
          others.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        );
        goTo(paths.import);
        importSession.open(read).then(announcePreview, showError);
      },
      readTable: (name, mapping) => {
        importSession.readTable(name, mapping).then(announcePreview, showError);
      },
      takeList: (list, keepOpinions) => {
        void run(() => importSession.takeList(list, keepOpinions)).then((receipt) => {
          const state = importSession.snapshot();
          if (receipt?.listId) goTo(paths.list(receipt.listId));
          else if (state.step === 'preview') announcePreview(state);
        });
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
  }, [importSession, ownCatalogue, showError, announce, run]);
}

const understoodIn = ({ plans, undecided }: ImportPreview): readonly string[] =>
  [...plans, ...undecided.flatMap((file) => (file.type === 'list' ? [file.planned] : []))].map(
    ({ analysis }) => analysis.sourceLabel,
  );

/** Follows the session for as long as the page is shown. */
export function useImportState(): ImportState {
  const { importSession } = useServices();
  useEffect(() => importSession.watch(), [importSession]);
  return useSyncExternalStore(importSession.subscribe, importSession.snapshot);
}

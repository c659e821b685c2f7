import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../app/context/announce';
import { useServices } from '../../app/context/services';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { ImportProgress } from '../../domain/ports/imports-repository';
import { showError } from '../../app/context/toast';
import { OWNER_ID } from '../../domain/ids';
import { toAppError } from '../../domain/errors';
import type { ExportFile } from '../../importing/containers/archive';
import type { CsvMapping } from '../../importing/mapping/csv-mapping';
import { analyseFiles, type AnalysisResult } from '../../importing/detect';
import { planImport } from '../../importing/plan/merge-plan';
import { importText } from '../../text/import';
import { planAll, writesOf, type PlannedAnalysis } from './import-preview';

export type ImportStep =
  | { readonly step: 'choose' }
  | { readonly step: 'reading'; readonly progress: ImportProgress }
  | {
      readonly step: 'preview';
      readonly files: readonly ExportFile[];
      readonly result: AnalysisResult;
      readonly plans: readonly PlannedAnalysis[];
    }
  | { readonly step: 'importing'; readonly progress: ImportProgress }
  | { readonly step: 'done'; readonly receipts: readonly ActionReceipt[]; readonly count: number };

export interface ImportFlow {
  readonly state: ImportStep;
  readonly analyse: (files: readonly ExportFile[]) => void;
  /** Reads one unrecognised table by the person's mapping and adds it to the preview. */
  readonly readTable: (file: string, mapping: CsvMapping) => void;
  readonly apply: () => void;
  readonly cancel: () => void;
  readonly startOver: () => void;
}

/** The steps of an import. Leaving the page gives up reading, but never an import that has begun. */
export function useImport(): ImportFlow {
  const { library, taste, imports, clock } = useServices();
  const [state, setState] = useState<ImportStep>({ step: 'choose' });
  const running = useRef<AbortController | null>(null);
  const writing = useRef(false);
  useEffect(
    () => () => {
      if (!writing.current) running.current?.abort();
    },
    [],
  );

  const plan = useCallback(
    async (files: readonly ExportFile[], result: AnalysisResult) => {
      const plans = planAll(
        result.analyses,
        [...library.snapshot().byId.values()],
        await taste.eventsOf(OWNER_ID),
        clock(),
      );
      setState({ step: 'preview', files, result, plans });
      announce(plans.map(({ analysis }) => analysis.sourceLabel).join(', ') || importText.nothing);
    },
    [library, taste, clock],
  );

  const begin = useCallback((): AbortController => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current;
  }, []);

  /** Errors end in a stated place: a cancel where it began, anything else explained. */
  const fail = useCallback((error: unknown, back: ImportStep) => {
    showError(error);
    setState(back);
  }, []);

  const analyse = useCallback(
    (files: readonly ExportFile[]) => {
      if (files.length === 0 || writing.current) return;
      const { signal } = begin();
      setState({ step: 'reading', progress: { done: 0, total: files.length } });
      analyseFiles(files, {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) setState({ step: 'reading', progress });
        },
      })
        .then((result) => (signal.aborted ? undefined : plan(files, result)))
        .catch((error: unknown) => {
          if (!signal.aborted) fail(error, { step: 'choose' });
        });
    },
    [begin, plan, fail],
  );

  const readTable = useCallback(
    (file: string, mapping: CsvMapping) => {
      if (state.step !== 'preview') return;
      const { files, result } = state;
      const { signal } = begin();
      const own = files.filter(({ name }) => name === file);
      setState({ step: 'reading', progress: { done: 0, total: 1 } });
      // A table inside an archive is not a file of its own: then all is read again, by this mapping.
      analyseFiles(own.length > 0 ? own : files, { signal, mapping })
        .then((read) =>
          plan(
            files,
            own.length === 0
              ? read
              : {
                  analyses: [...result.analyses, ...read.analyses],
                  unrecognised: [...result.unrecognised.filter((other) => other.file !== file), ...read.unrecognised],
                },
          ),
        )
        .catch((error: unknown) => {
          if (!signal.aborted) fail(error, state);
        });
    },
    [state, begin, plan, fail],
  );

  const apply = useCallback(() => {
    if (state.step !== 'preview' || writing.current) return;
    const { plans } = state;
    const { signal } = begin();
    const total = writesOf(plans);
    const receipts: ActionReceipt[] = [];
    const applyAll = async (): Promise<void> => {
      let before = 0;
      for (const { analysis } of plans) {
        // Planned again on what is there now: the preview's plan of a second export names things that had no id yet.
        const existing = [...library.snapshot().byId.values()];
        const current = planImport(analysis, existing, clock(), await taste.eventsOf(OWNER_ID));
        const size = current.additions.length + current.changes.length;
        if (size === 0) continue;
        const offset = before;
        receipts.push(
          await imports.applyImport(current, {
            signal,
            onProgress: ({ done }) => {
              setState({ step: 'importing', progress: { done: Math.min(total, offset + done), total } });
            },
          }),
        );
        before += size;
      }
    };
    writing.current = true;
    setState({ step: 'importing', progress: { done: 0, total } });
    applyAll()
      .then(
        () => {
          setState({ step: 'done', receipts, count: total });
          announce(receipts.map(({ label }) => label).join('. '));
        },
        (error: unknown) => {
          if (receipts.length === 0) fail(error, toAppError(error).code === 'cancelled' ? state : { step: 'choose' });
          else {
            showError(error);
            setState({ step: 'done', receipts, count: total });
          }
        },
      )
      .finally(() => {
        writing.current = false;
      });
  }, [state, begin, fail, library, taste, imports, clock]);

  const cancel = useCallback(() => {
    running.current?.abort();
    if (state.step === 'reading') setState({ step: 'choose' });
  }, [state.step]);
  const startOver = useCallback(() => {
    setState({ step: 'choose' });
  }, []);
  return { state, analyse, readTable, apply, cancel, startOver };
}

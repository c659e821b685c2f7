import { AppError, toAppError } from '../../domain/errors';
import type { ActionId, ItemId } from '../../domain/ids';
import type { RowAnswers } from '../../domain/import-plan';
import type { ImportAnalysis, ImportedRow } from '../../domain/imported-row';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { ImportProgress, ImportReceipt } from '../../domain/ports/imports-repository';
import type { Repositories } from '../../domain/ports/repositories';
import type { ExportFile } from '../../importing/containers/archive';
import { isSameJson } from '../../domain/same-json';
import type { AnalysisRequest, AnalysisResult, UnrecognisedFile } from '../../importing/detect';
import type { CsvMapping } from '../../importing/mapping/csv-mapping';
import { withoutOpinions } from '../../importing/without-opinions';
import { ObservableValue } from '../../domain/observable-value';
import { pageWatch } from '../page-watch';
import { rememberedAfter, withRemembered } from './remembered-columns';
import { isEmptyPlan, planSize, rowsOf, totalSize } from '../../importing/plan/plan-imports';
import { ImportPlanner, type ImportPlannerPorts, type ImportPreview, type ReadFiles } from './import-planner';
import { carriedOver } from './row-questions';
import { undecidedFile, type UndecidedFile, type UndecidedList } from './undecided-file';

export type ImportState =
  | { readonly step: 'choose' }
  | { readonly step: 'reading'; readonly progress: ImportProgress }
  | ImportPreview
  | { readonly step: 'importing'; readonly progress: ImportProgress }
  | {
      readonly step: 'done';
      /** One per export that changed anything. */
      readonly receipts: readonly ImportReceipt[];
      /** Those of them that were taken back since. */
      readonly undone: ReadonlySet<ActionId>;
    };

/** `analyseFiles` of `importing/detect.ts`, in a worker where there is one. */
export type AnalyseFiles = (files: readonly ExportFile[], options?: AnalysisRequest) => Promise<AnalysisResult>;

export interface ImportSessionPorts extends ImportPlannerPorts, Pick<Repositories, 'imports' | 'journal' | 'settings'> {
  readonly analyseFiles: AnalyseFiles;
  /** Of the library as it is before an import. Never rejects. */
  readonly takeSnapshot: (reason: 'before-import') => Promise<unknown>;
}

const CHOOSE: ImportState = { step: 'choose' };

/**
 * One import from files to the library: choose → reading → preview → importing → done. Its promises reject with an
 * AppError; being cancelled or replaced by a later call is no error. There is one session per window, so two imports
 * never write at the same time, and one that is being written continues when its page is left.
 */
export class ImportSession {
  readonly #ports: ImportSessionPorts;
  readonly #state = new ObservableValue<ImportState>(CHOOSE);
  /** Aborts the reading or importing that runs; null while nothing does. */
  #running: AbortController | null = null;
  /** Where `cancel` leads while files are being read. */
  #before: ImportState = CHOOSE;
  /** What was said to the questions of sources, by source and question. */
  #answers: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map();
  /** How the tables of the preview that no source claims were read, by the name of their file. */
  readonly #mappings = new Map<string, CsvMapping>();
  readonly #planner: ImportPlanner;

  constructor(ports: ImportSessionPorts) {
    this.#ports = ports;
    this.#planner = new ImportPlanner(ports);
  }

  readonly snapshot = (): ImportState => this.#state.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /**
   * For the page that shows the session. When the last watcher has called the returned function, reading is cancelled
   * and the session starts over; an import that is being written continues.
   */
  readonly watch = pageWatch(() => {
    this.startOver();
  });

  /** Reads files and plans what importing them would do. Null where it was cancelled or an import is being written. */
  async open(files: readonly ExportFile[]): Promise<ImportPreview | null> {
    if (files.length === 0 || this.#isWriting()) return null;
    return this.#read(files.length, CHOOSE, async (signal, onProgress) => {
      this.#planner.forget();
      this.#answers = new Map();
      this.#mappings.clear();
      const { analyses, unrecognised } = await this.#ports.analyseFiles(files, { signal, onProgress });
      return this.#preview(signal, { files, analyses, undecided: await this.#undecided(unrecognised) });
    });
  }

  /** Reads one undecided table by the person's mapping and adds it to the preview. */
  async readTable(name: string, mapping: CsvMapping): Promise<ImportPreview | null> {
    const before = this.snapshot();
    if (before.step !== 'preview') return null;
    const { files } = before;
    return this.#read(1, before, async (signal) => {
      const options = { signal, mapping, mappedFile: name, answers: this.#answers };
      const { analyses, unrecognised } = await this.#ports.analyseFiles(files, options);
      const others = before.undecided.filter((file) => file.name !== name);
      this.#mappings.set(name, mapping);
      if (!signal.aborted) await this.#remember(before, name, mapping);
      return this.#preview(signal, {
        files,
        analyses: analyses.filter((analysis) => analysis.files.includes(name)),
        undecided: [...others, ...unrecognised.filter(({ file }) => file === name).map(undecidedFile)],
        decided: before.plans.map(({ analysis }) => analysis),
      });
    });
  }

  /** Plans everything by what was said of doubtful rows, in place of what was said before. */
  async settle(rowAnswers: RowAnswers): Promise<ImportPreview | null> {
    const before = this.snapshot();
    if (before.step !== 'preview') return null;
    return await this.#planAgain(before, {
      files: before.files,
      analyses: [],
      undecided: before.undecided,
      decided: before.plans.map(({ analysis }) => analysis),
      rowAnswers,
    });
  }

  /** Tables with what was said of their columns before. */
  async #undecided(files: readonly UnrecognisedFile[]): Promise<readonly UndecidedFile[]> {
    if (files.every(({ table }) => table === undefined)) return files.map(undecidedFile);
    const { columns } = await this.#ports.settings.read();
    return files.map((file) =>
      undecidedFile(file.table === undefined ? file : { ...file, table: withRemembered(file.table, columns) }),
    );
  }

  /** What was said of the columns of a table holds for the next table with such columns. */
  async #remember({ undecided }: ImportPreview, name: string, mapping: CsvMapping): Promise<void> {
    const said = undecided.find((file) => file.name === name);
    if (said?.type !== 'table') return;
    const { columns } = await this.#ports.settings.read();
    const after = rememberedAfter(columns, said.table, mapping);
    if (!isSameJson(after, columns)) await this.#ports.settings.update({ columns: after });
  }

  /** Reads the files of a source again with another answer to one of its questions. */
  async answer(source: string, question: string, value: string): Promise<ImportPreview | null> {
    const before = this.snapshot();
    if (before.step !== 'preview') return null;
    const { files } = before;
    return this.#read(files.length, before, async (signal, onProgress) => {
      const answers = new Map(this.#answers);
      answers.set(source, new Map([...(answers.get(source) ?? []), [question, value]]));
      const asks = ({ questions }: ImportAnalysis): boolean => questions.some(({ id }) => id === question);
      // A table is read by its mapping, and it alone asks.
      const table = before.plans.find(({ analysis }) => analysis.source === 'csv' && asks(analysis))?.analysis.files[0];
      const mapping = table === undefined ? undefined : this.#mappings.get(table);
      const { analyses } = await this.#ports.analyseFiles(files, {
        signal,
        onProgress,
        answers,
        ...(table === undefined || mapping === undefined ? {} : { mapping, mappedFile: table }),
      });
      this.#answers = answers;
      const isOther = (analysis: ImportAnalysis): boolean =>
        analysis.source !== source || (mapping !== undefined && !asks(analysis));
      return this.#preview(signal, {
        files,
        analyses: [],
        undecided: before.undecided,
        decided: [
          ...before.plans.map(({ analysis }) => analysis).filter(isOther),
          ...analyses.filter((analysis) => !isOther(analysis)),
        ],
      });
    });
  }

  /**
   * Decides whose a list of the preview is. A list that was opened alone is written at once, and its receipt is the
   * answer; beside other files it joins the plans that `apply` writes. Null where nothing was written.
   * @param keepOpinions false leaves out ratings, progress and notes: the list is somebody else's.
   */
  async takeList(list: UndecidedList, keepOpinions: boolean): Promise<ImportReceipt | null> {
    const before = this.snapshot();
    if (before.step !== 'preview' || !before.undecided.includes(list)) return null;
    const { analysis } = list.planned;
    const taken = keepOpinions ? analysis : withoutOpinions(analysis);
    const preview = await this.#planAgain(before, {
      files: before.files,
      analyses: [],
      undecided: before.undecided.filter((file) => file !== list),
      decided: [...before.plans.map((planned) => planned.analysis), taken],
      rowAnswers: carriedOver(before.rowAnswers, analysis.rows, taken.rows),
    });
    if (preview === null) return null;
    if (preview.plans.length > 1 || preview.undecided.length > 0) return null;
    const [receipt] = await this.apply();
    return receipt ?? null;
  }

  /**
   * Opens a list file and writes it, for where it is known beforehand whose list it is; null where it was cancelled.
   * Rejects with `format-unknown` where the file is not one list that can be read.
   */
  async importList(file: ExportFile, keepOpinions: boolean): Promise<ImportReceipt | null> {
    if (this.#isWriting())
      throw new AppError('invalid-input', 'Another import is being written. Wait until it is done.');
    const preview = await this.open([file]);
    if (preview === null) return null;
    try {
      return await this.takeList(onlyList(preview), keepOpinions);
    } finally {
      this.startOver();
    }
  }

  /**
   * Writes what the preview shows, one action per export. An error in the middle keeps what was written before it: the
   * session is done then, with the receipts so far, and the promise rejects.
   */
  async apply(): Promise<readonly ImportReceipt[]> {
    const preview = this.snapshot();
    if (preview.step !== 'preview') return [];
    const { signal } = this.#begin();
    const total = totalSize(preview.plans);
    const receipts: ImportReceipt[] = [];
    this.#state.set({ step: 'importing', progress: { done: 0, total } });
    try {
      await this.#ports.takeSnapshot('before-import');
      let before = 0;
      const things = new Map<ImportedRow, ItemId>();
      for (const { analysis } of preview.plans) {
        // Planned again on what is there now: the preview's plan of a second export names things that had no id yet.
        const plan = await this.#planner.plan(signal, analysis, { answers: preview.rowAnswers, things });
        if (isEmptyPlan(plan)) continue;
        const offset = before;
        const receipt = await this.#ports.imports.applyImport(plan, {
          signal,
          onProgress: ({ done }) => {
            this.#state.set({ step: 'importing', progress: { done: Math.min(total, offset + done), total } });
          },
        });
        receipts.push(receipt);
        // Additions come first, in the order of the plan.
        for (const [place, addition] of plan.additions.entries()) {
          const id = receipt.itemIds[place];
          if (id !== undefined) for (const row of rowsOf(addition)) things.set(row, id);
        }
        before += planSize(plan);
      }
      this.#end({ step: 'done', receipts, undone: new Set() });
      return receipts;
    } catch (thrown) {
      const error = toAppError(thrown);
      const cancelled = error.code === 'cancelled';
      if (receipts.length > 0) this.#end({ step: 'done', receipts, undone: new Set() });
      else this.#end(cancelled ? preview : CHOOSE);
      if (cancelled) return receipts;
      throw error;
    }
  }

  /** Takes back one receipt of a finished import. */
  async undo(receipt: ActionReceipt): Promise<void> {
    await this.#ports.journal.undoAction(receipt.actionId);
    const state = this.snapshot();
    if (state.step === 'done') this.#state.set({ ...state, undone: new Set([...state.undone, receipt.actionId]) });
  }

  /**
   * Cancels what runs: reading leads back to where it began, importing to the preview or to what is written already.
   */
  readonly cancel = (): void => {
    if (this.#isWriting()) this.#running?.abort();
    else if (this.snapshot().step === 'reading') this.#end(this.#before);
  };

  /** Back to the choice of files; without effect while an import is being written. */
  readonly startOver = (): void => {
    if (!this.#isWriting()) this.#end(CHOOSE);
  };

  #isWriting(): boolean {
    return this.snapshot().step === 'importing';
  }

  /** Cancels what runs. */
  #begin(): AbortController {
    this.#running?.abort();
    this.#running = new AbortController();
    return this.#running;
  }

  #end(state: ImportState): void {
    this.#running?.abort();
    this.#running = null;
    if (state.step === 'choose' || state.step === 'done') this.#planner.forget();
    this.#state.set(state);
  }

  async #read(
    total: number,
    before: ImportState,
    work: (signal: AbortSignal, onProgress: (progress: ImportProgress) => void) => Promise<ImportPreview>,
  ): Promise<ImportPreview | null> {
    const { signal } = this.#begin();
    this.#before = before;
    this.#state.set({ step: 'reading', progress: { done: 0, total } });
    try {
      const preview = await work(signal, (progress) => {
        if (!signal.aborted) this.#state.set({ step: 'reading', progress });
      });
      if (signal.aborted) return null;
      this.#end(preview);
      return preview;
    } catch (error) {
      if (signal.aborted) return null;
      this.#end(before);
      throw toAppError(error);
    }
  }

  /** Another preview of the same files, where the one that is shown is still `before` by then. */
  async #planAgain(before: ImportPreview, read: ReadFiles): Promise<ImportPreview | null> {
    const { signal } = this.#begin();
    const preview = await this.#planner.preview(signal, read).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw toAppError(error);
    });
    if (preview === null || this.snapshot() !== before) return null;
    this.#state.set(preview);
    return preview;
  }

  /** By what was said of doubtful rows so far. */
  #preview(signal: AbortSignal, read: Omit<ReadFiles, 'rowAnswers'>): Promise<ImportPreview> {
    return this.#planner.preview(signal, { ...read, rowAnswers: this.#rowAnswers() });
  }

  /** Of the preview that is or was shown: rows that were read anew have none. */
  #rowAnswers(): RowAnswers {
    const states = [this.snapshot(), this.#before];
    return states.find((state) => state.step === 'preview')?.rowAnswers ?? new Map();
  }
}

/** Throws `format-unknown` where the file that was opened is anything but one list. */
function onlyList({ plans, undecided }: ImportPreview): UndecidedList {
  const [file] = undecided;
  if (plans.length > 0 || undecided.length !== 1 || file === undefined || file.type === 'table')
    throw new AppError('format-unknown', 'This is not a list exported by Handpicked.');
  if (file.type === 'unreadable') throw new AppError('format-unknown', `${file.name}: ${file.reason}`);
  return file;
}

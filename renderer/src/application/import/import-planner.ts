import { OWNER_ID } from '../../domain/ids';
import type { ImportPlan, RowAnswers } from '../../domain/import-plan';
import type { ImportAnalysis } from '../../domain/imported-row';
import type { Item } from '../../domain/item';
import type { Clock } from '../../domain/ports/clock';
import type { Repositories } from '../../domain/ports/repositories';
import { createPreparer } from '../../identity/prepared-thing';
import type { ExportFile } from '../../importing/containers/archive';
import { createPacer, type Pacer } from '../../importing/pacer';
import { planImport } from '../../importing/plan/merge-plan';
import { planImports, type PlannedAnalysis } from '../../importing/plan/plan-imports';
import type { Settled } from '../../importing/plan/settled-rows';
import type { LibraryIndex } from '../library/library-index';
import { undecidedList, type UndecidedFile } from './undecided-file';

/** Files were read and nothing is written yet: what an import would do, and which files wait for a decision. */
export interface ImportPreview {
  readonly step: 'preview';
  /** As they were opened. */
  readonly files: readonly ExportFile[];
  /** In the order in which they will be applied. */
  readonly plans: readonly PlannedAnalysis[];
  readonly undecided: readonly UndecidedFile[];
  /** What was said of doubtful rows; the plans are made by it. */
  readonly rowAnswers: RowAnswers;
}

/** What was read of files, and what is known of how to read it. */
export interface ReadFiles extends Pick<ImportPreview, 'files' | 'rowAnswers'> {
  /** Just read: the lists among them are to be decided. */
  readonly analyses: readonly ImportAnalysis[];
  /** Lists among them are planned again. */
  readonly undecided: readonly UndecidedFile[];
  /** Read earlier. */
  readonly decided?: readonly ImportAnalysis[];
}

export interface ImportPlannerPorts extends Pick<Repositories, 'taste' | 'trash'> {
  readonly library: Pick<LibraryIndex, 'snapshot'>;
  readonly clock: Clock;
  /** Lets the window do what waits, between two parts of long work. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/**
 * Plans what exports would do to the library as it is at that moment: for the preview, and again when they are written.
 * Everything rejects with `cancelled` once its signal is aborted.
 */
export class ImportPlanner {
  readonly #ports: ImportPlannerPorts;
  /** Keeps rows and items folded from one planning to the next. */
  #prepare = createPreparer();

  constructor(ports: ImportPlannerPorts) {
    this.#ports = ports;
  }

  /** Of other files: what is folded of the last ones goes. */
  forget(): void {
    this.#prepare = createPreparer();
  }

  async preview(
    signal: AbortSignal,
    { files, analyses, undecided, decided = [], rowAnswers }: ReadFiles,
  ): Promise<ImportPreview> {
    const events = await this.#ports.taste.eventsOf(OWNER_ID);
    const clear = [...decided, ...analyses.filter(({ list }) => list === null)];
    const lists = [
      ...undecided.flatMap((file) => (file.type === 'list' ? [file.planned.analysis] : [])),
      ...analyses.filter(({ list }) => list !== null),
    ];
    const planned = await planImports(
      [...clear, ...lists],
      this.#items(),
      events,
      this.#ports.clock(),
      this.#pacer(signal),
      this.#prepare,
      rowAnswers,
      await this.#ports.trash.items(),
    );
    return {
      step: 'preview',
      files,
      rowAnswers,
      plans: planned.slice(0, clear.length),
      undecided: [
        ...planned.slice(clear.length).map(undecidedList),
        ...undecided.filter(({ type }) => type !== 'list'),
      ],
    };
  }

  /** One export, to be written at once. */
  async plan(signal: AbortSignal, analysis: ImportAnalysis, settled: Settled): Promise<ImportPlan> {
    const events = await this.#ports.taste.eventsOf(OWNER_ID);
    return await planImport(
      analysis,
      this.#items(),
      this.#ports.clock(),
      events,
      this.#pacer(signal),
      this.#prepare,
      settled,
      await this.#ports.trash.items(),
    );
  }

  #pacer(signal: AbortSignal): Pacer {
    const { pause } = this.#ports;
    return createPacer(signal, pause === undefined ? {} : { pause });
  }

  #items(): readonly Item[] {
    return [...this.#ports.library.snapshot().byId.values()];
  }
}

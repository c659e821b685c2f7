import type { AnalysisOptions } from '../../../renderer/src/importing/detect';
import type { ExportFile } from '../../../renderer/src/importing/containers/archive';

/** Files of one source, made up by hand, and what an import makes of them. */
export interface ImportCase {
  readonly name: string;
  readonly source: string;
  readonly files: () => readonly ExportFile[];
  readonly options?: AnalysisOptions;
  /** True where the name of a file is a part of what it says: the name of a list, which of three like files it is. */
  readonly pathMatters?: true;
  readonly rows: number;
  readonly items: number;
  readonly ratings: number;
  readonly skipped: number;
  readonly statuses: Readonly<Record<string, number>>;
}

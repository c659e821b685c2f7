import type { UnrecognisedFile } from '../../importing/detect';
import type { PlannedAnalysis } from '../../importing/plan/plan-imports';

/** A file that waits for the person, with what there is to decide about it. */
export type UndecidedFile =
  | UndecidedList
  /** An unknown table: what do its columns mean? */
  | { readonly type: 'table'; readonly name: string; readonly table: NonNullable<UnrecognisedFile['table']> }
  /** Nothing can be done; `reason` says what it is or is not, and what would help. */
  | { readonly type: 'unreadable'; readonly name: string; readonly reason: string };

/** A list that this program exported: whose is it? */
export interface UndecidedList {
  readonly type: 'list';
  readonly name: string;
  /** Planned after all other files, with the opinions that are in the file. */
  readonly planned: PlannedAnalysis;
}

export const undecidedList = (planned: PlannedAnalysis): UndecidedList => ({
  type: 'list',
  name: planned.analysis.files.join(', '),
  planned,
});

export const undecidedFile = ({ file: name, reason, table }: UnrecognisedFile): UndecidedFile =>
  table === undefined ? { type: 'unreadable', name, reason } : { type: 'table', name, table };

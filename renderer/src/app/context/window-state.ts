import { ObservableValue } from '../../domain/observable-value';
import { WHOLE_LIBRARY, type LibraryView } from '../../application/library/library-view';
import { UNDECIDED, type GroupChoice } from '../../application/picks/group-choice';
import { Announcer } from './announcer';
import { FirstPicks } from './first-picks';
import { PageCommands } from './page-commands';
import { Remembered } from './remembered';
import type { Toast } from './toasts';

/** Objects that the parts of one window share for as long as it is open. None of it is stored. */
export interface WindowState {
  readonly announcer: Announcer;
  readonly pageCommands: PageCommands;
  readonly firstPicks: FirstPicks;
  /** What was typed and neither used nor discarded; see useDraft. */
  readonly drafts: ObservableValue<ReadonlyMap<string, unknown>>;
  /** The one toast that is shown; null = none. */
  readonly toast: ObservableValue<Toast | null>;
  /** Search, filters and order of the library page. */
  readonly libraryView: Remembered<LibraryView>;
  /** Who decides on the Together page, and by which rule. */
  readonly groupChoice: Remembered<GroupChoice>;
}

export function createWindowState(): WindowState {
  return {
    announcer: new Announcer(),
    pageCommands: new PageCommands(),
    firstPicks: new FirstPicks(),
    drafts: new ObservableValue<ReadonlyMap<string, unknown>>(new Map()),
    toast: new ObservableValue<Toast | null>(null),
    libraryView: new Remembered(WHOLE_LIBRARY),
    groupChoice: new Remembered(UNDECIDED),
  };
}

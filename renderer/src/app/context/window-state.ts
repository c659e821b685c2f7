import { WHOLE_LIBRARY, type LibraryView } from '../../application/library/library-view';
import { UNDECIDED, type GroupChoice } from '../../application/picks/group-choice';
import { Announcer } from './announcer';
import { FirstPicks } from './first-picks';
import { PageCommands } from './page-commands';
import { Remembered } from './remembered';

/** Objects that the parts of one window share for as long as it is open. None of it is stored. */
export interface WindowState {
  readonly announcer: Announcer;
  readonly pageCommands: PageCommands;
  readonly firstPicks: FirstPicks;
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
    libraryView: new Remembered(WHOLE_LIBRARY),
    groupChoice: new Remembered(UNDECIDED),
  };
}

import type { FaultSuite } from './fault';
import { damagedDatabase } from './suites/damaged-database';
import { damagedFiles } from './suites/damaged-files';
import { diskCalls } from './suites/disk-calls';
import { hostile } from './suites/hostile';
import { killBrowser } from './suites/kill-browser';
import { killHost } from './suites/kill-host';
import { killWindow } from './suites/kill-window';
import { oneProgram } from './suites/one-program';
import { randomActions } from './suites/random-actions';
import { smallDisk } from './suites/small-disk';
import { twoShells } from './suites/two-shells';
import { writeReorder } from './suites/write-reorder';

/** Everything that is done to the program on purpose; one file each. */
export const FAULT_SUITES: readonly FaultSuite[] = [
  killHost,
  killBrowser,
  randomActions,
  diskCalls,
  smallDisk,
  damagedFiles,
  damagedDatabase,
  writeReorder,
  oneProgram,
  twoShells,
  killWindow,
  hostile,
];

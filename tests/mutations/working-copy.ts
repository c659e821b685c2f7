import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestName } from './mutation';

/** Longer than any named test takes; a mutation may make one wait for ever. */
const PATIENCE_MS = 120_000;

/** A copy of the repository's files, without what git ignores, to break, with the installed packages by link. */
export interface WorkingCopy {
  read(file: string): string;
  write(file: string, text: string): void;
  /** Runs the named tests and no others. What vitest's JSON reporter writes, parsed; null where it wrote nothing. */
  runTests(tests: readonly TestName[]): unknown;
  remove(): void;
}

export function workingCopy(root: string): WorkingCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handpicked-mutations-')));
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  for (const file of execFileSync('git', listing, { cwd: root, encoding: 'utf8' }).split('\0')) {
    // Git also lists what was deleted and not committed, and the link to the packages.
    if (statSync(join(root, file), { throwIfNoEntry: false })?.isFile() !== true) continue;
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'), 'dir');

  return {
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write: (file, text) => {
      writeFileSync(join(folder, file), text);
    },
    runTests: (tests) => {
      const reportFile = join(folder, 'mutation-report.json');
      rmSync(reportFile, { force: true });
      const names = [...new Set(tests.map(({ test }) => escaped(test)))];
      spawnSync(
        process.execPath,
        [
          join(folder, 'node_modules/vitest/vitest.mjs'),
          'run',
          '--config=tests/vitest.config.ts',
          '--maxWorkers=1',
          '--reporter=json',
          `--outputFile=${reportFile}`,
          `--testNamePattern=^(${names.join('|')})$`,
          ...new Set(tests.map(({ file }) => file)),
        ],
        { cwd: folder, stdio: 'ignore', timeout: PATIENCE_MS, killSignal: 'SIGKILL' },
      );
      try {
        return JSON.parse(readFileSync(reportFile, 'utf8'));
      } catch {
        return null;
      }
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

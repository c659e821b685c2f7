import {
  ImportSession,
  type AnalyseFiles,
  type ImportState,
} from '../../../../renderer/src/application/import/import-session';
import { LibraryIndex } from '../../../../renderer/src/application/library/library-index';
import type { ImportsRepository } from '../../../../renderer/src/domain/ports/imports-repository';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { openTestLibrary, type TestLibrary } from '../../data/open-test-library';
import { exportFile, fixtureFile } from './export-file';

export const GOODREADS = exportFile('goodreads-24-columns.csv');
export const IMDB = exportFile('imdb-2017-ratings.csv');
export const CELLAR = fixtureFile('window/cellar.csv');
export const LIST = fixtureFile('window/winter-list.json');

export interface Opened {
  readonly library: TestLibrary;
  readonly session: ImportSession;
  /** Every state the session was in, in order, repeats of one step left out. */
  readonly steps: readonly ImportState['step'][];
  /** How many things there were at each snapshot that was asked for. */
  readonly snapshots: readonly { readonly reason: string; readonly things: number }[];
}

/**
 * @param wrap stands between the session and the repository that writes
 * @param read what files hold
 */
export async function openSession(
  wrap: (imports: ImportsRepository) => ImportsRepository = (same) => same,
  read: AnalyseFiles = analyseFiles,
): Promise<Opened> {
  const library = await openTestLibrary();
  const index = new LibraryIndex(library.items);
  await index.start();
  const snapshots: { readonly reason: string; readonly things: number }[] = [];
  const session = new ImportSession({
    ...library,
    imports: wrap(library.imports),
    library: index,
    analyseFiles: read,
    clock: () => library.clock.now,
    takeSnapshot: (reason) => {
      snapshots.push({ reason, things: index.snapshot().byId.size });
      return Promise.resolve(true);
    },
  });
  const steps: ImportState['step'][] = [];
  session.subscribe(() => {
    const { step } = session.snapshot();
    if (steps.at(-1) !== step) steps.push(step);
  });
  return { library, session, steps, snapshots };
}

export const titles = async ({ items }: TestLibrary): Promise<readonly string[]> =>
  (await items.all()).map(({ title }) => title).sort();

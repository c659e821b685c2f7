import { ImportSession } from '../../../../renderer/src/application/import/import-session';
import { LibraryIndex } from '../../../../renderer/src/application/library/library-index';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import type { TestLibrary } from '../../data/open-test-library';

/** The library in memory and an import into it, as a window has them; every snapshot succeeds. */
export async function openImportSession(library: TestLibrary) {
  const index = new LibraryIndex(library.items);
  await index.start();
  const session = new ImportSession({
    ...library,
    library: index,
    analyseFiles,
    clock: () => library.clock.now,
    takeSnapshot: () => Promise.resolve(true),
  });
  return { index, session };
}

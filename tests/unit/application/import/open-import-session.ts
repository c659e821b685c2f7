import { ImportSession } from '../../../../renderer/src/application/import/import-session';
import { LibraryIndex } from '../../../../renderer/src/application/library/library-index';
import type { Item } from '../../../../renderer/src/domain/item';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { openTestLibrary, type TestLibrary } from '../../data/open-test-library';

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

/** A window with an empty library, into which files are brought one import after the other. */
export async function openImportingWindow() {
  const library = await openTestLibrary();
  const { session } = await openImportSession(library);
  const bring = async (...files: readonly ExportFile[]) => {
    const preview = await session.open(files);
    const plans = preview?.plans.map(({ plan }) => plan) ?? [];
    const receipts = await session.apply();
    session.startOver();
    return { plans, receipts };
  };
  /** The one thing there is. */
  const only = async (): Promise<Item> => {
    const [item, ...others] = await library.items.all();
    if (item === undefined || others.length > 0) throw new Error(`${String(others.length + 1)} things`);
    return item;
  };
  return { library, session, bring, only };
}

import { LibraryIndex } from '../../../../renderer/src/application/library/library-index';
import { allProfiles } from '../../../../renderer/src/application/picks/all-profiles';
import type { RankingInputs } from '../../../../renderer/src/application/picks/pick-questions';
import type { TestLibrary } from '../../data/open-test-library';

/** What the window would read of a library at this moment. */
export async function rankingInputs(library: TestLibrary, revision = 'content ready 0'): Promise<RankingInputs> {
  const index = new LibraryIndex(library.items);
  const stop = await index.start();
  stop();
  return {
    profiles: await allProfiles(library.taste, library.clock.now),
    items: index.snapshot().items,
    revision,
    clock: () => library.clock.now,
    wildcards: false,
  };
}

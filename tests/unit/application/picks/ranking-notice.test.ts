import { describe, expect, it } from 'vitest';
import {
  keepRankingSeen,
  picksChanged,
  skipWithoutPicks,
} from '../../../../renderer/src/application/picks/ranking-notice';
import { RANKING_VERSION } from '../../../../renderer/src/domain/ranking-version';
import { rankingChanges } from '../../../../renderer/src/text/ranking-changes';
import { openTestLibrary, type TestLibrary } from '../../data/open-test-library';

/** Whether the notice would be shown. */
const told = async (library: TestLibrary): Promise<boolean> => picksChanged(await library.settings.read());

describe('why picks changed', () => {
  it('is told of a library with a friend that is older than versions of ranking', async () => {
    const library = await openTestLibrary();
    await library.people.addFriend({ name: 'Ada' });
    await skipWithoutPicks(true, library);
    expect(await told(library)).toBe(true);
  });

  it('is never told where there were no picks yet: without a thing, or without a friend', async () => {
    for (const hasThings of [false, true]) {
      const library = await openTestLibrary();
      if (!hasThings) await library.people.addFriend({ name: 'Ada' });
      await skipWithoutPicks(hasThings, library);
      expect(await told(library)).toBe(false);
      await library.people.addFriend({ name: 'Ben' });
      await skipWithoutPicks(true, library);
      expect(await told(library)).toBe(false);
    }
  });

  it('is told once: undo and redo do not bring it back, nor does a change of another setting', async () => {
    const library = await openTestLibrary();
    await library.people.addFriend({ name: 'Ada' });
    await keepRankingSeen(library.settings);
    await library.journal.undo();
    await library.journal.redo();
    await library.settings.update({ weeklySendCap: 5 });
    expect(await told(library)).toBe(false);
  });

  it('is told again after the next change of ranking', () => {
    expect(picksChanged({ rankingSeen: RANKING_VERSION - 1 })).toBe(true);
    expect(picksChanged({ rankingSeen: RANKING_VERSION })).toBe(false);
    // A library of a later version, opened by this one.
    expect(picksChanged({ rankingSeen: RANKING_VERSION + 1 })).toBe(false);
  });

  it('has its words', () => {
    expect(rankingChanges[RANKING_VERSION]).toMatch(/^Picks changed with this update: /);
  });
});

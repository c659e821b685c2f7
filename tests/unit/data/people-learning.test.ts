import { describe, expect, it } from 'vitest';
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { OWNER_ID, personId } from '../../../renderer/src/domain/ids';
import { NO_LEARNING_SETTINGS } from '../../../renderer/src/domain/learning';
import { openTestLibrary } from './open-test-library';

async function withAda() {
  const library = await openTestLibrary();
  const ada = (await library.people.addFriend({ name: 'Ada' })).id;
  const learning = async (id = ada) => (await library.people.byId(id))?.learning;
  return { library, ada, learning };
}

describe('what is learned of a person', () => {
  it('begins untouched, with neutral dials, for friends, the owner and the sample', async () => {
    const { library } = await withAda();
    await library.sample.install();
    for (const person of await library.database.people.toArray())
      expect(person, person.name).toMatchObject({ learning: NO_LEARNING_SETTINGS, dials: NEUTRAL_DIALS });
  });

  it('is pinned weight by weight, and let go again', async () => {
    const { library, ada, learning } = await withAda();
    expect((await library.people.pinWeight(ada, 'tag:horror', -2.1)).label).toBe('Pinned horror for Ada');
    await library.people.pinWeight(ada, 'creator:n. k. jemisin: essays', 0);
    await library.people.pinWeight(ada, 'tag:horror', -1);
    expect(await learning()).toEqual({ pinned: { 'tag:horror': -1, 'creator:n. k. jemisin: essays': 0 }, since: null });
    expect((await library.people.pinWeight(ada, 'tag:horror', null)).label).toBe('Let horror be learned again for Ada');
    expect(await learning()).toEqual({ pinned: { 'creator:n. k. jemisin: essays': 0 }, since: null });
    expect((await library.people.pinWeight(OWNER_ID, 'bias', 1)).label).toBe('Pinned bias for you');
    expect(await learning(OWNER_ID)).toEqual({ pinned: { bias: 1 }, since: null });
  });

  it('is forgotten with its pins, from now on', async () => {
    const { library, ada, learning } = await withAda();
    await library.people.pinWeight(ada, 'tag:horror', -2.1);
    const before = library.clock.now;
    expect((await library.people.resetLearning(ada)).label).toBe('Forgot what was learned of Ada');
    const after = await learning();
    expect(after?.pinned).toEqual({});
    expect(after?.since).toBeGreaterThan(before);
    expect(after?.since).toBeLessThanOrEqual(library.clock.now);
    await library.journal.undo();
    expect(await learning()).toEqual({ pinned: { 'tag:horror': -2.1 }, since: null });
    expect((await library.people.resetLearning(OWNER_ID)).label).toBe('Forgot what was learned of you');
  });

  it('leaves the rest of the person alone, and an edit leaves it alone', async () => {
    const { library, ada, learning } = await withAda();
    const person = await library.people.byId(ada);
    await library.people.pinWeight(ada, 'tag:horror', -2.1);
    await library.people.editFriend(ada, { note: 'Reads at night' });
    expect(await learning()).toEqual({ pinned: { 'tag:horror': -2.1 }, since: null });
    expect(await library.people.byId(ada)).toEqual({ ...person, note: 'Reads at night', learning: await learning() });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -10.5])('cannot be pinned at %d', async (logOdds) => {
    const { library, ada, learning } = await withAda();
    await expect(library.people.pinWeight(ada, 'tag:horror', logOdds)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(library.people.pinWeight(ada, '', 1)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await learning()).toEqual(NO_LEARNING_SETTINGS);
  });

  it('is not kept for nobody', async () => {
    const { library } = await withAda();
    await expect(library.people.pinWeight(personId('nobody'), 'tag:horror', 1)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(library.people.resetLearning(personId('nobody'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('dials', () => {
  it('are set for friends and the owner', async () => {
    const { library, ada } = await withAda();
    const dials = {
      ...NEUTRAL_DIALS,
      novelty: 0.5,
      fame: -1,
      length: 0,
      kinds: { book: 2, screen: 0 },
      moods: [' Rainy day ', 'cosy', 'rainy day', ''],
    };
    expect((await library.people.setDials(ada, dials)).label).toBe('Set the dials for Ada');
    expect((await library.people.byId(ada))?.dials).toEqual({ ...dials, moods: ['Rainy day', 'cosy'] });
    expect((await library.people.setDials(OWNER_ID, { ...NEUTRAL_DIALS, length: 1 })).label).toBe(
      'Set the dials for you',
    );
    expect((await library.people.byId(OWNER_ID))?.dials.length).toBe(1);
  });

  it.each([{ novelty: 1.2 }, { fame: Number.NaN }, { length: -2 }, { kinds: { book: 3 } }, { kinds: { book: -1 } }])(
    'stay within their range: %o',
    async (wrong) => {
      const { library, ada } = await withAda();
      await expect(library.people.setDials(ada, { ...NEUTRAL_DIALS, ...wrong })).rejects.toMatchObject({
        code: 'invalid-input',
      });
      expect((await library.people.byId(ada))?.dials).toEqual(NEUTRAL_DIALS);
    },
  );
});

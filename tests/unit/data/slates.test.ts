import { describe, expect, it } from 'vitest';
import { SHOWING_MILLISECONDS, SLATES_KEPT } from '../../../renderer/src/data/slates-repository';
import type { WildcardRecord } from '../../../renderer/src/domain/exploration';
import type { TasteEventType } from '../../../renderer/src/domain/event';
import { type ItemId, itemId, OWNER_ID, type PersonId, personId } from '../../../renderer/src/domain/ids';
import type { Recommendation, Slate } from '../../../renderer/src/domain/recommendation';
import type { Outcome } from '../../../renderer/src/domain/share';
import { openTestLibrary, START, type TestLibrary } from './open-test-library';

function wildcard(shown: ItemId, pool: readonly ItemId[] = [shown, itemId('other')]): WildcardRecord {
  const even = pool.map(() => 1 / pool.length);
  return {
    shown,
    pool,
    propensities: even,
    standardErrors: pool.map(() => 0.01),
    floor: 0.05,
    draws: 1000,
    means: even,
    deviations: even,
  };
}

function slate(record: WildcardRecord | null, createdAt: number, person: PersonId): Slate {
  const pick = (id: ItemId): Recommendation => ({
    itemId: id,
    personId: person,
    score: 1,
    chance: 0.5,
    fit: 1,
    pKnows: 0,
    confidence: 'low',
    reasons: [],
    wildcard: id === record?.shown,
  });
  return {
    recommendations: [pick(itemId('first')), ...(record === null ? [] : [pick(record.shown)])],
    eligibleCount: 9,
    engine: 'wasm',
    modelVersion: '1',
    wildcard: record,
    createdAt,
    tookMilliseconds: 1,
  };
}

async function furnished() {
  const library = await openTestLibrary();
  const ada = (await library.people.addFriend({ name: 'Ada' })).id;
  const dune = (await library.items.addItem({ kind: 'book', title: 'Dune' })).id;
  const emma = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
  const show = (id: ItemId, person: PersonId = ada, at = (library.clock.now += 1000)) =>
    library.slates.record(slate(wildcard(id), at, person), person);
  const rewards = async () => (await library.slates.wildcardOutcomes()).map((outcome) => outcome.reward);
  return { library, ada, dune, emma, show, rewards };
}

const send = (library: TestLibrary, person: PersonId, item: ItemId) =>
  library.shares.shareItem({ personId: person, itemId: item, via: 'told', note: '' });

describe('recording slates', () => {
  it('keeps those with a wildcard, as they were shown', async () => {
    const { library, ada, dune } = await furnished();
    await library.slates.record(slate(null, START, ada), ada);
    expect(await library.database.slates.count()).toBe(0);
    await library.slates.record(slate(wildcard(dune), START, ada), ada);
    expect(await library.database.slates.toArray()).toMatchObject([
      { personId: ada, createdAt: START, modelVersion: '1', itemIds: ['first', dune], wildcard: wildcard(dune) },
    ]);
    expect(await library.slates.wildcardOutcomes()).toEqual([{ contextId: ada, record: wildcard(dune), reward: null }]);
    expect((await library.journal.latest(1))[0]?.label).toBe('Added Emma');
  });

  it('takes the same wildcard from the same pool for one showing, for a day', async () => {
    const { library, ada, dune } = await furnished();
    const pool = [dune, itemId('a'), itemId('b')];
    const record = (at: number, shown: readonly ItemId[] = pool) =>
      library.slates.record(slate(wildcard(dune, shown), at, ada), ada);
    await Promise.all([record(START), record(START + 1)]);
    await record(START + SHOWING_MILLISECONDS - 1, pool.toReversed());
    expect((await library.database.slates.toArray()).map((row) => row.createdAt)).toHaveLength(1);
    await record(START + SHOWING_MILLISECONDS + 2);
    expect(await library.database.slates.count()).toBe(2);
  });

  it('keeps apart what differs in person, thing or pool', async () => {
    const { library, ada, dune, emma } = await furnished();
    const pool = [dune, emma, itemId('a')];
    for (const [person, shown, from] of [
      [ada, dune, pool],
      [OWNER_ID, dune, pool],
      [ada, emma, pool],
      [ada, dune, [dune, emma]],
      [ada, dune, [dune, emma, itemId('b')]],
    ] as const) {
      await library.slates.record(
        slate(wildcard(shown, from), START + (await library.database.slates.count()), person),
        person,
      );
    }
    expect(await library.database.slates.count()).toBe(5);
  });

  it('keeps the newest only', async () => {
    const { library, ada, dune, show } = await furnished();
    const rows = Array.from({ length: SLATES_KEPT }, (_, index) => ({
      id: `${String(index).padStart(15, '0')}/x`,
      personId: ada,
      createdAt: index,
      modelVersion: null,
      itemIds: [],
      wildcard: wildcard(dune),
    }));
    await library.database.slates.bulkAdd(rows);
    await show(dune);
    const keys = await library.database.slates.toCollection().primaryKeys();
    expect(keys).toHaveLength(SLATES_KEPT);
    expect(keys[0]).toBe(rows[1]?.id);
    expect(keys.at(-1)).toContain(dune);
  });

  it('keeps nothing for somebody who is gone', async () => {
    const { library, dune, show } = await furnished();
    await show(dune, personId('gone'));
    expect(await library.database.slates.count()).toBe(0);
  });
});

describe('what became of wildcards', () => {
  it.each<readonly [Outcome, number | null]>([
    ['loved', 1],
    ['liked', 1],
    ['meh', 0],
    ['no', 0],
    ['knew-it', 0],
    ['not-yet', null],
  ])('sent and %s: %s', async (outcome, reward) => {
    const { library, ada, dune, show, rewards } = await furnished();
    await show(dune);
    const { id } = await send(library, ada, dune);
    expect(await rewards()).toEqual([null]);
    await library.shares.recordOutcome(id, outcome);
    expect(await rewards()).toEqual([reward]);
    await library.journal.undo();
    expect(await rewards()).toEqual([null]);
  });

  it.each<readonly [TasteEventType, number | null, number | null]>([
    ['not-for-them', 0, 0],
    ['never-again', 0, 0],
    ['disliked', 0, 0],
    ['knows-it', 0, 0],
    ['postponed', null, null],
    ['wanted', null, null],
    ['finished', null, null],
    ['abandoned', null, null],
    ['chosen-over', null, null],
    ['loved', null, 1],
    ['liked', null, 1],
  ])('a friend’s “%s” says %s unless it was sent, and %s where it was', async (type, unsent, sent) => {
    const { library, ada, dune, emma, show, rewards } = await furnished();
    await show(dune);
    await show(emma);
    await send(library, ada, emma);
    for (const id of [dune, emma]) await library.taste.recordTaste({ personId: ada, itemId: id, type });
    expect(await rewards()).toEqual([unsent, sent]);
  });

  it('the owner’s own word is the answer to what was shown to the owner', async () => {
    const { library, dune, emma, show, rewards } = await furnished();
    await show(dune, OWNER_ID);
    await show(emma, OWNER_ID);
    await library.items.rateItems([dune], 0.8);
    await library.items.rateItems([emma], 0.7);
    expect(await rewards()).toEqual([1, 0]);
  });

  it('nothing said before, of another thing, by somebody else or without a date is an answer', async () => {
    const { library, ada, dune, emma, show, rewards } = await furnished();
    const ben = (await library.people.addFriend({ name: 'Ben' })).id;
    await library.taste.recordTaste({ personId: ada, itemId: dune, type: 'disliked' });
    await show(dune);
    await library.taste.recordTaste({ personId: ada, itemId: emma, type: 'disliked' });
    await library.taste.recordTaste({ personId: ben, itemId: dune, type: 'disliked' });
    expect(await rewards()).toEqual([null]);
    await library.taste.recordTaste({ personId: ada, itemId: dune, type: 'never-again' });
    expect(await rewards()).toEqual([0]);
    await library.database.events.bulkPut((await library.taste.eventsOf(ada)).map((event) => ({ ...event, at: null })));
    expect(await rewards()).toEqual([null]);
  });

  it('an answer rewards the last showing before it and no other, and the latest answer counts', async () => {
    const { library, ada, dune, show, rewards } = await furnished();
    for (let day = 0; day < 3; day += 1) {
      await show(dune);
      library.clock.now += 2 * SHOWING_MILLISECONDS;
    }
    await library.taste.recordTaste({ personId: ada, itemId: dune, type: 'not-for-them' });
    await library.taste.recordTaste({ personId: ada, itemId: dune, type: 'postponed' });
    expect(await rewards()).toEqual([null, null, null]);
    await library.taste.recordTaste({ personId: ada, itemId: dune, type: 'not-for-them' });
    expect(await rewards()).toEqual([null, null, 0]);
    const { id } = await send(library, ada, dune);
    await library.shares.recordOutcome(id, 'loved');
    expect(await rewards()).toEqual([null, null, 1]);
    library.clock.now += SHOWING_MILLISECONDS;
    await show(dune);
    expect(await rewards()).toEqual([null, null, 1, null]);
  });
});

describe('slates of people who go', () => {
  it('wait with a friend in the trash, come back with them, and go when it is emptied', async () => {
    const { library, ada, dune, emma, show, rewards } = await furnished();
    await show(dune);
    await show(emma, OWNER_ID);
    await library.people.moveToTrash(ada);
    expect(await library.slates.wildcardOutcomes()).toMatchObject([{ contextId: OWNER_ID }]);
    const [entry] = await library.trash.all();
    if (entry === undefined) throw new Error('not in the trash');
    await library.trash.restore(entry.id);
    expect(await rewards()).toEqual([null, null]);
    await library.people.moveToTrash(ada);
    await library.trash.empty();
    expect((await library.database.slates.toArray()).map((row) => row.personId)).toEqual([OWNER_ID]);
  });

  it('go with the sample’s friends, also with one in the trash, and with nobody else', async () => {
    const { library, ada, dune, show } = await furnished();
    await library.sample.install();
    const samples = (await library.people.friends()).filter((person) => person.source === 'sample');
    for (const { id } of samples) await show(dune, id);
    await show(dune);
    const [first] = samples;
    if (first === undefined) throw new Error('no sample');
    await library.people.moveToTrash(first.id);
    await library.sample.remove();
    expect((await library.database.slates.toArray()).map((row) => row.personId)).toEqual([ada]);
    await library.journal.undo();
    expect(await library.people.friends()).toHaveLength(samples.length);
    expect(await library.slates.wildcardOutcomes()).toHaveLength(1);
  });
});

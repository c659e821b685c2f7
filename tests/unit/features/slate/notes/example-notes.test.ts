import { describe, expect, it } from 'vitest';
import { NO_LEARNING_SETTINGS } from '../../../../../renderer/src/domain/learning';
import { itemId, personId } from '../../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../../renderer/src/domain/item';
import { draftNote, NOTE_LENGTHS } from '../../../../../renderer/src/features/slate/notes/draft-note';
import { KnownSpellings } from '../../../../../renderer/src/identity/known-spelling';
import { reasonTexts } from '../../../../../renderer/src/features/slate/reasons/reason-text';
import { plainText } from '../../../../../renderer/src/features/slate/reasons/text-part';
import { createRecommender } from '../../../../../renderer/src/recommend/recommender';
import { fakeModel } from '../../../../fixtures/fake-model';
import { beginAlike, faultsOf } from '../../../../fixtures/note-faults';
import { ALONE, NOW } from '../../../../fixtures/recommender-data';

const TITLES = ['Amber', 'Beryl', 'Coral', 'Delta', 'Ember', 'Fjord', 'Gorse', 'Heath', 'Inlet', 'Jetty'];
const REVIEWS = [
  'Jeg kunne ikke lægge den fra mig. <br/>Se https://example.org/anmeldelse',
  '** spoiler alert ** He was dead all along.',
  'www.example.org has <i>more</i> of my words on this one!!',
  null,
];
/** As an old export might carry it: years, shelves, formats and statuses among the tags, reviews with links. */
const LIBRARY: readonly Item[] = TITLES.map((title, at) => {
  const draft: ItemDraft = {
    kind: 'book',
    title: at === 3 ? `${title}: A Novel in Twelve Parts and an Epilogue` : title,
    creators: at % 5 === 0 ? [] : [at % 2 === 0 ? 'Ann Ox' : `Writer ${title}`],
    year: 1990 + at,
    tags: [at % 2 === 0 ? 'black' : 'white', '2016', 'to-read', 'owned', 'recommendations', 'audiobook', 'English'],
    ownRating: 0.9,
    note: REVIEWS[at % REVIEWS.length] ?? null,
    status: 'finished',
    source: 'goodreads',
  };
  return completeItem(draft, itemId(`own${at}`), NOW);
});
/** Typed for friends, in haste. */
const TYPED: readonly Item[] = [
  { kind: 'book', title: 'ambr', creators: ['Ann Ox'], tags: ['black'] },
  { kind: 'book', title: 'hary poter', creators: ['Ann Ox'], tags: ['black', '2016'] },
  { kind: 'book', title: 'the white knght', creators: [], tags: ['white', 'to-read'] },
].map((draft, at) => completeItem({ ...draft, inLibrary: false, source: 'manual' }, itemId(`typed${at}`), NOW));

async function eveningFor(loved: readonly string[]) {
  const recommender = createRecommender({ model: fakeModel(), engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary([...LIBRARY, ...TYPED]);
  const slate = await recommender.picks({
    ...ALONE,
    profile: {
      personId: personId('ada'),
      events: loved.map((id) => ({ itemId: itemId(id), rating: 1, at: NOW })),
      reactions: [],
      excludedItemIds: loved.map(itemId),
      likedTags: [],
      avoidedTags: [],
      learning: NO_LEARNING_SETTINGS,
    },
    candidates: LIBRARY.map(({ id, ownRating }) => ({ itemId: id, ownRating })),
    count: 5,
    now: NOW,
  });
  const itemsById = new Map([...LIBRARY, ...TYPED].map((item) => [item.id, item]));
  const spellings = new KnownSpellings(itemsById.values());
  return slate.recommendations.map((pick) => {
    const item = itemsById.get(pick.itemId);
    if (item === undefined) throw new Error('not in the library');
    const context = {
      item,
      friendName: 'Ada',
      itemsById,
      spellings,
      formatRating: (rating: number) => `${rating * 10} of 10`,
    };
    const notes = NOTE_LENGTHS.map((length) =>
      draftNote({
        item,
        friendNames: ['Ada'],
        reasons: pick.reasons,
        itemsById,
        spellings,
        ownerName: 'Sam',
        style: { length, withOwnWords: false },
      }),
    );
    return { item, pick, texts: reasonTexts(pick, context).map(plainText), notes };
  });
}

describe('the picks of an evening, out of a library of nasty facts', () => {
  it.each([[['typed0', 'typed1', 'typed2']], [['own0', 'typed2']], [['own1', 'own3', 'typed1']], [['typed2']], [[]]])(
    'have notes and reasons without a fault: %j',
    async (loved) => {
      const evening = await eveningFor(loved);
      expect(evening).toHaveLength(5);
      for (const { item, pick, texts, notes } of evening) {
        for (const note of notes)
          expect(faultsOf({ item, reasons: pick.reasons, reasonTexts: texts, note }, []), note).toEqual([]);
        expect([...texts, ...notes].join(' ')).not.toMatch(/2016|to-read|owned|recommendations|audiobook|English/u);
        expect(notes.join(' ')).not.toMatch(/ambr|hary poter|knght/iu);
      }
      for (const at of NOTE_LENGTHS.keys()) expect(beginAlike(evening.map(({ notes }) => notes[at] ?? ''))).toBe(false);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../../renderer/src/application/import/import-session';
import { emptyItemForm, itemDraft, typedKind } from '../../../renderer/src/application/library/new-item';
import { LibraryIndex } from '../../../renderer/src/application/library/library-index';
import {
  countWords,
  itemsInView,
  WHOLE_LIBRARY,
  wordsInUse,
} from '../../../renderer/src/application/library/library-view';
import { usualKind } from '../../../renderer/src/application/library/usual-kind';
import { lookUpLines } from '../../../renderer/src/application/paste/look-up-lines';
import { LibraryTwins } from '../../../renderer/src/application/paste/library-twins';
import { pastePlan, planPaste } from '../../../renderer/src/application/paste/plan-paste';
import { allProfiles } from '../../../renderer/src/application/picks/all-profiles';
import { friendPicks, ownPicks } from '../../../renderer/src/application/picks/pick-questions';
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { libraryItemOf } from '../../../renderer/src/domain/item-fields/library-item';
import { kindGroupsOf } from '../../../renderer/src/domain/kind-groups';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import { LIST_EXPORTERS, LIST_FORMATS } from '../../../renderer/src/exporting/list-exporters';
import { draftNote } from '../../../renderer/src/features/slate/notes/draft-note';
import { reasonTexts } from '../../../renderer/src/features/slate/reasons/reason-text';
import { KnownSpellings } from '../../../renderer/src/identity/known-spelling';
import { readPastedLines } from '../../../renderer/src/importing/pasted/pasted-lines';
import { createRecommender } from '../../../renderer/src/recommend/recommender';
import { featureWords, groupWords, likingWords } from '../../../renderer/src/text/features';
import { kindName, kindNamePlural } from '../../../renderer/src/text/kinds';
import { sourceName } from '../../../renderer/src/text/source-names';
import { fakeModel } from '../../fixtures/fake-model';
import { openTestLibrary, type TestLibrary } from '../data/open-test-library';
import { textFile } from './import/export-file';

/** Names that a plain object answers to without holding anything under them. */
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  '__defineGetter__',
];

/** The word as kind, title, maker, tag, shelf, series, column, file, setting, list and friend, through every door. */
async function bringIn(library: TestLibrary, index: LibraryIndex, word: string): Promise<void> {
  const typed = itemDraft(
    { ...emptyItemForm(typedKind(word)), title: `Typed ${word}`, creators: word, tags: [word] },
    library.clock.now,
  );
  if (typed === null) throw new Error('nothing was typed');
  const { id } = await library.items.addItem({ ...typed, shelves: [word], series: { name: word, position: 1 } });
  await library.items.addTags([id], [word]);

  const session = new ImportSession({
    ...library,
    library: index,
    analyseFiles,
    clock: () => library.clock.now,
    takeSnapshot: () => Promise.resolve(true),
  });
  const table = `${word},title,kind,tags\n${word},Table ${word},${word},"${word}; ${word}x"\nother,Second ${word},book,${word}\n`;
  await session.open([textFile(word, table)]);
  await session.readTable(word, {
    kind: word,
    columns: { creators: 0, title: 1, kind: 2, tags: 3 },
    ratingMaximum: 5,
    crowdMaximum: 5,
  });
  await session.apply();
  session.startOver();

  await session.importList(textFile(`${word}.json`, listFile(word)), true);

  const lines = readPastedLines(`${word}:\n${word}\nPasted ${word} – ${word} (1999)\n(${word})`);
  const nothing = {
    recognise: async ({ descriptions }: { readonly descriptions: readonly unknown[] }) =>
      await Promise.resolve(descriptions.map(() => ({ verdict: 'none' as const, authorKnown: false }))),
    respelt: async ({ titles }: { readonly titles: readonly unknown[] }) => await Promise.resolve(titles.map(() => [])),
  };
  const matches = await lookUpLines(nothing, lines, null, new AbortController().signal, () => undefined);
  const planned = planPaste(lines, matches, new LibraryTwins(await library.items.all()), {
    kind: null,
    unknownKind: word,
    byLine: new Map(),
    answers: new Map(),
  });
  await library.pastes.addPasted(pastePlan(planned, { type: 'library' }));

  const friend = await library.people.addFriend(
    { name: word, likedTags: [word], avoidedTags: [`${word}x`], note: word },
    [{ itemId: id, type: 'loved' }],
  );
  await library.people.setDials(friend.id, { ...NEUTRAL_DIALS, kinds: { [word]: 2 }, moods: [word] });
  await library.people.pinWeight(friend.id, `tag:${word}`, 1);
  await library.people.pinWeight(friend.id, `kind:${word}`, -1);
  const list = await library.lists.createList({ title: word, description: word });
  await library.lists.addItems(list.id, [id]);
  await library.settings.update({ ownerName: word });
}

/** As a friend sends it: JSON.parse makes own keys of these names. */
function listFile(word: string): string {
  const item = `{"kind":${JSON.stringify(word)},"title":"Listed ${word}","originalTitle":null,"creators":["${word}"],"year":1999,"tags":["${word}"],"series":null,"crowd":null,"identifiers":{"${word}":"1","isbn13":"9780306406157"},"url":null,"ownRating":null,"status":"none","finishedAt":null,"note":null,"privateNote":null,"${word}":"x"}`;
  return `{"format":"handpicked-list","version":1,"${word}":{},"list":{"title":"List ${word}","description":"","entries":[{"item":${item},"annotation":"${word}"}]}}`;
}

async function openLibrary(library: TestLibrary): Promise<LibraryIndex> {
  const index = new LibraryIndex(library.items);
  await index.start();
  return index;
}

describe.each(WORDS)('the word %s, typed, imported, pasted and sent by a friend', (word) => {
  it('is a word like any other in Library, Home, What next, notes and exports', async () => {
    const first = await openTestLibrary();
    await bringIn(first, await openLibrary(first), word);
    const library = await first.reopen();
    expect(library.damagedRows.all()).toEqual([]);
    const index = await openLibrary(library);
    const { items, byId } = index.snapshot();
    const titles = ['Typed', 'Table', 'Second', 'Listed'].map((door) => `${door} ${word}`);
    titles.push(word, `Pasted ${word} – ${word}`);
    expect([...byId.values()].map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
    const kind = word.toLowerCase();
    expect(items.filter((item) => item.kind.toLowerCase() === kind).length).toBeGreaterThanOrEqual(3);

    // Library
    expect(itemsInView(items, { ...WHOLE_LIBRARY, kind, tag: word }, null).length).toBeGreaterThan(0);
    expect(itemsInView(items, { ...WHOLE_LIBRARY, shelf: word }, index.search(word)).length).toBeGreaterThan(0);
    expect(
      countWords(items.flatMap(({ tags }) => tags)).find((counted) => counted.word.toLowerCase() === kind)?.count,
    ).toBeGreaterThan(1);
    expect(wordsInUse(items, 'tags').map((tag) => tag.toLowerCase())).toContain(kind);
    expect(kindGroupsOf(items, 20)).toContain(kind);
    expect(typeof usualKind(items)).toBe('string');
    for (const words of [
      kindName(word),
      kindNamePlural(word),
      groupWords(word),
      featureWords(word),
      featureWords(`tag:${word}`),
      featureWords(`kind:${word}`),
      featureWords(`group:${word}`),
      featureWords(`source:${word}`),
      likingWords(word, -1).subject,
      sourceName(word),
    ])
      expect(words.toLowerCase()).toContain(word.toLowerCase());

    // Home and What next
    const [friend] = await library.people.friends();
    expect(friend).toMatchObject({ name: word, dials: { moods: [word] } });
    if (friend === undefined) return;
    const inputs = {
      profiles: await allProfiles(library.taste, library.clock.now),
      items,
      revision: '1',
      clock: () => library.clock.now,
      wildcards: true,
    };
    for (const model of [null, fakeModel()]) {
      let milliseconds = 0;
      const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => (milliseconds += 1) });
      await recommender.setLibrary([...byId.values()].map(libraryItemOf));
      const forFriend = friendPicks(inputs, friend);
      const forOwner = ownPicks(inputs, { dials: NEUTRAL_DIALS });
      if (forFriend === null) throw new Error('no question');
      const slates = [
        await recommender.picks(forFriend.request),
        ...(forOwner === null ? [] : [await recommender.picks(forOwner.request)]),
      ];
      expect(slates[0]?.recommendations.length).toBeGreaterThan(0);
      const spellings = new KnownSpellings([...byId.values()]);
      for (const { recommendations } of slates)
        for (const { itemId, reasons, confidence } of recommendations) {
          const item = byId.get(itemId);
          if (item === undefined) continue;
          const parts = reasonTexts(
            { reasons, confidence },
            { item, friendName: word, itemsById: byId, spellings, formatRating: String },
          );
          expect(parts.length).toBeGreaterThan(0);
          const note = draftNote({ item, friendNames: [word], reasons, itemsById: byId, spellings, ownerName: word });
          expect(note).toContain(word);
          expect(note).not.toMatch(/\[native code\]|\[object|undefined/);
        }
    }

    // Lists, out and in again
    const list = (await library.lists.all()).find(({ title }) => title === word);
    if (list === undefined) throw new Error('no list');
    for (const format of LIST_FORMATS) {
      const text = new TextDecoder().decode(LIST_EXPORTERS[format](list, byId, { authorName: word }).bytes);
      expect(text).toContain(`Typed`);
      expect(text).not.toMatch(/\[native code\]|function Object/);
    }
    expect((await library.settings.read()).ownerName).toBe(word);
    // All of it is one history that can be taken back.
    for (let undone = await library.journal.undo(); undone !== null; undone = await library.journal.undo());
    expect(await library.items.all()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { completeEvent } from '../../../../../renderer/src/domain/event';
import { NEUTRAL_DIALS } from '../../../../../renderer/src/domain/dials/dials';
import type { TasteEventDraft } from '../../../../../renderer/src/domain/event';
import type { HistoryEntry, RowChange } from '../../../../../renderer/src/domain/history';
import { eventId, itemId, OWNER_ID, personId, shareId } from '../../../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../../../renderer/src/domain/item';
import { NO_LEARNING_SETTINGS } from '../../../../../renderer/src/domain/learning';
import type { Person } from '../../../../../renderer/src/domain/person';
import type { Share } from '../../../../../renderer/src/domain/share';
import { describeEntry, type HistoryWords } from '../../../../../renderer/src/features/slate/history/describe-history';

const AT = Date.UTC(2026, 4, 3, 12);
const THING: HistoryWords = { scale: 'stars-5', titleOf: null, nameOf: () => 'Ben' };
const FRIEND: HistoryWords = { ...THING, titleOf: (id) => (id === 'dune' ? 'Dune' : 'a thing that is gone') };
const dune = completeItem({ kind: 'book', title: 'Dune', addedAt: AT, ownRating: 0.6 }, itemId('dune'), AT);
const ben: Person = {
  id: personId('ben'),
  name: 'Ben',
  isOwner: false,
  likedTags: [],
  avoidedTags: [],
  learning: NO_LEARNING_SETTINGS,
  dials: NEUTRAL_DIALS,
  note: null,
  email: null,
  source: 'manual',
  createdAt: AT,
  archivedAt: null,
};
const share: Share = {
  id: shareId('s'),
  itemId: dune.id,
  personId: ben.id,
  via: 'told',
  note: '',
  sharedAt: AT,
  outcome: null,
  outcomeAt: null,
};

const entry = (...changes: readonly RowChange[]): HistoryEntry => ({
  sequence: 1,
  at: AT,
  standing: 'there',
  isNow: false,
  changes,
});
const item = (before: Partial<Item> | null, after: Partial<Item>): RowChange => ({
  table: 'items',
  before: before === null ? null : { ...dune, ...before },
  after: { ...dune, ...after },
});
const person = (before: Partial<Person>, after: Partial<Person>): RowChange => ({
  table: 'people',
  before: { ...ben, ...before },
  after: { ...ben, ...after },
});
const event = (draft: Partial<TasteEventDraft>) =>
  completeEvent({ personId: OWNER_ID, itemId: dune.id, type: 'loved', ...draft }, eventId('e'), AT);
const said = (draft: Partial<TasteEventDraft>): RowChange => ({ table: 'events', before: null, after: event(draft) });
const unsaid = (draft: Partial<TasteEventDraft>): RowChange => ({ table: 'events', before: event(draft), after: null });

const THINGS: readonly (readonly [string, HistoryEntry, readonly string[]])[] = [
  [
    'a rating',
    entry(item({}, { ownRating: 1 }), unsaid({ type: 'rated', rating: 0.6 }), said({ type: 'rated', rating: 1 })),
    ['Your rating: 3/5 → 5/5'],
  ],
  [
    'a rating taken back',
    entry(item({}, { ownRating: null }), unsaid({ type: 'rated', rating: 0.6 })),
    ['Your rating removed'],
  ],
  ['a note, then without it', entry(item({ note: 'Sand.' }, {})), ['Note removed']],
  ['a long note', entry(item({}, { note: 'x'.repeat(90) })), [`Note: ${'x'.repeat(57)}…`]],
  [
    'a long note changed at its end',
    entry(item({ note: `${'x'.repeat(90)}a` }, { note: `${'x'.repeat(90)}b` })),
    ['Note changed'],
  ],
  [
    'a status',
    entry(item({}, { status: 'finished', finishedAt: Date.UTC(2026, 0, 2) }), said({ type: 'finished' })),
    ['Status: No status → Finished', expect.stringMatching(/^Finished on: /)],
  ],
  ['what it may be offered for', entry(item({}, { excludedFromPicks: true })), ['Never offer as a pick: no → yes']],
  [
    'its comparison with the catalogue',
    entry(item({}, { catalogue: { entry: ['k'], filled: [], different: [] } })),
    ['Compared with the catalogue'],
  ],
  [
    'facts from the catalogue',
    entry(item({}, { year: 1965, catalogue: { entry: ['k'], filled: ['year'], different: [] } })),
    ['Year: 1965'],
  ],
  ['a statement of another kind', entry(said({ type: 'loved' })), ['Noted: loved it']],
  [
    'a statement instead of another',
    entry(unsaid({ type: 'liked' }), said({ type: 'loved' })),
    ['Noted: loved it (before: liked it)'],
  ],
  [
    'the same rating once more',
    entry(unsaid({ type: 'rated', rating: 1 }), said({ type: 'rated', rating: 1 })),
    ['Noted: rated it 5/5'],
  ],
  ['a statement taken back', entry(unsaid({})), ['Taken back: loved it']],
  [
    'a rating from an import',
    entry(item({}, { ownRating: 0.8 }), said({ type: 'rated', rating: 0.8, source: 'goodreads' })),
    ['Brought in from Goodreads', 'Your rating: 3/5 → 4/5'],
  ],
  ['a share', entry({ table: 'shares', before: null, after: share }), ['Shared with Ben in person']],
  ['an answer', entry({ table: 'shares', before: share, after: { ...share, outcome: 'loved' } }), ['Ben: Loved it']],
  [
    'an answer cleared',
    entry({ table: 'shares', before: { ...share, outcome: 'loved' }, after: share }),
    ['What Ben made of it was cleared'],
  ],
  ['a share deleted', entry({ table: 'shares', before: share, after: null }), ['Share with Ben removed']],
  ['the trash', { ...entry(), standing: 'in-trash' }, ['Moved to the trash']],
  ['nowhere', { ...entry(), standing: 'gone' }, ['Taken out of the library']],
];

describe('what changed, in words', () => {
  it.each(THINGS)('%s', (_what, given, lines) => {
    expect(describeEntry(given, false, THING)).toEqual(lines);
  });

  it.each([
    ['typed', {}, ['Added', 'Your rating: 3/5']],
    [
      'imported',
      { source: 'goodreads', status: 'finished' as const },
      ['Brought in from Goodreads', 'Your rating: 3/5', 'Status: Finished'],
    ],
    [
      'of another day than the journal',
      { addedAt: 5, source: 'imdb' },
      [expect.stringMatching(/^First written to the journal; added on .* \(IMDb\)$/), 'Your rating: 3/5'],
    ],
  ])('the first version of a thing, %s', (_what, values, lines) => {
    expect(describeEntry(entry(item(null, values)), true, THING)).toEqual(lines);
  });

  it('a thing that is there again, which is no first version', () => {
    expect(describeEntry(entry(item(null, {}), said({})), false, THING)).toEqual([
      'There again',
      'Your rating: 3/5',
      'Noted: loved it',
    ]);
  });

  it('of a friend: what they are called, what is noted, and of which thing', () => {
    const given = entry(
      person(
        { note: 'tall', likedTags: ['noir'] },
        { name: 'Benjamin', archivedAt: 1, dials: { ...NEUTRAL_DIALS, novelty: 0.5 } },
      ),
      said({ personId: ben.id }),
      unsaid({ personId: ben.id, itemId: itemId('gone'), type: 'never-again' }),
    );
    expect(describeEntry(given, false, FRIEND)).toEqual([
      'Name: Ben → Benjamin',
      'Likes removed',
      'Note to yourself removed',
      'Archived',
      'Dials changed',
      'Noted: Dune, loved it',
      'Taken back: a thing that is gone, never again',
    ]);
  });
});

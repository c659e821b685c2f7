import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledIn } from '../../../../renderer/src/domain/enrichment';
import type { TasteEvent } from '../../../../renderer/src/domain/event';
import { eventId, itemId, OWNER_ID } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import type { ImportAnalysis, ImportedRow } from '../../../../renderer/src/domain/imported-row';
import { planImport } from '../../../../renderer/src/importing/plan/merge-plan';
import { createPacer } from '../../../../renderer/src/importing/pacer';
import { analysisOf, blankRow } from '../../../../renderer/src/importing/source';

const DAY = 86_400_000;
const NOW = 20_000 * DAY;

const row = (title: string, rest: Partial<ImportedRow> = {}): ImportedRow => ({
  ...blankRow('f.csv', 2, 'book', title),
  ...rest,
});
const item = (draft: ItemDraft, updatedAt = NOW): Item => completeItem(draft, itemId(draft.title), updatedAt);
const analysis = (rows: readonly ImportedRow[], source = 'goodreads'): ImportAnalysis => ({
  source,
  sourceLabel: source,
  files: ['f.csv'],
  rowCount: rows.length,
  rows,
  words: { tags: [], shelves: [] },
  mergedCount: 0,
  joined: [],
  unreadCells: [],
  skipped: [],
  ignoredFiles: [],
  warnings: [],
  questions: [],
  list: null,
});
const rated = (title: string, source: string, at: number | null, recordedAt: number): TasteEvent => ({
  id: eventId(title),
  personId: OWNER_ID,
  itemId: itemId(title),
  type: 'rated',
  rating: 0.6,
  at,
  recordedAt,
  source,
  otherItemId: null,
  outcome: null,
  shareId: null,
});

describe('planImport', () => {
  it('adds what is new, with the event the row states', async () => {
    const { additions } = await planImport(
      analysis([
        row('Rated', { ownRating: 0.8, status: 'finished', finishedAt: 3 * DAY, addedAt: DAY, liked: true }),
        row('Loved', { liked: true, status: 'finished', addedAt: DAY }),
        row('Read', { status: 'finished' }),
        row('Dropped', { status: 'abandoned' }),
        row('Next', { status: 'wanted', addedAt: 5 * DAY }),
        row('Shelved'),
      ]),
      [],
      NOW,
    );
    expect(additions.map(({ event }) => event)).toEqual([
      { personId: OWNER_ID, source: 'goodreads', type: 'rated', rating: 0.8, at: 3 * DAY },
      { personId: OWNER_ID, source: 'goodreads', type: 'liked', at: DAY },
      { personId: OWNER_ID, source: 'goodreads', type: 'finished', at: null },
      { personId: OWNER_ID, source: 'goodreads', type: 'abandoned', at: null },
      { personId: OWNER_ID, source: 'goodreads', type: 'wanted', at: 5 * DAY },
      null,
    ]);
    expect(additions[0]?.draft).toMatchObject({ title: 'Rated', addedAt: DAY, source: 'goodreads', ownRating: 0.8 });
    expect(additions[2]?.draft.addedAt).toBe(NOW);
    expect(Object.keys(additions[0]?.draft ?? {})).not.toEqual(expect.arrayContaining(['line']));
  });

  it('goes over what the catalogue had filled in, and plans nothing where it says the same', async () => {
    const typed = item({ kind: 'book', title: 'Dune', tags: ['mine'] });
    const filled = filledIn(typed, { entry: ['goodreads:1'], facts: { year: 1966, creators: ['Frank Herbert'] } });
    const { changes } = await planImport(
      analysis([row('Dune', { year: 1965, creators: ['Frank Herbert'] })]),
      [filled],
      NOW,
    );
    expect(changes.map(({ patch }) => patch)).toEqual([{ year: 1965 }]);
    const same = await planImport(analysis([row('Dune', { year: 1966, creators: ['Frank Herbert'] })]), [filled], NOW);
    expect(same).toMatchObject({ changes: [], additions: [], unchangedCount: 1 });
  });

  it.each<[string, Partial<ImportedRow>, ItemDraft, boolean]>([
    [
      'an identifier, whatever the title',
      { identifiers: { goodreads: '7' } },
      { kind: 'book', title: 'Renamed by me', identifiers: { goodreads: '7' } },
      true,
    ],
    [
      'ISBN-10 and ISBN-13 of one edition',
      { identifiers: { isbn10: '0306406152' } },
      { kind: 'book', title: 'Other words', identifiers: { isbn13: '9780306406157' } },
      true,
    ],
    [
      'title and author, without case, accents and marks',
      { creators: ['J. M. Clárke'] },
      { kind: 'book', title: '“THE—book”', creators: ['J.M.     Clarke'] },
      true,
    ],
    [
      'title and year where one has no creators',
      { year: 1990, creators: ['A'] },
      { kind: 'book', title: 'The Book', year: 1990 },
      true,
    ],
    [
      'another author',
      { creators: ['A'], year: 1990 },
      { kind: 'book', title: 'The Book', creators: ['B'], year: 1990 },
      false,
    ],
    ['another kind', { year: 1990 }, { kind: 'movie', title: 'The Book', year: 1990 }, false],
    [
      'another volume',
      { creators: ['A'], series: { name: 'S', position: 1 } },
      { kind: 'book', title: 'The Book', creators: ['A'], series: { name: 'S', position: 2 } },
      false,
    ],
    ['another year', { year: 1990 }, { kind: 'book', title: 'The Book', year: 2001 }, false],
    [
      'the comic of the novel',
      { creators: ['Novelist'], year: 1937 },
      { kind: 'book', title: 'The Book', creators: ['Artist', 'Novelist'], year: 1989 },
      false,
    ],
    [
      'a remake by the same director',
      { kind: 'movie', creators: ['A'], year: 1997 },
      { kind: 'movie', title: 'The Book', creators: ['A'], year: 2007 },
      false,
    ],
    [
      'another IMDb id',
      { kind: 'movie', year: 1997, identifiers: { imdb: 'tt1' } },
      { kind: 'movie', title: 'The Book', year: 1997, identifiers: { imdb: 'tt2' } },
      false,
    ],
    [
      'the original title',
      { kind: 'movie', year: 1997, originalTitle: 'Das Buch' },
      { kind: 'movie', title: 'Das Buch', year: 1997 },
      true,
    ],
  ])('matches by %s', async (_words, rest, draft, same) => {
    expect((await planImport(analysis([row('The Book', rest)]), [item(draft)], NOW)).additions).toHaveLength(
      same ? 0 : 1,
    );
  });

  it('fills blanks, adds tags and never empties or overwrites what the owner typed', async () => {
    const mine = item({
      kind: 'book',
      title: 'The Book',
      creators: ['A'],
      year: 1990,
      note: 'mine',
      tags: ['Sea'],
      ownRating: 0.6,
      status: 'finished',
      identifiers: { goodreads: '7' },
    });
    const { changes } = await planImport(
      analysis([
        row('The book', {
          creators: ['A', 'Z'],
          year: 1991,
          length: 320,
          note: 'theirs',
          privateNote: 'p',
          tags: ['sea', 'salt'],
          status: 'wanted',
          ownRating: null,
          identifiers: { goodreads: '7', isbn13: '9780306406157' },
          crowd: { rating: 0.7, count: null },
        }),
      ]),
      [mine],
      NOW,
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ itemId: mine.id, event: null });
    expect(changes[0]?.patch).toEqual({
      length: 320,
      privateNote: 'p',
      tags: ['Sea', 'salt'],
      identifiers: { goodreads: '7', isbn13: '9780306406157' },
      crowd: { rating: 0.7, count: null },
    });
  });

  it('leaves a length that is known', async () => {
    const known = item({ kind: 'book', title: 'B', creators: ['A'], length: 300 });
    for (const length of [null, 350])
      expect((await planImport(analysis([row('B', { creators: ['A'], length })]), [known], NOW)).changes).toEqual([]);
  });

  const rating = async (
    rest: Partial<ImportedRow>,
    own: number | null,
    events: readonly TasteEvent[],
    updatedAt = NOW,
  ): Promise<number | null | undefined> =>
    (
      await planImport(
        analysis([row('B', { creators: ['A'], ownRating: 1, status: 'finished', ...rest })]),
        [item({ kind: 'book', title: 'B', creators: ['A'], ownRating: own, status: 'finished' }, updatedAt)],
        NOW,
        events,
      )
    ).changes[0]?.patch.ownRating;

  it('changes a rating only where the export knows better', async () => {
    expect(await rating({}, null, [])).toBe(1);
    expect(await rating({}, 0.6, [])).toBeUndefined();
    expect(await rating({ ratedAt: NOW + DAY }, 0.6, [])).toBe(1);
    // Imported from this source before: the export speaks again, unless it is an older one.
    expect(await rating({}, 0.6, [rated('B', 'goodreads', 5 * DAY, NOW)])).toBe(1);
    expect(await rating({ ratedAt: 4 * DAY }, 0.6, [rated('B', 'goodreads', 5 * DAY, NOW)])).toBeUndefined();
    // Typed here: only a rating dated after that may replace it.
    expect(await rating({ ratedAt: NOW - DAY }, 0.6, [rated('B', 'manual', NOW, NOW)])).toBeUndefined();
    expect(await rating({ ratedAt: NOW + DAY }, 0.6, [rated('B', 'manual', NOW, NOW)])).toBe(1);
    expect(
      await rating({ ratedAt: NOW - DAY }, 0.6, [
        rated('B', 'goodreads', 5 * DAY, NOW - 9 * DAY),
        rated('B', 'manual', NOW, NOW),
      ]),
    ).toBeUndefined();
  });

  it('records the event of a new rating and of progress', async () => {
    const wanted = item({ kind: 'book', title: 'B', creators: ['A'], status: 'wanted' });
    const [change] = (
      await planImport(analysis([row('B', { creators: ['A'], status: 'finished', finishedAt: DAY })]), [wanted], NOW)
    ).changes;
    expect(change).toMatchObject({
      patch: { status: 'finished', finishedAt: DAY },
      event: { type: 'finished', at: DAY },
    });
    const [back] = (
      await planImport(
        analysis([row('B', { creators: ['A'], status: 'wanted' })]),
        [{ ...wanted, status: 'finished' }],
        NOW,
      )
    ).changes;
    expect(back).toBeUndefined();
  });

  it('brings a thing known only through a friend into the library', async () => {
    const known = item({ kind: 'book', title: 'B', creators: ['A'], inLibrary: false });
    expect(
      (await planImport(analysis([row('B', { creators: ['A'], ownRating: 0.4, status: 'finished' })]), [known], NOW))
        .changes[0],
    ).toMatchObject({
      patch: { inLibrary: true, ownRating: 0.4, status: 'finished' },
      event: { type: 'rated', rating: 0.4 },
    });
  });

  it('makes one change of two rows that mean one item', async () => {
    const both = item({
      kind: 'book',
      title: 'B',
      creators: ['A'],
      identifiers: { goodreads: '1', isbn13: '9780306406157' },
    });
    const plan = await planImport(
      analysis([
        row('One', { identifiers: { goodreads: '1' }, tags: ['x'] }),
        row('Two', { identifiers: { isbn10: '0306406152' }, tags: ['y'] }),
      ]),
      [both],
      NOW,
    );
    expect(plan).toMatchObject({ additions: [], unchangedCount: 1, changes: [{ patch: { tags: ['x', 'y'] } }] });
  });

  it('plans nothing the second time, whatever the rows', async () => {
    const anyRow = fc.record({
      kind: fc.constantFrom('book', 'movie'),
      title: fc.constantFrom('A', 'a!', 'B', '❦', 'Ä'),
      originalTitle: fc.constantFrom(null, 'B', 'C'),
      creators: fc.subarray(['X', 'Y']),
      year: fc.constantFrom(null, 1990, 1991),
      length: fc.constantFrom(null, 90, 320),
      tags: fc.subarray(['t', 'T', 'u']),
      ownRating: fc.constantFrom(null, 0.2, 1),
      ratedAt: fc.constantFrom(null, DAY, 2 * DAY),
      status: fc.constantFrom('none' as const, 'wanted' as const, 'finished' as const, 'abandoned' as const),
      finishedAt: fc.constantFrom(null, DAY),
      note: fc.constantFrom(null, 'n', 'm'),
      identifiers: fc.constantFrom<Record<string, string>>({}, { imdb: 'tt1' }, { imdb: 'tt2' }, { goodreads: '1' }),
      crowd: fc.constantFrom(null, { rating: 0.5, count: 3 }, { rating: 0.6, count: 9 }, { rating: 0.7, count: null }),
      series: fc.constantFrom(null, { name: 'S', position: 1 }, { name: 'S', position: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 12 }), async (parts) => {
        const rows = parts.map((part, index) => ({ ...blankRow('f.csv', index + 2, part.kind, part.title), ...part }));
        const merged = await analysisOf(
          'csv',
          ['f.csv'],
          { label: 'x', rows, skipped: [], ignoredFiles: [], warnings: [] },
          createPacer(),
        );
        expect(merged.rows.length + merged.mergedCount).toBe(rows.length);
        const { additions } = await planImport(merged, [], NOW);
        const library = additions.map(({ draft }, index) => completeItem(draft, itemId(`i${index}`), NOW));
        const events = additions.flatMap(({ event, earlierRatings = [] }, index) =>
          [...earlierRatings, ...(event === null ? [] : [{ recordedAt: NOW, ...event }])].map((said, place) => ({
            ...rated(`i${index}`, 'csv', null, NOW),
            rating: null,
            ...said,
            id: eventId(`${index}-${place}`),
          })),
        );
        const again = await planImport(merged, library, NOW + DAY, events);
        expect({ additions: again.additions, changes: again.changes }).toEqual({ additions: [], changes: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('handles 20,000 rows against 20,000 items, and 20,000 things of one name, quickly', async () => {
    const rows = Array.from({ length: 20_000 }, (_unused, index) =>
      row(`Title number ${index}`, {
        creators: [`Author ${index % 500}`],
        year: 1900 + (index % 100),
        identifiers: { goodreads: String(index) },
      }),
    );
    const library = rows.map(({ title, creators, year }) => item({ kind: 'book', title, creators, year }));
    const start = performance.now();
    expect((await planImport(analysis(rows), library, NOW)).changes).toHaveLength(20_000);
    const untitled = Array.from({ length: 20_000 }, (_unused, index) =>
      row('Untitled', { kind: 'movie', year: 2000, identifiers: { imdb: `tt${index}` } }),
    );
    expect(
      (
        await planImport(
          analysis(untitled, 'imdb'),
          untitled.map(({ title, identifiers, year }, index) =>
            completeItem({ kind: 'movie', title, identifiers, year }, itemId(String(index)), NOW),
          ),
          NOW,
        )
      ).changes,
    ).toHaveLength(0);
    // Generous: a slow shared machine needs about a second; a quadratic search would take minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

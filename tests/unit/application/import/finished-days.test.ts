import { describe, expect, it } from 'vitest';
import { OWNER_ID, type ItemId } from '../../../../renderer/src/domain/ids';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { blankRow } from '../../../../renderer/src/importing/source';
import { textFile } from './export-file';
import { openImportingWindow } from './open-import-session';

/** A diary of one film: the day of each viewing, with the rating that was given then. */
const diary = (...viewings: readonly (readonly [day: string, rating: string])[]): ExportFile =>
  textFile(
    'diary.csv',
    [
      'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date',
      ...viewings.map(
        ([day, rating], place) => `${day},Salt Harbour,2018,https://boxd.it/d${String(place)},${rating},,,${day}`,
      ),
    ].join('\n'),
  );
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

async function openWindow() {
  const { library, session, bring, only } = await openImportingWindow();
  const said = async (id: ItemId) => (await library.taste.eventsAbout(id)).map(({ type, at }) => [type, at]);
  return { library, session, bring, only, said };
}

const THREE = diary(['2016-07-01', ''], ['2018-03-04', ''], ['2021-05-06', '4']);
const EVENTS = [
  ['finished', day('2016-07-01')],
  ['finished', day('2018-03-04')],
  ['rated', day('2021-05-06')],
];

describe('several days on which a thing was finished', () => {
  it('are each an event, in order; the last is that of the rating', async () => {
    const { library, bring, only, said } = await openWindow();
    const { plans } = await bring(THREE);
    expect(plans.map(({ additions, changes }) => [additions.length, changes.length])).toEqual([[1, 0]]);
    const { id, finishedAt, status } = await only();
    expect([finishedAt, status]).toEqual([day('2021-05-06'), 'finished']);
    expect(await said(id)).toEqual(EVENTS);
    const profile = await library.taste.profileOf(OWNER_ID, library.clock.now);
    expect(profile.reactions.map(({ type, at }) => [type, at])).toEqual(EVENTS);
    // The model gets each thing once, by what says most of taste.
    expect(profile.events).toEqual([{ itemId: id, rating: 0.8, at: day('2021-05-06') }]);
  });

  it('are events of being finished where there is no rating', async () => {
    const { bring, only, said } = await openWindow();
    await bring(diary(['2018-03-04', ''], ['2021-05-06', '']));
    expect(await said((await only()).id)).toEqual([
      ['finished', day('2018-03-04')],
      ['finished', day('2021-05-06')],
    ]);
  });

  it('come in once, whatever file they come in again', async () => {
    const { bring, only, said } = await openWindow();
    await bring(THREE);
    const { plans } = await bring(THREE);
    expect(plans).toMatchObject([{ additions: [], changes: [], unchangedCount: 1 }]);
    const { id } = await only();
    expect(await said(id)).toEqual(EVENTS);
    const later = diary(['2016-07-01', ''], ['2018-03-04', ''], ['2021-05-06', '4'], ['2023-01-02', '']);
    expect((await bring(later)).plans).toMatchObject([
      { additions: [], changes: [{ finishedOn: [day('2023-01-02')] }], unchangedCount: 0 },
    ]);
    expect(await said(id)).toEqual([...EVENTS, ['finished', day('2023-01-02')]]);
    expect((await only()).finishedAt).toBe(day('2023-01-02'));
  });

  it('are added to a thing that an earlier import knew by one of them, and the preview counts one change', async () => {
    const { library, bring, only, said } = await openWindow();
    await bring(diary(['2021-05-06', '4']));
    const { plans, receipts } = await bring(THREE);
    expect(plans).toMatchObject([
      { additions: [], changes: [{ patch: {}, event: null, finishedOn: [day('2016-07-01'), day('2018-03-04')] }] },
    ]);
    expect(plans[0]?.unchangedCount).toBe(0);
    const { id } = await only();
    expect(await said(id)).toEqual(EVENTS);
    for (const { actionId } of receipts) await library.journal.undoAction(actionId);
    expect(await said(id)).toEqual([EVENTS[2]]);
  });

  it('stay where the rating changes with a later one', async () => {
    const { bring, only, said } = await openWindow();
    await bring(THREE);
    await bring(diary(['2016-07-01', ''], ['2018-03-04', ''], ['2021-05-06', '4'], ['2024-01-02', '5']));
    expect(await said((await only()).id)).toEqual([...EVENTS, ['rated', day('2024-01-02')]]);
  });

  it('stay where what was given up, or wanted again, is finished', async () => {
    const { library, bring, only, said } = await openWindow();
    await bring(diary(['2016-07-01', ''], ['2018-03-04', '']));
    const { id } = await only();
    await library.items.setStatus([id], 'abandoned');
    library.clock.now = day('2030-01-01');
    await bring(diary(['2031-03-04', ''], ['2032-05-06', '']));
    expect(await said(id)).toEqual(
      expect.arrayContaining([
        ['finished', day('2031-03-04')],
        ['finished', day('2032-05-06')],
      ]),
    );
    await bring(diary(['2031-03-04', ''], ['2032-05-06', ''], ['2033-05-06', '']));
    expect((await said(id)).filter(([type]) => type === 'finished').slice(-3)).toEqual([
      ['finished', day('2031-03-04')],
      ['finished', day('2032-05-06')],
      ['finished', day('2033-05-06')],
    ]);
  });

  it('count once where two services name the same day, one with the time', async () => {
    const { bring, only, said } = await openWindow();
    await bring(diary(['2018-03-04', ''], ['2021-05-06', '']));
    const history = textFile(
      'history.json',
      JSON.stringify(
        ['2018-03-04T20:11:00.000Z', '2021-05-06T21:00:00.000Z', '2022-05-06T21:00:00.000Z'].map((at, place) => ({
          id: place + 1,
          watched_at: at,
          action: 'watch',
          type: 'movie',
          movie: { title: 'Salt Harbour', year: 2018, ids: { trakt: 1, slug: 'salt-harbour-2018', imdb: 'tt9000001' } },
        })),
      ),
    );
    const { plans } = await bring(history);
    expect(plans).toMatchObject([{ additions: [], changes: [{ finishedOn: [Date.parse('2022-05-06T21:00:00Z')] }] }]);
    expect(await said((await only()).id)).toHaveLength(3);
  });

  it('are counted once where both files are opened together', async () => {
    const { bring, only, said } = await openWindow();
    const other = textFile(
      'ratings.csv',
      'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors\ntt9000001,8,2021-05-06,Salt Harbour,Salt Harbour,https://www.imdb.com/title/tt9000001,Movie,7.1,101,2018,Drama,1200,2018-01-05,Ann Vole\n',
    );
    const { plans } = await bring({ ...other, name: 'imdb.csv' }, THREE);
    expect(plans.map(({ additions, changes }) => [additions.length, changes.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(plans[1]?.changes[0]?.finishedOn).toEqual([day('2016-07-01'), day('2018-03-04')]);
    expect((await said((await only()).id)).map(([, at]) => at)).toEqual(EVENTS.map(([, at]) => at));
  });

  it('stay where a later one changes the status', async () => {
    const { library, bring, only, said } = await openWindow();
    await bring(diary(['2018-03-04', '']));
    const { id } = await only();
    const event = { personId: OWNER_ID, source: 'letterboxd', type: 'finished', at: day('2021-05-06') } as const;
    await library.imports.applyImport({
      source: 'letterboxd',
      sourceLabel: 'Letterboxd',
      additions: [],
      changes: [
        { row: blankRow('diary.csv', 2, 'movie', 'Salt Harbour'), itemId: id, patch: { status: 'finished' }, event },
      ],
      unchangedCount: 0,
      doubtful: [],
      trashed: [],
      different: [],
      list: null,
    });
    expect(await said(id)).toEqual([
      ['finished', day('2018-03-04')],
      ['finished', day('2021-05-06')],
    ]);
  });

  it('do not come back once one is removed by hand, or the thing was said not to be finished', async () => {
    const { library, bring, only, said } = await openWindow();
    await bring(THREE);
    const { id } = await only();
    const [first] = await library.taste.eventsAbout(id);
    if (first === undefined) throw new Error('no event');
    await library.taste.removeEvent(first.id);
    expect(await only()).toMatchObject({ status: 'finished', finishedAt: day('2021-05-06') });
    expect((await bring(THREE)).plans).toMatchObject([{ changes: [], unchangedCount: 1 }]);
    expect(await said(id)).toEqual(EVENTS.slice(1));
    await library.items.rateItems([id], null);
    await library.items.setStatus([id], 'wanted');
    expect((await bring(THREE)).plans).toMatchObject([{ changes: [], unchangedCount: 1 }]);
    expect(await said(id)).toMatchObject([['wanted', expect.any(Number)]]);
  });

  it('stay where it is begun, given up or finished again by hand, and a day more is added', async () => {
    const { library, bring, only, said } = await openWindow();
    await bring(THREE);
    const { id } = await only();
    library.clock.now = day('2030-01-01');
    await library.items.setStatus([id], 'abandoned');
    expect((await said(id)).filter(([type]) => type !== 'abandoned')).toEqual(EVENTS);
    await library.items.setStatus([id], 'in-progress');
    expect(await said(id)).toEqual(EVENTS);
    library.clock.now = day('2030-03-01');
    await library.taste.recordTaste({ personId: OWNER_ID, itemId: id, type: 'finished' });
    const days = (await said(id)).filter(([type]) => type === 'finished').map(([, at]) => at);
    expect(days).toHaveLength(EVENTS.filter(([type]) => type === 'finished').length + 1);
    expect((await only()).finishedAt).toBeGreaterThanOrEqual(day('2030-03-01'));
    expect((await said(id)).map(([type]) => type)).not.toContain('abandoned');
    // Nothing of it comes back with the file.
    expect((await bring(THREE)).plans).toMatchObject([{ changes: [], unchangedCount: 1 }]);
  });

  it('are corrected, not added to, where one was entered by hand a moment ago', async () => {
    const { library, said } = await openWindow();
    const { id } = await library.items.addItem({ kind: 'book', title: 'Kiln', status: 'in-progress' });
    await library.items.setStatus([id], 'finished');
    await library.items.setStatus([id], 'in-progress');
    expect(await said(id)).toEqual([]);
    await library.items.setStatus([id], 'finished');
    expect((await said(id)).map(([type]) => type)).toEqual(['finished']);
    library.clock.now += 400 * 86_400_000;
    await library.items.setStatus([id], 'in-progress');
    await library.items.setStatus([id], 'finished');
    expect((await said(id)).map(([type]) => type)).toEqual(['finished', 'finished']);
  });

  it('leave the one before where the last is removed', async () => {
    const { library, bring, only } = await openWindow();
    await bring(diary(['2016-07-01', ''], ['2018-03-04', '']));
    const { id } = await only();
    const last = (await library.taste.eventsAbout(id)).at(-1);
    if (last === undefined) throw new Error('no event');
    await library.taste.removeEvent(last.id);
    expect(await only()).toMatchObject({ status: 'finished', finishedAt: day('2016-07-01') });
  });

  it('of two files opened together are counted once', async () => {
    const { bring, only, said } = await openWindow();
    await bring({ ...THREE, name: 'a/diary.csv' }, { ...THREE, name: 'b/diary.csv' });
    expect(await said((await only()).id)).toEqual(EVENTS);
  });
});

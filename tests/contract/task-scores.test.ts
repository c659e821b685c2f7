import { describe, expect, it } from 'vitest';
import { itemId } from '../../renderer/src/domain/ids';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { topK } from '../../renderer/src/recommend/math/top-k';
import { fakeModel } from '../fixtures/fake-model';
import { tickingRecommender } from '../fixtures/ticking-recommender';
import { checkerboard, event, libraryItem } from '../fixtures/recommender-data';

describe('task scores', () => {
  it('tell a history from its reverse, and a liked item from a disliked one', async () => {
    const recommender = tickingRecommender(fakeModel());
    await recommender.setLibrary([...checkerboard(6), libraryItem('x', { tags: ['black', 'white'] })]);
    const candidates = recommender.rowsOf(['book2', 'book3', 'x'].map(itemId));
    const score = async (events: readonly ReturnType<typeof event>[]): Promise<number[]> => {
      const [found] = await recommender.scoreTasks([{ task: 'share', mode: 'warm', crowd: false, events, candidates }]);
      return [...(found ?? [])];
    };
    const forward = await score([event('book0', 1, 2), event('book1', 0.75, 1)]);
    expect(await score([event('book1', 0.75, 2), event('book0', 1, 1)])).not.toEqual(forward);
    expect((await score([event('book0', 1)]))[0]).toBeGreaterThan((await score([event('book0', 0)]))[0] ?? Number.NaN);
  });

  it('cold mode sees a recognised item as never met before; warm does not', async () => {
    const known = {
      item: { kind: 'book', title: 'Famous', creators: [], year: 2000 },
      vector: [2, 0, 0, 0],
      biases: [4, 4, 4] as const,
    };
    const recommender = tickingRecommender(fakeModel([known]));
    await recommender.setLibrary([
      libraryItem('famous', { title: 'Famous' }),
      libraryItem('plain', { title: 'Plain', tags: ['black'] }),
      libraryItem('other', { title: 'Other' }),
    ]);
    expect(recommender.recognised()).toEqual({ known: 1, total: 3 });
    const candidates = recommender.rowsOf(['famous', 'other'].map(itemId));
    const request = { task: 'share', crowd: false, events: [event('plain')], candidates } as const;
    const [warm, cold] = await recommender.scoreTasks([
      { ...request, mode: 'warm' },
      { ...request, mode: 'cold' },
    ]);
    expect(warm?.[0]).toBeGreaterThan(warm?.[1] ?? Number.NaN);
    expect([...(cold ?? [])]).toEqual([0, 0]);
  });

  it('answers many questions in the order asked, as one by one', async () => {
    const recommender = tickingRecommender(fakeModel());
    await recommender.setLibrary(checkerboard(10));
    const candidates = recommender.rowsOf(checkerboard(10).map(({ id }) => id));
    const requests = Array.from(
      { length: 70 },
      (_, index) =>
        ({
          task: 'next',
          mode: index % 3 === 0 ? 'cold' : 'warm',
          crowd: index % 2 === 0,
          events: [event(`book${String(index % 10)}`, 1), event(`book${String((index * 7) % 10)}`, 0.3)],
          candidates,
        }) as const,
    );
    const together = await recommender.scoreTasks(requests);
    for (const [index, request] of requests.entries())
      expect([...(together[index] ?? [])]).toEqual([...((await recommender.scoreTasks([request]))[0] ?? [])]);
  });

  /** A model that weighs everything but the crowd, and knows one item. */
  const weighing = (): TasteModel => {
    const known = { item: { kind: 'book', title: 'Famous', creators: [], year: 2000 }, vector: [2, 0, 0, 0] };
    const model = fakeModel([{ ...known, biases: [1, 4, 4] }]);
    const { scoring } = model.manifest;
    const weights = { ...scoring.tasks.share.known.weights, base: 0.5, neighbourhood: 2, like: 0.3, cooccurrence: 0.1 };
    const set = { offset: 0, weights };
    const share = { ...scoring.tasks.share, known: set, unknown: { ...set, offset: 0.5 } };
    return {
      ...model,
      manifest: { ...model.manifest, scoring: { ...scoring, tasks: { ...scoring.tasks, share } } },
    };
  };
  const question = {
    task: 'share',
    mode: 'warm',
    crowd: false,
    events: [event('book0', 1, 3), event('book4', 0, 2), event('book7', 0.9, 1)],
  } as const;

  it('are those of the library as it is: nothing is kept of one that has changed', async () => {
    const board = checkerboard(10);
    const changed = libraryItem('book4', { title: 'Famous', tags: ['red', 'green'] });
    const [edited, fresh] = [tickingRecommender(weighing()), tickingRecommender(weighing())];
    const scores = async (recommender: typeof edited): Promise<readonly number[]> => {
      const candidates = recommender.rowsOf(board.map(({ id }) => id));
      return [...((await recommender.scoreTasks([{ ...question, candidates }]))[0] ?? [])];
    };
    await edited.setLibrary(board);
    const before = await scores(edited);
    await edited.updateLibrary([changed], []);
    await fresh.setLibrary(board.map((item) => (item.id === changed.id ? changed : item)));
    expect(await scores(edited)).not.toEqual(before);
    expect(await scores(edited)).toEqual(await scores(fresh));
  });

  it('of the best of few are the exact ones, best first and ties by lower place', async () => {
    const recommender = tickingRecommender(weighing());
    await recommender.setLibrary(checkerboard(40));
    const candidates = recommender.rowsOf(checkerboard(40).map(({ id }) => id));
    const [scores = []] = await recommender.scoreTasks([{ ...question, candidates }]);
    expect([...(await recommender.bestByTask({ ...question, candidates }, 12))]).toEqual(
      topK(scores, 12).map((place) => candidates[place]),
    );
  });

  it('refuses an id that the library does not hold', () => {
    expect(() => tickingRecommender(null).rowsOf([itemId('nobody')])).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

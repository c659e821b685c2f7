import { describe, expect, it } from 'vitest';
import { estimating } from '../../../fixtures/estimating';
import { fakeModel } from '../../../fixtures/fake-model';
import type { FakeTag } from '../../../fixtures/fake-tag-head';
import { event, libraryItem } from '../../../fixtures/recommender-data';

/** A tag that the head holds as likely for anything: bias in log-odds. */
const tag = (name: string, group = 'book', bias = -9, weights: readonly number[] = [0, 0, 0, 0]): FakeTag => ({
  name,
  group,
  weights,
  bias,
});
const HEAD = [tag('dark'), tag('light'), tag('funny', 'screen')];
const book = (id: string, ...tags: readonly string[]) => libraryItem(id, { tags });
const film = (id: string, ...tags: readonly string[]) => libraryItem(id, { tags, kind: 'movie' });
const THINGS = [
  book('d1', 'dark'),
  book('d2', 'dark'),
  book('l', 'light'),
  book('bare'),
  film('f1', 'funny'),
  film('f2'),
];

async function likeness(
  events: Parameters<Awaited<ReturnType<typeof estimating>>['features']>[0],
  asked: readonly string[],
  model = fakeModel([], undefined, HEAD),
) {
  const { features } = await estimating(model, THINGS);
  return (await features(events, ...asked)).tagLikeness;
}

describe('likeness in tags', () => {
  it('is 1 for what has the tags of what was liked, and below 0 for what has the others', async () => {
    const [same, other, bare] = await likeness([event('d1', 1)], ['d2', 'l', 'bare']);
    expect(same).toBeCloseTo(1, 6);
    expect(other).toBeLessThan(0);
    // The head holds it for sure that the bare one has neither tag, which is less than usual of either.
    expect(bare).toBeLessThan(0);
  });

  it('is the cosine over what is rarer or more frequent than usual, in deviations of each tag', async () => {
    const [, other] = await likeness([event('d1', 1)], ['d2', 'l']);
    // Shares are .1, so variances .09 + .01; chances are 1 for a tag that is carried, else sigmoid(−9).
    const low = 1 / (1 + Math.exp(9)) - 0.1;
    const [dark, light] = [
      [0.9, low],
      [low, 0.9],
    ] as const;
    const dot = dark[0] * light[0] + dark[1] * light[1];
    expect(other).toBeCloseTo(dot / (dark[0] ** 2 + dark[1] ** 2), 5);
  });

  it('counts a thing by how much it was liked, and not at all where it was not', async () => {
    const [dark, light] = await likeness([event('d1', 1, 3), event('l', 0.5, 2)], ['d2', 'l']);
    expect(dark).toBeGreaterThan(light ?? Infinity);
    expect(await likeness([event('d1', 1, 3), event('l', 0.2, 2)], ['d2', 'l'])).toEqual(
      await likeness([event('d1', 1, 3)], ['d2', 'l']),
    );
    expect(await likeness([event('l', 0.2)], ['d2', 'l'])).toEqual([0, 0]);
  });

  it('compares within a kind only', async () => {
    expect(await likeness([event('d1', 1)], ['f1', 'f2'])).toEqual([0, 0]);
    const [book2, film2] = await likeness([event('d1', 1, 3), event('f1', 1, 2)], ['d2', 'f1']);
    expect([book2, film2]).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
  });

  it('reads tags that the model holds as likely, where a thing carries none', async () => {
    const known = {
      item: { kind: 'book', title: 'Title bare', creators: [], year: 2000 },
      vector: [8, 0, 0, 0],
      biases: [0, 0, 0],
    } as const;
    const likely = fakeModel([known], undefined, [tag('dark', 'book', -5, [4, 0, 0, 0]), tag('light')]);
    expect((await likeness([event('d1', 1)], ['bare'], likely))[0]).toBeGreaterThan(0.9);
    expect((await likeness([event('d1', 1)], ['bare']))[0]).toBeLessThan(0.9);
  });

  it('is nothing without a tag of the kind, or without a model', async () => {
    expect(await likeness([event('d1', 1)], ['d2'], fakeModel([], undefined, []))).toEqual([0]);
    const { features } = await estimating(null, THINGS);
    expect((await features([event('d1', 1)], 'd2')).tagLikeness).toEqual([0]);
  });
});

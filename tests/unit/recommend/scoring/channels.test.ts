import { itemRows } from '../../../../renderer/src/recommend/item-index';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { parseTaskScoring } from '../../../../renderer/src/recommend/model/scoring-parser';
import { StrictReader } from '../../../../renderer/src/recommend/model/strict-reader';
import { CHANNEL_VALUES, channelValues } from '../../../../renderer/src/recommend/scoring/channel-values';
import type { ComputeChannel } from '../../../../renderer/src/recommend/scoring/channel-values';
import { byChannel, channelNames, CHANNELS } from '../../../../renderer/src/recommend/scoring/channels';
import type { ByChannel, ChannelName, ChannelTable } from '../../../../renderer/src/recommend/scoring/channels';
import { mix, scalesOf } from '../../../../renderer/src/recommend/scoring/mixture';
import { TaskScorer } from '../../../../renderer/src/recommend/scoring/task-scorer';
import { withoutChannels } from '../../../benchmark/ablation';
import { BLANK_FACTS } from '../../../fixtures/blank-facts';

/** The app's channels and one more, which counts the letters of a title. */
const WITH_TOY = {
  ...CHANNELS,
  toy: {
    unit: 'letters',
    standardised: 'centred',
    crowd: false,
    expensive: false,
    description: 'how long a title is',
  },
} as const satisfies ChannelTable;
type ToyName = keyof typeof WITH_TOY;

const titles = ['Emma', 'Middlemarch'];
const COMPUTE: ByChannel<ComputeChannel<readonly string[]>, ToyName> = {
  ...byChannel(CHANNELS, () => (all: readonly string[]) => new Float64Array(all.length)),
  toy: (all) => Float64Array.from(all, (title) => title.length),
};

/** A task that weighs nothing but what is given. */
const taskJson = (weights: object): unknown => {
  const each = (value: object): object => ({ known: value, unknown: value, untrained: value });
  return { ...each({ ...weights, offset: 0 }), crowd: each({}) };
};
const parsed = (weights: object) => parseTaskScoring(WITH_TOY, new StrictReader(taskJson(weights), 'task'));

describe('a channel added to the table', () => {
  const channels = channelValues(WITH_TOY, COMPUTE, titles, () => true);

  it('is computed, standardised as it says, weighed by the manifest, and taken out by an ablation', () => {
    expect([...channels.toy]).toEqual([4, 11]);
    const scales = scalesOf(WITH_TOY, channels);
    expect(scales.toy).toEqual({ mean: 7.5, inverseDeviation: 1 });
    const scoring = parsed({ toy: 2 });
    expect(scoring.known.weights.toy).toBe(2);
    const sets = Uint8Array.of(0, 0);
    expect([...mix(WITH_TOY, channels, scales, scoring, false, sets)]).toEqual([-7, 7]);
    const ablated = withoutChannels(WITH_TOY, scoring, ['toy']);
    expect([...mix(WITH_TOY, channels, scales, ablated, false, sets)]).toEqual([0, 0]);
  });

  it('weighs nothing in a bundle older than it', () => {
    expect(parsed({ next: 1 }).known.weights).toMatchObject({ next: 1, toy: 0 });
  });

  it('is left empty where nothing wants it', () => {
    expect(channelValues(WITH_TOY, COMPUTE, titles, (name) => name !== 'toy').toy).toHaveLength(0);
  });

  it('does not compile without its computation or its values', () => {
    const { toy: _computation, ...computations } = COMPUTE;
    const { toy: _values, ...values } = channels;
    // @ts-expect-error -- the computation of `toy` is missing
    const compute: () => unknown = () => channelValues(WITH_TOY, computations, titles, () => true);
    // @ts-expect-error -- the values of `toy` are missing
    const standardise: () => unknown = () => scalesOf(WITH_TOY, values);
    expect(compute).toThrow(TypeError);
    expect(standardise).toThrow(TypeError);
  });
});

describe('the channels of the app', () => {
  it.each([
    ['an unknown channel', { taste: 1 }],
    ['the name of an older version', { usual: 1 }],
    ["a crowd channel among a task's own", { rating: 1 }],
  ])('are all that a manifest may weigh: %s is of another version', (_what, weights) => {
    expect(() => parseTaskScoring(CHANNELS, new StrictReader(taskJson(weights), 'task'))).toThrow(
      expect.objectContaining({ code: 'model-incompatible' }),
    );
  });

  it('are described in models/README.md', () => {
    const readme = readFileSync(new URL('../../../../models/README.md', import.meta.url), 'utf8');
    const heads: readonly ChannelName[] = ['next', 'future', 'like'];
    for (const name of channelNames(CHANNELS).filter((one) => !heads.includes(one)))
      expect(readme, name).toMatch(new RegExp(`^- .*\`${name}\``, 'm'));
  });

  it("take the crowd's ratings as they are and its counts by their logarithm, and only where they may", async () => {
    const item = (id: string, crowd: LibraryItem['crowd']): LibraryItem => ({
      ...BLANK_FACTS,
      id: itemId(id),
      kind: 'book',
      title: id,
      crowd,
    });
    const library = new EncodedLibrary(null);
    await library.set([item('a', { rating: 0.9, count: 7 }), item('b', null)], {});
    const question = { mode: 'warm', history: [], candidates: itemRows(library.rows()) } as const;
    const scorer = new TaskScorer(null, library);
    const found = scorer.channels(question, new Float32Array(0), 0, true);
    expect([...found.rating]).toEqual([0.9, Number.NaN]);
    expect([...found.popularity]).toEqual([Math.log(8), Number.NaN]);
    const unused = scorer.channels(question, new Float32Array(0), 0, false);
    expect([unused.rating.length, unused.popularity.length, unused.content.length]).toEqual([0, 0, 2]);
  });

  it('each have a computation and nothing else has', () => {
    expect(Object.keys(CHANNEL_VALUES)).toEqual(channelNames(CHANNELS));
  });
});

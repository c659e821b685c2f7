import { beforeAll, describe, expect, it } from 'vitest';
import type { Estimates } from '../../renderer/src/recommend/estimating/estimates';
import { FEATURE_NAMES } from '../../renderer/src/recommend/estimating/features';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { openBundle } from '../benchmark/node-model';
import { estimateDifferences, estimatesByHand, estimatesOf, featuresOf, PEOPLE, THINGS } from './estimates-compared';
import type { EstimatesJson, EstimatesOf, FeaturesOf } from './estimates-compared';
import { readEstimatesFixture } from './estimates-fixture';
import { bundleFolder, readManifestJson } from './golden-file';
import { edited } from './manifest-edits';
import type { Json } from './manifest-edits';

const FOLDER = 'models/taste/';
const RENEW =
  'What the bundle says of the made-up things has changed. If the estimates were fitted anew on purpose, read the ' +
  'differences, then: npx tsx tests/contract/write-estimates.ts';
/** Of floating-point arithmetic in another order. */
const EXACT = 1e-6;
/** Of the encoders on another computer. */
const PINNED = 1e-4;
/** Things that a tenth must hold to be judged, and their share of all: in fewer, a handful of cases decides. */
const MIN_BIN = 200;
const MIN_BIN_SHARE = 0.01;
const MAX_BIN_ERROR = 0.08;

const json = readManifestJson(FOLDER) as Json;
const estimatesJson = estimatesIn(json);
const model: TasteModel = await openBundle(bundleFolder(FOLDER));
const committed = readEstimatesFixture();
let found: EstimatesOf = {};
let features: FeaturesOf = {};
const like = (person: string, thing: string): number => found[person]?.[thing]?.like ?? Number.NaN;
const knows = (person: string, thing: string): number => found[person]?.[thing]?.knows ?? Number.NaN;
const interest = (person: string, thing: string): number => found[person]?.[thing]?.interest ?? Number.NaN;

beforeAll(async () => {
  found = await estimatesOf(model);
  features = await featuresOf(model);
}, 120_000);

describe('the estimates of the shipped bundle', () => {
  it('reach a card as intercept + Σ weight × feature of the manifest', async () => {
    expect(estimateDifferences(found, await estimatesByHand(features, estimatesJson), EXACT)).toEqual([]);
  });

  it('say of made-up things what they said when they were fitted', () => {
    expect(estimateDifferences(found, committed, PINNED), RENEW).toEqual([]);
  });

  it('tell a well-liked thing for a generous person from a badly rated one for a stern person', () => {
    for (const thing of ['godfather', 'hobbit', 'prejudice', 'bebop'])
      expect(like('generous', thing), thing).toBeGreaterThan(0.75);
    for (const thing of ['badFilm', 'badBook']) expect(like('stern', thing), thing).toBeLessThan(0.45);
    for (const thing of THINGS) {
      expect(like('generous', thing), thing).toBeGreaterThan(like('newcomer', thing));
      expect(like('stern', thing), thing).toBeLessThan(like('newcomer', thing));
    }
  });

  it('are never nearly sure of a thing of which nothing is known', () => {
    for (const person of Object.keys(PEOPLE))
      for (const thing of ['madeUpFilm', 'podcast', 'otherPodcast']) {
        expect(like(person, thing), `${person}, ${thing}`).toBeGreaterThan(0.15);
        expect(like(person, thing), `${person}, ${thing}`).toBeLessThan(0.85);
      }
  });

  it('hold famous things for likelier known', () => {
    for (const person of Object.keys(PEOPLE)) {
      expect(knows(person, 'godfather')).toBeGreaterThan(knows(person, 'badFilm') + 0.15);
      expect(knows(person, 'badFilm')).toBeLessThan(0.5);
      expect(knows(person, 'hobbit')).toBeGreaterThan(knows(person, 'badBook') + 0.1);
    }
  });

  it('hold what a person’s words and makers point to for likelier chosen, and a beloved author’s book for better', () => {
    const lift = (person: string, thing: string): number => interest(person, thing) - interest('newcomer', thing);
    expect(interest('reader', 'otherPodcast')).toBeLessThan(interest('reader', 'podcast') - 0.3);
    expect(lift('reader', 'sameAuthor')).toBeGreaterThan(lift('reader', 'badBook'));
    expect(like('generous', 'sameAuthor') - like('newcomer', 'sameAuthor')).toBeGreaterThan(0);
  });
});

describe('the reliability tables of the manifest', () => {
  const { estimates }: { readonly estimates: Estimates } = model.manifest;

  it.each(['like', 'knows'] as const)('of %s: what was given a chance came true about as often', (name) => {
    const all = estimates[name].reliability.reduce((sum, { n }) => sum + n, 0);
    const bins = estimates[name].reliability.filter(({ n }) => n >= Math.max(MIN_BIN, MIN_BIN_SHARE * all));
    expect(bins.length).toBeGreaterThanOrEqual(4);
    for (const { low, high, meanChance, share } of bins) {
      expect(meanChance).toBeGreaterThanOrEqual(low);
      expect(meanChance).toBeLessThanOrEqual(high);
      expect(Math.abs(meanChance - share), `${String(low)} to ${String(high)}`).toBeLessThan(MAX_BIN_ERROR);
    }
  });

  it('are of estimates with at most twenty weights each, every one of a feature that there is', () => {
    for (const name of ['like', 'interest', 'knows'] as const) {
      const { weights, groups } = estimatesJson[name];
      const named = [weights, ...Object.values(groups)].flatMap((one) => Object.keys(one));
      expect(named.length).toBeLessThanOrEqual(20);
      expect(named.filter((feature) => !FEATURE_NAMES.some((known) => known === feature))).toEqual([]);
    }
  });
});

/** What nobody would see on a page at first: each must differ from the committed figures. */
const SHIFTS: readonly (readonly [name: string, path: string, value: (found: Json) => Json])[] = [
  ['every P(like) of a film higher', 'estimates.like.intercepts.screen', (was) => Number(was) + 0.84],
  ['every P(like) of a book higher', 'estimates.like.intercepts.book', (was) => Number(was) + 0.84],
  ['P(like) three times as steep', 'estimates.like.weights', (was) => scaled(was, 3)],
  ['P(like) for everybody alike', 'estimates.like.weights.generosity', () => 0],
  ['weights of a kind left out', 'estimates.like.groups', () => ({})],
  ['P(knows) without fame', 'estimates.knows.weights.fame', () => 0],
  ['P(knows) higher', 'estimates.knows.intercepts', () => ({ '': 0.6 })],
  ['interest without what the future head adds', 'estimates.interest.weights.futureLift', () => 0],
  ['interest as of people who are well known', 'estimates.interest.few', () => ({})],
  ['interest against likeness', 'estimates.interest.weights.likeness', (was) => -Number(was)],
];

describe('the committed figures notice', () => {
  it.each(SHIFTS)('%s', async (_name, path, value) => {
    const shifted = edited(json, path, value);
    const again = await estimatesByHand(features, estimatesIn(shifted));
    expect(estimateDifferences(again, committed, 100 * PINNED).length).toBeGreaterThan(0);
  });
});

function scaled(weights: Json, factor: number): Json {
  return Object.fromEntries(Object.entries(weights ?? {}).map(([name, weight]) => [name, Number(weight) * factor]));
}

/** Of a manifest that the program has read. */
function estimatesIn(manifest: unknown): EstimatesJson {
  return (manifest as { readonly estimates: EstimatesJson }).estimates;
}

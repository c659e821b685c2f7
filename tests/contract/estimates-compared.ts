/**
 * What the shipped bundle says of a dozen made-up things to four made-up people, on the way it goes to a card; and the
 * same worked out again from the numbers in its manifest.
 */
import { NEUTRAL_DIALS } from '../../renderer/src/domain/dials/dials';
import { itemId } from '../../renderer/src/domain/ids';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../renderer/src/domain/taste-profile';
import { FEATURES } from '../../renderer/src/recommend/estimating/features';
import { COMMON_SHARE } from '../../renderer/src/recommend/ranking/value-of-sending';
import { sigmoid } from '../../renderer/src/recommend/math/log-odds';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { estimating } from '../fixtures/estimating';
import { ALONE, candidate, event, libraryItem, NOW, profile } from '../fixtures/recommender-data';

/**
 * P(like) and P(knows) 0..1; interest as it orders, with a share of what anybody would choose: log-odds less those of
 * the first thing of the same kind group.
 */
export interface Figures {
  readonly like: number;
  readonly interest: number;
  readonly knows: number;
}
/** By person, then by thing. */
export type EstimatesOf = Readonly<Record<string, Readonly<Record<string, Figures>>>>;

const of = (rating: number | null, count: number | null) => ({ crowd: { rating, count } });
const film = (id: string, title: string, year: number | null, facts: Partial<LibraryItem> = {}) =>
  libraryItem(id, { kind: 'movie', title, year, ...facts });
const book = (id: string, title: string, year: number | null, facts: Partial<LibraryItem> = {}) =>
  libraryItem(id, { kind: 'book', title, year, ...facts });
const podcast = (id: string, title: string, tags: readonly string[]) =>
  libraryItem(id, { kind: 'podcast', title, year: null, tags });

/** Kind group of each thing asked about; of each group the first is what the others are compared with. */
const GROUPS: Readonly<Record<string, string>> = {
  godfather: 'screen',
  toyStory: 'screen',
  badFilm: 'screen',
  madeUpFilm: 'screen',
  oldFilm: 'screen',
  prejudice: 'book',
  hobbit: 'book',
  badBook: 'book',
  sameAuthor: 'book',
  bebop: 'anime',
  podcast: 'podcast',
  otherPodcast: 'podcast',
};
export const THINGS = Object.keys(GROUPS);

const ASKED: readonly LibraryItem[] = [
  film('godfather', 'The Godfather', 1972, { ...of(0.92, 1_900_000), tags: ['crime', 'drama'] }),
  film('toyStory', 'Toy Story', 1995, { ...of(0.83, 1_000_000), tags: ['animation', 'comedy'] }),
  film('badFilm', 'Attack of the Tepid Lagoon', 2003, of(0.38, 41_000)),
  film('madeUpFilm', 'A Lamp for Ingeborg', 2019),
  film('oldFilm', 'The Ferryman at Noon', 1934),
  book('prejudice', 'Pride and Prejudice', 1813, { ...of(0.86, 4_400_000), creators: ['Jane Austen'] }),
  book('hobbit', 'The Hobbit', 1937, { ...of(0.86, 3_900_000), creators: ['J.R.R. Tolkien'] }),
  book('badBook', 'Wealth in Nine Mornings', 2015, { ...of(0.61, 900), creators: ['Rex Halloway'] }),
  book('sameAuthor', 'The Salt Ledger', 2012, { ...of(0.74, 350), creators: ['Tove Lindqvist'] }),
  libraryItem('bebop', { kind: 'anime', title: 'Cowboy Bebop', year: null, ...of(0.88, 900_000) }),
  podcast('podcast', 'Rivers and What They Carry', ['history', 'rivers']),
  podcast('otherPodcast', 'Ten Minutes of Tax', ['finance']),
];
const MET: readonly LibraryItem[] = [
  film('matrix', 'The Matrix', 1999, { ...of(0.87, 1_900_000), tags: ['action', 'science fiction'] }),
  film('pulp', 'Pulp Fiction', 1994, { ...of(0.89, 2_100_000), tags: ['crime'] }),
  film('minor', 'The Second Orchard', 2008, of(0.66, 1200)),
  book('orwell', 'Nineteen Eighty-Four', 1949, { ...of(0.84, 4_000_000), creators: ['George Orwell'] }),
  book('byTove', 'The Glass Harbour', 2009, { ...of(0.74, 800), creators: ['Tove Lindqvist'] }),
  podcast('tides', 'Tides and Harbours', ['history', 'rivers', 'sea']),
];

export const PEOPLE: Readonly<Record<string, readonly TasteProfileEvent[]>> = {
  newcomer: [],
  generous: [event('minor', 1, 40), event('pulp', 1, 30), event('byTove', 1, 20), event('matrix', 1, 10)],
  stern: [event('minor', 0.3, 40), event('pulp', 0.6, 30), event('byTove', 0.5, 20), event('matrix', 0.6, 10)],
  reader: [event('orwell', 0.9, 40), event('tides', 1, 30), event('byTove', 1, 20), event('minor', null, 10)],
};

/** What the recommender says, as it comes to a card and to "Why this?". */
export async function estimatesOf(model: TasteModel): Promise<EstimatesOf> {
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary([...ASKED, ...MET]);
  return await byPerson(async (events) => {
    const request = {
      ...ALONE,
      dials: NEUTRAL_DIALS,
      profile: profile({ events: [...events] }),
      candidates: THINGS.map((id) => candidate(id)),
      count: 5,
      now: NOW,
    };
    return await byThing(async (id) => {
      const { chance, pKnows, interest } = await recommender.breakdown({ ...request, itemId: itemId(id) });
      // Of the interest the estimate alone; what people said in so many words is added to it, not fitted.
      const fitted = interest.lines
        .filter(({ type }) => ['everybody', 'event', 'together'].includes(type))
        .reduce((sum, { logOdds }) => sum + logOdds, 0);
      return { like: chance, interest: fitted, knows: pKnows };
    });
  });
}

/** A linear estimate as it stands in the file. */
interface Linear {
  readonly intercepts: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly few?: Readonly<Record<string, number>>;
}
export type EstimatesJson = Readonly<Record<'like' | 'interest' | 'knows', Linear>>;

const PERSONAL: ReadonlySet<string> = new Set(
  Object.entries(FEATURES).flatMap(([name, { about }]) => (about === 'person' ? [name] : [])),
);

/** Every feature of the things asked about, by person, feature and thing. */
export type FeaturesOf = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

export async function featuresOf(model: TasteModel): Promise<FeaturesOf> {
  const { features } = await estimating(model, [...ASKED, ...MET]);
  return await byPerson((events) => features(events, ...THINGS));
}

/** The same from the manifest's own numbers: intercept + Σ (weight + 3 / (3 + events) × that for few) × feature. */
export async function estimatesByHand(found: FeaturesOf, json: EstimatesJson): Promise<EstimatesOf> {
  return await byPerson(async (events, person) => {
    const sum = ({ intercepts, weights, groups, few = {} }: Linear, id: string, common = 1): number => {
      const group = GROUPS[id] ?? '';
      const extra = groups[group] ?? groups[''] ?? {};
      const ofFew = Object.entries(few).map(([name, weight]) => [name, (weight * 3) / (3 + events.length)] as const);
      const weighed = [...Object.entries(weights), ...Object.entries(extra), ...ofFew].map(
        ([name, weight]) =>
          weight * (found[person]?.[name]?.[THINGS.indexOf(id)] ?? Number.NaN) * (PERSONAL.has(name) ? 1 : common),
      );
      return weighed.reduce((total, term) => total + term, intercepts[group] ?? intercepts[''] ?? 0);
    };
    return await byThing((id) =>
      Promise.resolve({
        like: sigmoid(sum(json.like, id)),
        interest: sum(json.interest, id, COMMON_SHARE),
        knows: sigmoid(sum(json.knows, id)),
      }),
    );
  });
}

/** Lines that differ by `tolerance` or more: "stern, godfather, like: .61 for .42". */
export function estimateDifferences(found: EstimatesOf, expected: EstimatesOf, tolerance: number): readonly string[] {
  return Object.keys(PEOPLE).flatMap((person) =>
    THINGS.flatMap((thing) =>
      (['like', 'interest', 'knows'] as const).flatMap((figure) => {
        const [own, wanted] = [found, expected].map((one) => one[person]?.[thing]?.[figure] ?? Number.NaN);
        return Math.abs((own ?? 0) - (wanted ?? 0)) < tolerance
          ? []
          : [`${person}, ${thing}, ${figure}: ${String(own)} for ${String(wanted)}`];
      }),
    ),
  );
}

async function byPerson<T>(
  of: (events: readonly TasteProfileEvent[], person: string) => Promise<T>,
): Promise<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const [name, events] of Object.entries(PEOPLE)) found[name] = await of(events, name);
  return found;
}

/** The level of an interest means nothing, so it is given as the difference from the first thing of its kind group. */
async function byThing(of: (id: string) => Promise<Figures>): Promise<Record<string, Figures>> {
  const found: Record<string, Figures> = {};
  const first = new Map<string, number>();
  for (const id of THINGS) {
    const figures = await of(id);
    const group = GROUPS[id] ?? '';
    if (!first.has(group)) first.set(group, figures.interest);
    found[id] = { ...figures, interest: figures.interest - (first.get(group) ?? 0) };
  }
  return found;
}

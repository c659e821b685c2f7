/**
 * What learning on the device is worth on real libraries: P(like) of a person's later ratings, with the earlier ones
 * given as dated reactions, oldest first, so that the app learns from them as if they had been typed one by one. Two
 * variants: `share-rated`, the ratings that came next, all predicted from the same hundred before them; `in-order`,
 * each of the hundred from those before it, ranked in runs as on the Trust page.
 */
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfile } from '../../../renderer/src/domain/taste-profile';
import { Estimator } from '../../../renderer/src/recommend/estimating/estimator';
import type { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import { auc } from '../../../renderer/src/recommend/evaluating/metrics';
import { EVERY_PART, PersonalLearning } from '../../../renderer/src/recommend/learning/personal-learning';
import type { LearningParts } from '../../../renderer/src/recommend/learning/personal-learning';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import { Assessor } from '../../../renderer/src/recommend/ranking/assessor';
import { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';
import type { Crowd } from '../options';
import type { RankingCase } from '../people/people-cases';
import type { CaseValue, PersonSeries } from '../people/person-series';
import { RankingBook } from '../people/ranking-cases';
import { profileOfEvents, reactionOf } from '../profile-of-events';

export const WITHOUT_LEARNING = 'without-learning';
const OWN_PART: LearningParts = { own: true, prior: false, ratings: true };
/** Parts of the learning that are switched on; undefined = as the app does it. */
export const LEARNING_METHODS: ReadonlyMap<string, LearningParts | undefined> = new Map([
  ['handpicked', undefined],
  ['with-learning', EVERY_PART],
  [WITHOUT_LEARNING, { own: false, prior: false, ratings: false }],
  ['own-learning', OWN_PART],
  ['prior-learning', { own: false, prior: true, ratings: true }],
]);

export const IN_ORDER = 'in-order';
/** Ratings that are ranked against each other: longer runs compare across a taste that drifts. */
const RUN_LENGTH = 20;
/** A fixed day, so that results do not change with the calendar. */
const NOW = Date.UTC(2026, 0, 1);

export interface OwnLearningPack {
  readonly items: readonly LibraryItem[];
  /** Everybody's, of whom circles are made. */
  readonly cases: readonly RankingCase[];
  /** Those that are predicted. */
  readonly asked: readonly RankingCase[];
}

/**
 * Series of every method. A person's circle is the rest of the pack, each as of their last case; libraries of one
 * publisher, who may be one person, are never in each other's circle.
 */
export async function ownLearningSeries(
  { items, cases, asked }: OwnLearningPack,
  model: TasteModel | null,
  library: EncodedLibrary,
  crowd: Crowd,
  onProgress: () => void,
): Promise<readonly PersonSeries[]> {
  await library.set(crowd === 'on' ? items : items.map((item) => ({ ...item, crowd: null })), {});
  const circles = new Circles(cases);
  const lastOfEach = lastCases(asked);
  const book = new RankingBook(crowd);
  const inOrder: PersonSeries[] = [];
  for (const [method, parts] of LEARNING_METHODS) {
    const scorer = new TaskScorer(model, library);
    const estimator = new Estimator(scorer, library, model);
    const learning = new PersonalLearning(scorer, library, estimator, parts);
    const assessor = new Assessor(scorer, library, learning, estimator, null);
    // Where nothing is learned the app reads no judgements; what the model says of each is asked of one that does.
    const reading = method === WITHOUT_LEARNING ? new PersonalLearning(scorer, library, estimator, OWN_PART) : learning;
    const runs: CaseValue[] = [];
    for (const one of asked) {
      const profile = circles.profileOf(one);
      const others = circles.around(one);
      const rows = one.candidates.flatMap((id) => library.rowOf(id) ?? []);
      const [assessment] = await assessor.assess(
        [{ profile, items: rows.map((row) => ({ row, ownRating: null })), dials: NEUTRAL_DIALS }],
        { others, now: NOW, purpose: 'own' },
      );
      if (assessment !== undefined) book.add(method, one, assessment.chances);
      if (lastOfEach.get(one.friend.friend) === one) {
        const [predicted = []] = await reading.predicted([profile], others, {});
        runs.push(
          ...runValues(
            predicted.map(({ chance, judgement: { label, offset } }) => ({
              chance: method === WITHOUT_LEARNING ? offset : chance,
              label,
            })),
            one,
          ),
        );
      }
      onProgress();
    }
    inOrder.push({ variant: IN_ORDER, method, crowd, metric: 'auc', cases: runs });
  }
  return [...book.series(), ...inOrder];
}

/** AUC within runs of consecutive ratings; a run that was all liked, or all not, has none. */
export function runValues(
  predicted: readonly { readonly chance: number; readonly label: number }[],
  { cluster, service }: Pick<RankingCase, 'cluster' | 'service'>,
): readonly CaseValue[] {
  const values: CaseValue[] = [];
  for (let start = 0; start < predicted.length; start += RUN_LENGTH) {
    const run = predicted.slice(start, start + RUN_LENGTH);
    const value = auc(
      run.map(({ chance }) => chance),
      run.map(({ label }) => label === 1),
    );
    if (!Number.isNaN(value)) values.push({ k: null, service, parts: [{ value, people: [cluster] }] });
  }
  return values;
}

/** By person; their cases stand in the order of their cuts. */
const lastCases = (cases: readonly RankingCase[]): ReadonlyMap<string, RankingCase> =>
  new Map(cases.map((one) => [one.friend.friend, one]));

/** Everybody of a pack as they were at their last case, and who is in whose circle. */
export class Circles {
  readonly #last: ReadonlyMap<string, RankingCase>;
  readonly #profiles: ReadonlyMap<string, TasteProfile>;

  constructor(cases: readonly RankingCase[]) {
    this.#last = lastCases(cases);
    this.#profiles = new Map([...this.#last].map(([person, one]) => [person, this.profileOf(one)]));
  }

  /** Named after the case: the app keeps what it learned by person, and every cut is another past. */
  profileOf({ id, friend: { events } }: RankingCase): TasteProfile {
    return profileOfEvents(id, events, { reactions: events.map(reactionOf) });
  }

  around({ cluster }: Pick<RankingCase, 'cluster'>): readonly TasteProfile[] {
    return [...this.#last]
      .filter(([, other]) => other.cluster !== cluster)
      .flatMap(([person]) => this.#profiles.get(person) ?? []);
  }
}

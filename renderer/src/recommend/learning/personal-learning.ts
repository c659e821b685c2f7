import { OWNER_ID } from '../../domain/ids';
import type { ItemId, PersonId } from '../../domain/ids';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { CallContext } from '../recommender-api';
import type { TaskScorer } from '../scoring/task-scorer';
import { Fading } from './half-life-cache';
import { FTRL_DEFAULTS, FtrlProximal } from './ftrl';
import type { FtrlOptions } from './ftrl';
import { OwnEstimates, PeoplePrior, PRIOR_DEFAULTS } from './hierarchical-prior';
import type { PriorOptions } from './hierarchical-prior';
import { learnInOrder } from './learn-in-order';
import { NO_JUDGEMENTS, pastJudgements } from './past-judgements';
import type { JudgementLog, PastJudgement } from './past-judgements';
import { itemFeatures, standingFeatures, withStanding } from './item-features';
import type { ItemStanding, SparseFeatures } from './item-features';
import { StandingScorer } from './model-scores';
import type { Standing } from './model-scores';

/** What is switched on; the benchmark takes parts out to see what each is worth. */
export interface LearningParts {
  /** Learning from the person's own reactions. */
  readonly own: boolean;
  /** Starting from what everyone else's reactions teach. */
  readonly prior: boolean;
}

export interface LearnerOptions {
  readonly rates: Pick<FtrlOptions, 'alpha' | 'beta' | 'l1' | 'l2'>;
  readonly prior: PriorOptions;
}

export const LEARNER_DEFAULTS: LearnerOptions = { rates: FTRL_DEFAULTS, prior: PRIOR_DEFAULTS };

export const EVERY_PART: LearningParts = { own: true, prior: true };

export interface PersonAsked {
  readonly profile: TasteProfile;
  /** Items asked about. */
  readonly rows: Int32Array;
}

/** What the model and the learner say of some items for one person; arrays run over the items. */
export interface PersonalStanding {
  readonly history: readonly WindowEvent[];
  readonly learner: FtrlProximal;
  readonly standing: Standing;
  /** Log-odds that the learner adds, per item. */
  readonly corrections: Float64Array;
  /** Readable features of one of the items. */
  readonly featuresOf: (index: number) => SparseFeatures;
}

/** A judgement and the chance of liking, 0..1, that was believed before it. */
export interface Predicted {
  readonly judgement: PastJudgement;
  readonly chance: number;
}

/** Newest judgements that are learned from: of the person asked about, and of each other person. */
const MAX_JUDGEMENTS = 200;

/**
 * What reactions teach, person by person. Nothing is stored: the reactions are, and the same reactions give the same
 * weights, so undo, edits and restored backups need no second truth. What was worked out is kept while it holds good, and
 * a reaction added at the end costs one example.
 */
export class PersonalLearning {
  readonly #standings: StandingScorer;
  readonly #logs = new Map<PersonId, JudgementLog>();
  readonly #estimates: OwnEstimates;
  readonly #fading = new Fading();
  /** Features that are the same for everybody, by row, as they are under an own rating of the owner's. */
  readonly #features = new Map<number, { readonly ownRating: number | null; readonly features: SparseFeatures }>();

  /** @param options of every learner; the benchmark tries others. */
  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly parts: LearningParts = EVERY_PART,
    private readonly options: LearnerOptions = LEARNER_DEFAULTS,
  ) {
    this.#standings = new StandingScorer(scorer, library);
    this.#estimates = new OwnEstimates(options.rates);
  }

  /** To be called when the library has changed: facts, and with them features, may be others. */
  forget(): void {
    this.#logs.clear();
    this.#features.clear();
    this.#standings.forget();
  }

  /** One learner per profile, in order: centred on what everybody in `others` teaches but the person themselves. */
  async learners(
    profiles: readonly TasteProfile[],
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<readonly FtrlProximal[]> {
    const { histories, prior } = await this.#everybody(profiles, others, throwIfCancelled);
    const fading = this.#fadingOf(histories);
    return profiles.map((profile) => {
      const learner = this.#newcomer(profile, prior);
      if (this.parts.own) learnInOrder(learner, histories.get(profile.personId) ?? [], fading);
      return learner;
    });
  }

  /** What the model and the learner say of items for each person, in order; their histories are encoded together. */
  async about(
    asked: readonly PersonAsked[],
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<readonly PersonalStanding[]> {
    const learners = await this.learners(
      asked.map(({ profile }) => profile),
      others,
      throwIfCancelled,
    );
    const histories = asked.map(({ profile }) => this.scorer.usable(profile.events));
    const queries = await this.scorer.queries(histories, 'warm', throwIfCancelled);
    const width = this.library.heads * this.library.dim;
    const ownRatings = ratingsOfOwner(others);
    return asked.flatMap(({ profile: { personId }, rows }, index) => {
      throwIfCancelled?.();
      const [learner, history] = [learners[index], histories[index]];
      if (learner === undefined || history === undefined) return [];
      const standing = this.#standings.standing(history, rows, queries, index * width);
      const facts = this.#factsOf(rows, ratingsHeardBy(personId, ownRatings));
      const corrections = Float64Array.from(
        rows,
        (_row, place) =>
          learner.correction(facts(place)) + learner.correction(standingFeatures(placeOf(standing, place))),
      );
      return [
        {
          history,
          learner,
          standing,
          corrections,
          featuresOf: (place) => withStanding(facts(place), placeOf(standing, place)),
        },
      ];
    });
  }

  /** People's judgements in order, each with what was believed just before it was made. Progress counts people read. */
  async predicted(
    profiles: readonly TasteProfile[],
    others: readonly TasteProfile[],
    { throwIfCancelled, onProgress }: CallContext,
  ): Promise<readonly (readonly Predicted[])[]> {
    const { histories, prior } = await this.#everybody(profiles, others, throwIfCancelled, onProgress);
    const fading = this.#fadingOf(histories);
    return profiles.map((profile) => {
      throwIfCancelled?.();
      const learner = this.#newcomer(profile, prior);
      const judgements = histories.get(profile.personId) ?? [];
      const told: Predicted[] = [];
      const predict = (judgement: PastJudgement): void => {
        told.push({ judgement, chance: learner.predict(judgement.features, judgement.offset) });
      };
      if (this.parts.own) learnInOrder(learner, judgements, fading, predict);
      else judgements.forEach(predict);
      return told;
    });
  }

  /** What was judged and learned from, oldest first. */
  async judgements(
    profile: TasteProfile,
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<readonly PastJudgement[]> {
    return await this.#judgementsOf(profile, ratingsOfOwner(others), throwIfCancelled);
  }

  /** One half-life for everybody: how fast taste drifts is estimated from all that was judged, and from few judgements not at all. */
  #fadingOf(histories: ReadonlyMap<PersonId, readonly PastJudgement[]>): number {
    return this.parts.own ? this.#fading.of([...histories.values()]) : Infinity;
  }

  #newcomer({ personId, learning }: TasteProfile, prior: PeoplePrior | null): FtrlProximal {
    return new FtrlProximal({
      ...this.options.rates,
      prior: prior?.without(personId) ?? new Map(),
      pinned: new Map(Object.entries(learning.pinned)),
    });
  }

  async #everybody(
    profiles: readonly TasteProfile[],
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
    onProgress?: CallContext['onProgress'],
  ): Promise<{
    readonly histories: ReadonlyMap<PersonId, readonly PastJudgement[]>;
    readonly prior: PeoplePrior | null;
  }> {
    const ownRatings = ratingsOfOwner(others);
    const everybody = new Map([...others, ...profiles].map((profile) => [profile.personId, profile]));
    const histories = new Map<PersonId, readonly PastJudgement[]>();
    const read = this.parts.prior ? [...everybody.values()] : this.parts.own ? profiles : [];
    for (const profile of read) {
      histories.set(profile.personId, await this.#judgementsOf(profile, ownRatings, throwIfCancelled));
      onProgress?.(histories.size, read.length);
    }
    return {
      histories,
      prior: this.parts.prior
        ? new PeoplePrior(
            new Map([...histories].map(([person, judgements]) => [person, this.#estimates.of(person, judgements)])),
            this.options.prior,
          )
        : null,
    };
  }

  /** What is the same for everybody who hears the same ratings, of one of the rows. */
  #factsOf(rows: Int32Array, ownRatings: ReadonlyMap<ItemId, number>): (index: number) => SparseFeatures {
    return (index) => {
      const row = rows[index] ?? 0;
      const ownRating = ownRatings.get(this.library.item(row).id) ?? null;
      const found = this.#features.get(row);
      if (found?.ownRating === ownRating) return found.features;
      const features = factsAbout(row, ownRating, this.library);
      this.#features.set(row, { ownRating, features });
      return features;
    };
  }

  async #judgementsOf(
    profile: TasteProfile,
    ownRatings: ReadonlyMap<ItemId, number>,
    throwIfCancelled?: () => void,
  ): Promise<readonly PastJudgement[]> {
    const own = ratingsHeardBy(profile.personId, ownRatings);
    const before = this.#logs.get(profile.personId) ?? NO_JUDGEMENTS;
    const featuresOf = (rows: Int32Array, standing: Standing): readonly SparseFeatures[] => {
      const facts = this.#factsOf(rows, own);
      return Array.from(rows, (_row, index) => withStanding(facts(index), placeOf(standing, index)));
    };
    const log = await pastJudgements(
      profile,
      MAX_JUDGEMENTS,
      before,
      featuresOf,
      this.scorer,
      this.#standings,
      this.library,
      throwIfCancelled,
    );
    this.#logs.set(profile.personId, log);
    const { since } = profile.learning;
    return since === null ? log.judgements : log.judgements.filter(({ at }) => at !== null && at >= since);
  }
}

/** The owner's own rating says nothing new of what the owner likes. */
function ratingsHeardBy(person: PersonId, ownRatings: ReadonlyMap<ItemId, number>): ReadonlyMap<ItemId, number> {
  return person === OWNER_ID ? NO_RATINGS : ownRatings;
}

const NO_RATINGS: ReadonlyMap<ItemId, number> = new Map();

function ratingsOfOwner(profiles: readonly TasteProfile[]): ReadonlyMap<ItemId, number> {
  const owner = profiles.find(({ personId }) => personId === OWNER_ID);
  return new Map(
    (owner?.events ?? []).flatMap(({ itemId, rating }) => (rating === null ? [] : [[itemId, rating] as const])),
  );
}

function placeOf({ future, content, offsets }: Standing, index: number): ItemStanding {
  return { future: future[index] ?? 0, content: content[index] ?? 0, offset: offsets[index] ?? 0 };
}

function factsAbout(row: number, ownRating: number | null, library: EncodedLibrary): SparseFeatures {
  const names = library.names(row);
  const { year, length, crowd, source = null } = library.item(row);
  return itemFeatures({
    group: names.group,
    kind: names.kind,
    tags: names.tags,
    creators: names.creators,
    year,
    length,
    source,
    ownRating,
    likelyTags: library.guessedTags(row),
    popularity: library.popularity(row),
    knownRating: library.knownRating(row),
    crowdRating: crowd?.rating ?? null,
  });
}

import { OWNER_ID } from '../../domain/ids';
import type { ItemId, PersonId } from '../../domain/ids';
import type { TasteProfile } from '../../domain/taste-profile';
import type { Catalogue } from '../catalogue';
import type { TaskScorer } from '../task-scores';
import { Fading, learnInOrder } from './fading';
import { FTRL_DEFAULTS, FtrlProximal } from './ftrl';
import type { FtrlOptions } from './ftrl';
import { PeoplePrior, PRIOR_DEFAULTS } from './hierarchical-prior';
import type { PriorOptions } from './hierarchical-prior';
import { NO_JUDGEMENTS, pastJudgements } from './past-judgements';
import type { JudgementLog, PastJudgement } from './past-judgements';
import { itemFeatures, withStanding } from './item-features';
import type { SparseFeatures } from './item-features';
import { StandingScorer } from './standing';
import type { Standing } from './standing';

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

/** A judgement and the chance of liking, 0..1, that was believed before it. */
export interface Foretold {
  readonly judgement: PastJudgement;
  readonly chance: number;
}

/** Newest judgements that are learned from: of the person asked about, and of each other person. */
const MOST_JUDGEMENTS = 200;

/**
 * What reactions teach, person by person. Nothing is stored: the reactions are, and the same reactions give the same
 * weights, so undo, edits and restored backups need no second truth. What was worked out is kept while it holds good, and
 * a reaction added at the end costs one example.
 */
export class PersonalLearning {
  readonly standings: StandingScorer;
  readonly #logs = new Map<PersonId, JudgementLog>();
  readonly #fading = new Fading();
  /** Features that are the same for everybody, by row and the owner's rating. */
  readonly #features = new Map<string, SparseFeatures>();

  /** @param options of every learner; the benchmark tries others. */
  constructor(
    private readonly scorer: TaskScorer, private readonly catalogue: Catalogue, private readonly parts: LearningParts = EVERY_PART, private readonly options: LearnerOptions = LEARNER_DEFAULTS,
  ) {
    this.standings = new StandingScorer(scorer, catalogue);
  }

  /** To be called when the library has changed: facts, and with them features, may be others. */
  forget(): void {
    this.#logs.clear();
    this.#features.clear();
    this.standings.forget();
  }

  /** One learner per profile, in order: centred on what everybody in `others` teaches but the person themselves. */
  async learners(profiles: readonly TasteProfile[], others: readonly TasteProfile[], throwIfCancelled?: () => void): Promise<readonly FtrlProximal[]> {
    const { histories, prior } = await this.#everybody(profiles, others, throwIfCancelled);
    const fading = this.parts.own ? this.#fading.of([...histories.values()]) : Infinity;
    return profiles.map((profile) => {
      const learner = this.#newcomer(profile, prior);
      if (this.parts.own) learnInOrder(learner, histories.get(profile.personId) ?? [], fading);
      return learner;
    });
  }

  /** A person's judgements in order, each with what was believed just before it was made. */
  async foretold(profile: TasteProfile, others: readonly TasteProfile[], throwIfCancelled?: () => void): Promise<readonly Foretold[]> {
    const { histories, prior } = await this.#everybody([profile], others, throwIfCancelled);
    const learner = this.#newcomer(profile, prior);
    return (histories.get(profile.personId) ?? []).map((judgement) => {
      const chance = learner.predict(judgement.features, judgement.offset);
      if (this.parts.own) learner.update(judgement);
      return { judgement, chance };
    });
  }

  /** What was judged and learned from, oldest first. */
  async judgements(profile: TasteProfile, others: readonly TasteProfile[], throwIfCancelled?: () => void): Promise<readonly PastJudgement[]> {
    return await this.#judgementsOf(profile, ratingsOfOwner(others), throwIfCancelled);
  }

  /** Readable features of items for a person, one per row. */
  features(rows: Int32Array, standing: Standing, person: PersonId, others: readonly TasteProfile[]): readonly SparseFeatures[] {
    return this.#featuresOf(rows, standing, person === OWNER_ID ? NOTHING : ratingsOfOwner(others));
  }

  #newcomer({ personId, learning }: TasteProfile, prior: PeoplePrior | null): FtrlProximal {
    return new FtrlProximal({ ...this.options.rates, prior: prior?.without(personId) ?? new Map(), pinned: new Map(Object.entries(learning.pinned)) });
  }

  async #everybody(profiles: readonly TasteProfile[], others: readonly TasteProfile[], throwIfCancelled?: () => void): Promise<{ readonly histories: ReadonlyMap<PersonId, readonly PastJudgement[]>; readonly prior: PeoplePrior | null }> {
    const ownRatings = ratingsOfOwner(others);
    const everybody = new Map([...others, ...profiles].map((profile) => [profile.personId, profile]));
    const histories = new Map<PersonId, readonly PastJudgement[]>();
    for (const profile of this.parts.prior ? everybody.values() : this.parts.own ? profiles : []) histories.set(profile.personId, await this.#judgementsOf(profile, ownRatings, throwIfCancelled));
    return { histories, prior: this.parts.prior ? new PeoplePrior(histories, this.options.rates, this.options.prior) : null };
  }

  #featuresOf(rows: Int32Array, standing: Standing, ownRatings: ReadonlyMap<ItemId, number>): readonly SparseFeatures[] {
    return Array.from(rows, (row, index) => {
      const id = this.catalogue.item(row).id;
      const rating = ownRatings.get(id) ?? null;
      const key = rating === null ? String(row) : `${String(row)} ${String(rating)}`;
      const found = this.#features.get(key) ?? factsAbout(row, rating, this.catalogue);
      this.#features.set(key, found);
      return withStanding(found, { future: standing.future[index] ?? 0, content: standing.content[index] ?? 0 });
    });
  }

  async #judgementsOf(profile: TasteProfile, ownRatings: ReadonlyMap<ItemId, number>, throwIfCancelled?: () => void): Promise<readonly PastJudgement[]> {
    const own = profile.personId === OWNER_ID ? NOTHING : ownRatings;
    const before = this.#logs.get(profile.personId) ?? NO_JUDGEMENTS;
    const featuresOf = (rows: Int32Array, standing: Standing): readonly SparseFeatures[] => this.#featuresOf(rows, standing, own);
    const log = await pastJudgements(profile, MOST_JUDGEMENTS, before, featuresOf, this.scorer, this.standings, this.catalogue, throwIfCancelled);
    this.#logs.set(profile.personId, log);
    const { since } = profile.learning;
    return since === null ? log.judgements : log.judgements.filter(({ at }) => at !== null && at >= since);
  }
}

/** The owner's own rating says nothing new of what the owner likes. */
const NOTHING: ReadonlyMap<ItemId, number> = new Map();

export function ratingsOfOwner(profiles: readonly TasteProfile[]): ReadonlyMap<ItemId, number> {
  const owner = profiles.find(({ personId }) => personId === OWNER_ID);
  return new Map((owner?.events ?? []).flatMap(({ itemId, rating }) => (rating === null ? [] : [[itemId, rating] as const])));
}

const LEAST_TAG_CONFIDENCE = 0.5;
const MOST_LIKELY_TAGS = 5;

function factsAbout(row: number, ownRating: number | null, catalogue: Catalogue): SparseFeatures {
  const names = catalogue.names(row);
  const { year, crowd } = catalogue.item(row);
  const guessed = names.tags.length > 0 ? [] : catalogue.likelyTags(row, LEAST_TAG_CONFIDENCE, MOST_LIKELY_TAGS);
  return itemFeatures({
    group: names.group, kind: names.kind, tags: names.tags, creators: names.creators, year, ownRating,
    likelyTags: guessed.map(({ name, confidence }) => ({ name: catalogue.text.phrase(name), confidence })),
    popularity: catalogue.popularity(row), knownRating: catalogue.knownRating(row), crowdRating: crowd?.rating ?? null,
  });
}

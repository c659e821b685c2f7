import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { ItemId } from '../../domain/ids';
import { tasteHistory } from '../../domain/taste-history';
import type { TasteProfile, TasteReaction } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { TaskScorer } from '../scoring/task-scorer';
import type { FtrlExample } from './ftrl';
import type { SparseFeatures } from './item-features';
import { learningSignal, passedOverSignal } from './reactions';
import type { LearningSignal } from './reactions';
import type { EstimatedItems, Estimator } from '../estimating/estimator';

/** A past judgement with the estimated log-odds of liking it before: an example for the learner. */
export interface PastJudgement extends FtrlExample {
  readonly row: ItemIndex;
  /** Epoch milliseconds, null = unknown. */
  readonly at: number | null;
  /** Place of the reaction among all reactions of the person: those before it were known then. */
  readonly reaction: number;
  /** A rating on a scale, as libraries are full of; the others are answers and statements made here. */
  readonly isRating: boolean;
}

/**
 * The history is encoded once per so many judgements of those asked for, so the model's scores of one are at most this
 * many of them old.
 */
const ENCODE_EVERY = 4;

interface Judged {
  readonly row: ItemIndex;
  readonly at: number | null;
  readonly signal: LearningSignal;
  readonly isRating: boolean;
  /** Place of the reaction among all reactions of the person. */
  readonly reaction: number;
}

/** Judgements of a person and what they were computed from, so that later ones can be appended. */
export interface JudgementLog {
  /** Each reaction as JSON. */
  readonly reactions: readonly string[];
  /** Place of the first judgement kept, a multiple of ENCODE_EVERY. */
  readonly start: number;
  readonly judgements: readonly PastJudgement[];
}

export const NO_JUDGEMENTS: JudgementLog = { reactions: [], start: 0, judgements: [] };

/**
 * A person's judgements in the order they were made, each with the model's log-odds before it: scores under a history
 * that contains the judgement would leak it. Costs one encoded history per ENCODE_EVERY new judgements.
 * @param wanted which judgements are asked for.
 * @param most how many are kept, the newest, rounded up to a multiple of ENCODE_EVERY.
 * @param before an earlier answer for the person; its judgements are reused as far as the reactions are unchanged.
 */
export async function pastJudgements(
  { reactions }: TasteProfile,
  wanted: (judged: Pick<PastJudgement, 'isRating'>) => boolean,
  most: number,
  before: JudgementLog,
  featuresOf: (rows: ItemRows, estimated: EstimatedItems) => readonly SparseFeatures[],
  scorer: TaskScorer,
  estimator: Estimator,
  library: EncodedLibrary,
  throwIfCancelled?: () => void,
): Promise<JudgementLog> {
  const judged = reactions
    .flatMap((reaction, index): readonly Judged[] => judgedBy(reaction, index, library))
    .filter(wanted);
  if (judged.length === 0) return NO_JUDGEMENTS;
  const start = Math.max(0, Math.ceil((judged.length - most) / ENCODE_EVERY) * ENCODE_EVERY);
  const texts = reactions.map((reaction) => JSON.stringify(reaction));
  const holds = before.reactions.every((text, index) => text === texts[index]);
  const blocks = inBlocks(judged, start).map((block, at) => {
    const from = start + at * ENCODE_EVERY - before.start;
    const kept = holds && from >= 0 ? before.judgements.slice(from, from + block.length) : [];
    return { block, kept: kept.length === block.length ? kept : null };
  });
  const fresh = blocks.filter(({ kept }) => kept === null);
  const histories = fresh.map(({ block: [first] }): readonly WindowEvent[] =>
    scorer.usable(tasteHistory(reactions.slice(0, first?.reaction ?? 0))),
  );
  const queries = await scorer.queries(histories, 'warm', throwIfCancelled);
  let encoded = 0;
  const judgements = blocks.flatMap(({ block, kept }): readonly PastJudgement[] => {
    if (kept !== null) return kept;
    const rows = itemRows(block.map(({ row }) => row));
    const estimated = estimator.scores(
      { history: histories[encoded] ?? [], rows },
      queries,
      encoded * scorer.queryWidth,
    );
    encoded += 1;
    const features = featuresOf(rows, estimated);
    return block.map(({ row, at, signal, reaction, isRating }, place) => ({
      row,
      at,
      reaction,
      isRating,
      features: features[place] ?? EMPTY,
      offset: estimated.like[place] ?? 0,
      label: signal.label,
      weight: signal.weight,
    }));
  });
  return { reactions: texts, start, judgements };
}

const EMPTY: SparseFeatures = { names: [], values: new Float64Array(0) };

function judgedBy(reaction: TasteReaction, place: number, library: EncodedLibrary): readonly Judged[] {
  const judged = (id: ItemId | null, signal: LearningSignal | null): readonly Judged[] => {
    const row = id === null ? undefined : library.rowOf(id);
    if (row === undefined || signal === null) return [];
    return [{ row, at: reaction.at, signal, reaction: place, isRating: reaction.type === 'rated' }];
  };
  return [
    ...judged(reaction.itemId, learningSignal(reaction)),
    ...judged(reaction.otherItemId, passedOverSignal(reaction)),
  ];
}

/** From `start` on, in blocks of at most ENCODE_EVERY. */
function inBlocks<T>(values: readonly T[], start: number): readonly (readonly T[])[] {
  const blocks: T[][] = [];
  for (let from = start; from < values.length; from += ENCODE_EVERY)
    blocks.push(values.slice(from, from + ENCODE_EVERY));
  return blocks;
}

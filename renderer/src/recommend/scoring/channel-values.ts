import { rowAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { Head, Scoring } from '../model/model-manifest';
import type { Mode } from '../recommender-api';
import { byChannel } from './channels';
import type { ByChannel, ChannelTable } from './channels';
import { likedWeight } from './content-similarity';
import { cooccurrence } from './cooccurrence';
import { neighbourhood, residualsOf } from './neighbourhood';

export interface ScoringQuestion {
  readonly mode: Mode;
  /** Oldest first. */
  readonly history: readonly WindowEvent[];
  /** Rows of the library. */
  readonly candidates: ItemRows;
}

/** One array of raw scores per head. */
export type HeadScores = Readonly<Record<Head, Float64Array>>;

/** What the channels of one question are computed from. Arrays run over the candidates unless said otherwise. */
export interface ChannelInput {
  readonly question: ScoringQuestion;
  readonly library: EncodedLibrary;
  readonly scoring: Scoring;
  /** Under the question's history. */
  readonly heads: HeadScores;
  /** Under an empty history: what the model expects of anybody. By row of the library, not by candidate. */
  readonly emptyHistory: HeadScores;
  /** An array for a channel's values, reused between questions: allocating costs more than the arithmetic. */
  readonly array: (channel: string) => Float64Array;
}

export type ComputeChannel<Input = ChannelInput> = (input: Input) => Float64Array;

/** How each channel is computed; models/README.md has the formulas. */
export const CHANNEL_VALUES: ByChannel<ComputeChannel> = {
  next: ({ heads }) => heads.next,
  future: ({ heads }) => heads.future,
  like: ({ heads }) => heads.like,
  content: ({ question: { history, candidates }, library, scoring, array }) =>
    library.content.similarities(history, candidates, scoring.content.lengthPower, likedWeight, array('content')),
  cooccurrence: ({ question: { mode, history, candidates }, library, scoring, array }) =>
    cooccurrence(history, candidates, mode, library, scoring.cooccurrence, array('cooccurrence')),
  neighbourhood: ({ question: { mode, history, candidates }, library, scoring, emptyHistory, array }) => {
    const rule = scoring.neighbourhood;
    const expected = history.map(({ row }) => emptyHistory.like[row] ?? 0);
    const residuals = residualsOf(history, expected, rule);
    return neighbourhood(library.matrix(mode), residuals, candidates, rule.power, array('neighbourhood'));
  },
  base: ({ question: { candidates }, emptyHistory, array }) =>
    filled(array('base'), candidates, (row) => emptyHistory.future[row] ?? 0),
  rating: ({ question: { candidates }, library, array }) =>
    filled(array('rating'), candidates, (row) => library.item(row).crowd?.rating ?? Number.NaN),
  popularity: ({ question: { candidates }, library, array }) =>
    filled(array('popularity'), candidates, (row) => Math.log1p(library.item(row).crowd?.count ?? Number.NaN)),
};

/** Writes a value for each candidate. A loop: `Float64Array.from` iterates several times as slowly. */
function filled(values: Float64Array, candidates: ItemRows, of: (row: ItemIndex) => number): Float64Array {
  for (let place = 0; place < values.length; place += 1) values[place] = of(rowAt(candidates, place));
  return values;
}

/** The values of every channel; an empty array for those that are not wanted. */
export function channelValues<Name extends string, Input>(
  table: ChannelTable<Name>,
  compute: ByChannel<ComputeChannel<Input>, NoInfer<Name>>,
  input: Input,
  wanted: (name: Name) => boolean,
): ByChannel<Float64Array, Name> {
  return byChannel(table, (name) => (wanted(name) ? compute[name](input) : new Float64Array(0)));
}

import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { ItemId } from '../../domain/ids';
import type { NextChoice, NextChoiceRequest } from '../../domain/recommendation-request';
import type { EncodedLibrary } from '../encoded-library';
import type { Estimator } from '../estimating/estimator';
import type { TaskScorer } from '../scoring/task-scorer';
import { PairChooser } from './pair-chooser';
import { wellKnown } from './well-known';

/** Candidates that the expected gain is summed over: evenly spread, enough to stand for a library. */
const MAX_TARGETS = 200;

/** Answers "which two things next?" out of a library. */
export class NextChoices {
  readonly #chooser: PairChooser;

  constructor(
    scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly estimator: Estimator,
  ) {
    this.#chooser = new PairChooser(scorer, library, estimator);
  }

  async next(
    { profile, things, candidates, asked }: NextChoiceRequest,
    throwIfCancelled?: () => void,
  ): Promise<NextChoice> {
    const opinions = this.#rows(profile.events.map(({ itemId }) => itemId));
    const compared = profile.reactions.flatMap(({ itemId, otherItemId }) =>
      otherItemId === null ? [] : [itemId, otherItemId],
    );
    const shown = new Set<ItemIndex>(this.#rows([...asked, ...compared]));
    const told = new Set<ItemIndex>(opinions.filter((row) => !shown.has(row)));
    const pool = wellKnown(this.#rows(things), told, this.library, (row) => this.estimator.fame(row));
    const targets = spread(this.#rows(candidates), MAX_TARGETS);
    const { pair, certainty } = await this.#chooser.choose({ profile, pool, targets, asked: shown }, throwIfCancelled);
    if (pair === null) return { pair, certainty };
    // Neither side is the better known, or the likelier, one.
    const [one, other] = (pair[0] + pair[1]) % 2 === 0 ? pair : [pair[1], pair[0]];
    return { pair: { left: this.library.item(one).id, right: this.library.item(other).id }, certainty };
  }

  /** Rows of the things that the library holds. */
  #rows(ids: readonly ItemId[]): ItemRows {
    return itemRows(ids.flatMap((id) => this.library.rowOf(id) ?? []));
  }
}

/** At most so many rows, evenly spread over their order. */
function spread(rows: ItemRows, most: number): ItemRows {
  if (rows.length <= most) return rows;
  return itemRows(
    Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)] ?? rows[0]).filter(
      (row) => row !== undefined,
    ),
  );
}

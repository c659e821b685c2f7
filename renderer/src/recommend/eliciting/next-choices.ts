import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { ItemId } from '../../domain/ids';
import type { NextChoice, NextChoiceRequest } from '../../domain/recommendation-request';
import type { EncodedLibrary } from '../encoded-library';
import type { Estimator } from '../estimating/estimator';
import type { TasteModel } from '../model/model-ports';
import type { CallContext } from '../recommender-api';
import type { TaskScorer } from '../scoring/task-scorer';
import { CompletedLibrary } from './completed-library';
import { PairChooser } from './pair-chooser';
import { uniqueRows } from './imagined-friends';
import { MAX_POOL, poolOf, wellKnown } from './well-known';

/** Candidates that the expected gain is summed over: evenly spread, enough to stand for a library. */
const MAX_TARGETS = 200;

/** What a question is about, as rows of the library that pairs are chosen out of. */
interface Ground {
  readonly library: EncodedLibrary;
  readonly chooser: PairChooser;
  readonly pool: ItemRows;
  readonly targets: ItemRows;
}

/** Answers "which two things next?" out of a library. */
export class NextChoices {
  readonly #chooser: PairChooser;
  /** Made when it is first needed. */
  #completed: CompletedLibrary | null = null;

  constructor(
    scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly estimator: Estimator,
    private readonly model: TasteModel | null,
  ) {
    this.#chooser = new PairChooser(scorer, library, estimator);
  }

  async next(request: NextChoiceRequest, context: CallContext): Promise<NextChoice> {
    const { profile, asked } = request;
    const compared = profile.reactions.flatMap(({ itemId, otherItemId }) =>
      otherItemId === null ? [] : [itemId, otherItemId],
    );
    const shown = new Set([...asked, ...compared]);
    const told = new Set(profile.events.flatMap(({ itemId }) => (shown.has(itemId) ? [] : [itemId])));
    const { library, chooser, pool, targets } = await this.#groundOf(request, told, context);
    const { pair, certainty } = await chooser.choose(
      { profile, pool, targets, asked: new Set<ItemIndex>(rowsIn(library, [...shown])) },
      context.throwIfCancelled,
    );
    if (pair === null) return { pair, certainty };
    // Neither side is the better known, or the likelier, one.
    const [one, other] = (pair[0] + pair[1]) % 2 === 0 ? pair : [pair[1], pair[0]];
    return { pair: { left: library.item(one).id, right: library.item(other).id }, certainty };
  }

  /** The library where it has enough well-known things; else with famous ones beside it, the person's own first. */
  async #groundOf(request: NextChoiceRequest, told: ReadonlySet<ItemId>, context: CallContext): Promise<Ground> {
    const { library } = this;
    const { things, candidates, famous } = request;
    const toldRows = new Set<ItemIndex>(rowsIn(library, [...told]));
    const known = wellKnown(rowsIn(library, things), toldRows, (row) => this.estimator.fame(row));
    const pool = poolOf(known, library);
    const targets = spread(rowsIn(library, candidates), MAX_TARGETS);
    if (famous.length === 0 || pool.length >= MAX_POOL) return { library, chooser: this.#chooser, pool, targets };

    const idsOf = (rows: Iterable<ItemIndex>): readonly ItemId[] => Array.from(rows, (row) => library.item(row).id);
    const ids = { known: idsOf(known.slice(0, MAX_POOL)), targets: idsOf(targets) };
    const completed = await (this.#completed ??= new CompletedLibrary(library, this.model)).with(
      [...ids.known, ...ids.targets],
      request,
      context,
    );
    const all = [...new Set([...ids.known, ...famous.filter((id) => !told.has(id))])];
    const wholePool = poolOf([...rowsIn(completed.library, all)], completed.library);
    const own = rowsIn(completed.library, ids.targets);
    // With less to rank than to ask about, what is asked about stands for what is to come.
    return {
      ...completed,
      pool: wholePool,
      targets: own.length < wholePool.length ? uniqueRows([...own, ...wholePool]) : own,
    };
  }
}

/** Rows of the things that a library holds. */
const rowsIn = (library: EncodedLibrary, ids: readonly ItemId[]): ItemRows =>
  itemRows(ids.flatMap((id) => library.rowOf(id) ?? []));

/** At most so many rows, evenly spread over their order. */
function spread(rows: ItemRows, most: number): ItemRows {
  if (rows.length <= most) return rows;
  return itemRows(
    Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)] ?? rows[0]).filter(
      (row) => row !== undefined,
    ),
  );
}

import type { DoubtfulRow, NamedThing, PossibleTwin, RowAnswers } from '../../domain/import-plan';
import type { ImportedRow } from '../../domain/imported-row';

/** Is this row that thing? */
export interface RowQuestion {
  /** The same for the same two. */
  readonly key: string;
  readonly row: ImportedRow;
  readonly twin: PossibleTwin;
}

const namedOf = ({ itemId, row }: PossibleTwin): NamedThing | null => itemId ?? row;

/**
 * What is still to be asked of doubtful rows: of each the likeliest thing that it was not said to be different from,
 * and none once it was said what it is.
 */
export const rowQuestions = (doubtful: readonly DoubtfulRow[], answers: RowAnswers): readonly RowQuestion[] =>
  doubtful.flatMap(({ row, mightBe }, place) => {
    const answer = answers.get(row);
    if (answer !== undefined && answer.same !== null) return [];
    const at = mightBe.findIndex((twin) => {
      const named = namedOf(twin);
      return named !== null && answer?.different.includes(named) !== true;
    });
    const twin = mightBe[at];
    return twin === undefined ? [] : [{ key: `${String(place)} ${String(at)}`, row, twin }];
  });

/** The answers with one more for each of these. */
export function withRowAnswers(
  answers: RowAnswers,
  questions: readonly RowQuestion[],
  given: 'same' | 'different',
): RowAnswers {
  const next = new Map(answers);
  for (const { row, twin } of questions) {
    const named = namedOf(twin);
    const { same, different } = next.get(row) ?? { same: null, different: [] };
    if (named === null) continue;
    next.set(row, given === 'same' ? { same: named, different } : { same, different: [...different, named] });
  }
  return next;
}

/** The answers about rows that are read otherwise, by their places. */
export function carriedOver(
  answers: RowAnswers,
  before: readonly ImportedRow[],
  after: readonly ImportedRow[],
): RowAnswers {
  if (before === after || answers.size === 0) return answers;
  const next = new Map(before.map((row, place) => [row, after[place] ?? row]));
  const named = (thing: NamedThing): NamedThing => (typeof thing === 'string' ? thing : (next.get(thing) ?? thing));
  return new Map(
    [...answers].map(([row, { same, different }]) => [
      next.get(row) ?? row,
      { same: same === null ? null : named(same), different: different.map(named) },
    ]),
  );
}

/** Questions like this one; see `AlikePairs`. */
export function alikeQuestions(
  asked: RowQuestion,
  open: readonly RowQuestion[],
): { readonly questions: readonly RowQuestion[]; readonly entangled: number } {
  const likenessOf = ({ row, twin }: RowQuestion): string =>
    JSON.stringify([twin.evidence.toSorted(), [row.kind, twin.facts.kind].toSorted()]);
  const likeness = likenessOf(asked);
  const counts = new Map<NamedThing | null, number>();
  for (const { row, twin } of open)
    for (const named of [row, namedOf(twin)]) counts.set(named, (counts.get(named) ?? 0) + 1);
  const alike = [asked, ...open.filter((one) => one.key !== asked.key && likenessOf(one) === likeness)];
  const questions = alike.filter(({ row, twin }) =>
    [row, namedOf(twin)].every((named) => (counts.get(named) ?? 0) < 2),
  );
  return { questions, entangled: alike.length - questions.length };
}

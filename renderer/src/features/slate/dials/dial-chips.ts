import type { DialShape, DialValueOf } from '../../../domain/dials/dial';
import { weightOf } from '../../../domain/dials/dial';
import { activeParts } from '../../../domain/dials/dial-table';
import type { DialShapes, DialTable, DialValues, ShapesOf } from '../../../domain/dials/dial-table';
import { DIALS } from '../../../domain/dials/dials';
import type { Dials } from '../../../domain/dials/dials';
import { DIAL_TEXTS, dialsText } from '../../../text/dials';
import type { DialTextOf, DialTexts } from '../../../text/dials';

/** One thing that is not as usual, in words, and the dials without it. */
export interface DialChip<Values> {
  readonly label: string;
  readonly without: Values;
}

/** What is not as usual, in the order of the dials. */
export const dialChips = (dials: Dials): readonly DialChip<Dials>[] =>
  chipsOf<ShapesOf<typeof DIALS>>(DIALS, DIAL_TEXTS, dials);

export function chipsOf<Shapes extends DialShapes>(
  table: DialTable<Shapes>,
  texts: DialTexts<Shapes>,
  values: DialValues<Shapes>,
): readonly DialChip<DialValues<Shapes>>[] {
  return activeParts(table, values).map(({ dial, part, without }) => ({
    label: CHIP_LABELS[table[dial].shape](values[dial], part, texts[dial]),
    without,
  }));
}

type ChipLabel<Shape extends DialShape> = (value: DialValueOf[Shape], part: string, words: DialTextOf[Shape]) => string;

const CHIP_LABELS: { readonly [Shape in DialShape]: ChipLabel<Shape> } = {
  slider: (value, _part, { marks }) => sliderWords(value, marks),
  weights: (value, key, { chip }) => chip(key, weightOf(value, key) > 1),
  words: (_value, word) => word,
};

/** A value −1..1 of a slider in words: "hidden gems", "rather popular", "as usual". */
export function sliderWords(value: number, [left, middle, right]: DialTextOf['slider']['marks']): string {
  if (value === 0) return middle;
  return dialsText.degree(value < 0 ? left : right, Math.abs(value) >= 1);
}

import { type Dials, NEUTRAL_DIALS } from '../../../domain/dials/dials';
import { dialsText } from '../../../text/dials';
import { groupWords } from '../../../text/features';

/** One thing the dials do, and the dials without it. */
export interface DialChip {
  readonly label: string;
  readonly without: Dials;
}

/** What is not as usual, in words, each to be taken back by itself. */
export function dialChips(dials: Dials): readonly DialChip[] {
  const { familiarity, fame, length, kinds, moods } = dials;
  return [
    ...sliderChip(familiarity, dialsText.familiarityMarks, { ...dials, familiarity: NEUTRAL_DIALS.familiarity }),
    ...sliderChip(fame, dialsText.fameMarks, { ...dials, fame: NEUTRAL_DIALS.fame }),
    ...sliderChip(length, dialsText.lengthMarks, { ...dials, length: NEUTRAL_DIALS.length }),
    ...Object.entries(kinds)
      .filter(([, weight]) => weight !== 1)
      .map(([group, weight]) => ({
        label: dialsText.mixChip(groupWords(group), weight > 1),
        without: withKind(dials, group, 1),
      })),
    ...moods.map((mood) => ({ label: mood, without: { ...dials, moods: moods.filter((other) => other !== mood) } })),
  ];
}

/** The mix with this group at this weight; one at 1 is not written down, since that is how it is without. */
export function withKind(dials: Dials, group: string, weight: number): Dials {
  const others = Object.entries(dials.kinds).filter(([name]) => name !== group);
  return { ...dials, kinds: Object.fromEntries(weight === 1 ? others : [...others, [group, weight]]) };
}

/** A value −1..1 of a slider in words: "hidden gems", "rather popular", "as usual". */
export function sliderWords(value: number, marks: readonly [string, string, string]): string {
  if (value === 0) return marks[1];
  return dialsText.degree(value < 0 ? marks[0] : marks[2], Math.abs(value) >= 1);
}

function sliderChip(value: number, marks: readonly [string, string, string], without: Dials): readonly DialChip[] {
  return value === 0 ? [] : [{ label: sliderWords(value, marks), without }];
}

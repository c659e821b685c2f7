import { opinionsBeside, type LineOpinion } from './line-opinions';
import { readMarks, type MarkedLine } from './line-marks';
import { headingText, headingsIn, type HeadingOf } from './section-headings';

/** A line of a list that is a file of its own, with what its owner wrote around the title. */
export interface ListLine extends MarkedLine {
  /** null: it is no heading, or one by its own marks: "# Films", "Films:". */
  readonly heading: HeadingOf | null;
  readonly opinion: LineOpinion | null;
}

const BLANK = '';

/** @param written the lines of a list @returns one for each of them, ready for `readPastedLines` */
export function readList(written: readonly string[]): readonly ListLine[] {
  const headings = headingsIn(written);
  const listed = written.map((line, index) => (headings.has(index) ? BLANK : line));
  const marks = readMarks(listed, written);
  const opinionOf = opinionsBeside(marks.map(({ text }) => text).filter((text) => text.trim() !== BLANK));
  return marks.map((mark, index) => {
    const heading = headings.get(index) ?? null;
    if (heading === 'time') return { ...mark, text: BLANK, heading, opinion: null };
    if (heading === 'things')
      return { ...mark, text: `${headingText(written[index] ?? BLANK)}:`, heading, opinion: null };
    const opinion = mark.isRating ? null : opinionOf(mark.text);
    return { ...mark, text: opinion?.text ?? mark.text, heading, opinion };
  });
}

/** The highest number without a scale; 0: there is none. */
export const mostPoints = (lines: readonly ListLine[]): number =>
  lines.reduce((most, { opinion }) => Math.max(most, opinion?.points ?? 0), 0);

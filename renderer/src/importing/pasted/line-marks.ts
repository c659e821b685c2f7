import type { ItemStatus } from '../../domain/item-values';
import { parseDate, type DateOrder } from '../cells/cell-dates';
import { monthOfWord } from '../cells/month-names';
import { orderOfSequence } from '../cells/date-sequence';
import { withoutMarkdown } from '../cells/markdown-marks';
import { isCalledRating } from '../mapping/rating-columns';
import { statusOfWord } from '../cells/status-words';

/** What people write beside the titles of a list of their own: a day, a box with or without a tick, "(dropped)". */
export interface MarkedLine {
  /** Without its marks. */
  readonly text: string;
  /** null: the line says none. */
  readonly status: ItemStatus | null;
  /** A day, epoch milliseconds. */
  readonly at: number | null;
  /** True: nothing but a rating of what stands in another line. */
  readonly isRating: boolean;
}

const DAY = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}(?<mark>[-/.])\d{1,2}\k<mark>(?:\d{4}|\d{2})`;
/** "22.09.27 - Kiln", "[2024-01-02] Kiln", and no message of a chat, which has a time behind the day. */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[-*+•]\s+)?[([]?(?<day>${DAY})[)\]]?(?!,?\s*\d{1,2}[:.]\d{2})\s*(?:[-–—:|,]\s*|\s)(?=\S)`,
  'u',
);
/** "Kiln - 2024-01-02", "Kiln (01/02/2024)". */
const DAY_LAST = new RegExp(String.raw`(?<=\S)\s*(?:\s[-–—|]\s|[,:(|[]|\s)\s*(?<day>${DAY})[)\]]?$`, 'u');
/** Below that share, a day belongs to a title: "22/11/63". */
const ENOUGH = 0.2;
const FEWEST = 2;

/** "Apr: Kiln - Ann Vole" in a log by years; among them "Wip: Lamps". */
const MONTH_FIRST = /^(?:[-*+•]\s+)?(?<word>\p{L}{3,12})\.?:\s+(?=\S)/u;
const YEAR_HEADING = /^#{1,6}\s.*\b(?<inHeading>(?:19|20)\d{2})\b|^(?<alone>(?:19|20)\d{2}):?$/u;
const saysMonth = (line: string): boolean => monthOfWord(MONTH_FIRST.exec(line.trim())?.groups?.word ?? '') !== null;

const BOX = /^(?:[-*+•]\s+)?(?:\[(?<box>[ xX✓✔~/>-])\]|(?<sign>[☐☑✅✔✓]))\s*(?=\S)/u;
/** Ticks but for these. */
const STATUS_OF_BOX: ReadonlyMap<string, ItemStatus> = new Map([
  [' ', 'wanted'],
  ['☐', 'wanted'],
  ['>', 'wanted'],
  ['~', 'in-progress'],
  ['/', 'in-progress'],
  ['-', 'abandoned'],
]);
/** What is crossed out is done. */
const STRUCK = /^(?:[-*+•]\s+)?~~(?<words>[^~]+)~~$/u;
const GROUP_FIRST = /^(?:[-*+•]\s+)?[([](?<words>\p{L}[^()[\]]{2,24})[)\]]\s+(?=\S)/u;
const GROUP_LAST = /(?<=\S)\s+[([](?<words>\p{L}[^()[\]]{2,24})[)\]]$/u;
/** "Finished: Kiln", where several lines say it so. */
const LABEL = /^(?<lead>(?:[-*+•]\s+)?)(?<words>\p{L}[\p{L}\s'’-]{2,24}):\s+(?=\S)/u;
/** Done once more, which is done. */
const AGAIN = /^re-?(?:watch|read|play|listen)(?:ed)?\b/iu;

const statusOfGroup = (words: string | undefined): ItemStatus =>
  words === undefined ? 'none' : AGAIN.test(words) ? 'finished' : statusOfWord(words);

/**
 * The lines of a list without the marks that its owner put beside the titles.
 * @param written with its headings, which may be blank in `lines`
 */
export function readMarks(lines: readonly string[], written = lines): readonly MarkedLine[] {
  const said = lines.filter((line) => line.trim() !== '').length;
  const dayIn = [DAY_FIRST, DAY_LAST].find((place) => {
    const dated = lines.filter((line) => place.test(line.trim())).length;
    return dated >= FEWEST && dated >= said * ENOUGH;
  });
  const days = lines.flatMap((line) => dayIn?.exec(line.trim())?.groups?.day ?? []);
  // A list grows at one end.
  const { order } = orderOfSequence(days);
  const hasLabels = lines.filter((line) => statusOfLabel(line.trim()) !== null).length >= FEWEST;
  const months = lines.filter(saysMonth).length;
  if (months < FEWEST || months < said * ENOUGH)
    return lines.map((line) => readLine(line, { dayIn, order, hasLabels }));
  let year: string | null = null;
  return lines.map((line, index) => {
    const heading = YEAR_HEADING.exec((written[index] ?? '').trim())?.groups;
    if (heading !== undefined) year = heading.inHeading ?? heading.alone ?? null;
    return readMonth(line, year);
  });
}

/** A line of a log that says the month first. @param year of the heading over it */
function readMonth(line: string, year: string | null): MarkedLine {
  const habits: Habits = { dayIn: undefined, order: 'year-first', hasLabels: true };
  const month = monthOfWord(MONTH_FIRST.exec(line.trim())?.groups?.word ?? '');
  if (month === null) return readLine(line, habits);
  const read = readLine(line.trim().replace(MONTH_FIRST, ''), habits);
  const at = year === null ? null : parseDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return { ...read, status: read.status ?? 'finished', at };
}

function statusOfLabel(text: string): ItemStatus | null {
  const status = statusOfWord(LABEL.exec(text)?.groups?.words ?? '');
  return status === 'none' ? null : status;
}

/** What the lines of a list have in common. */
interface Habits {
  readonly dayIn: RegExp | undefined;
  readonly order: DateOrder;
  readonly hasLabels: boolean;
}

function readLine(line: string, { dayIn, order, hasLabels }: Habits): MarkedLine {
  let text = line.trim();
  let [at, status] = [null as number | null, null as ItemStatus | null];
  const day = dayIn?.exec(text);
  if (day?.groups?.day !== undefined) {
    at = parseDate(day.groups.day, order);
    if (at !== null) text = text.replace(day[0], '');
  }
  const box = BOX.exec(text);
  if (box !== null) {
    status = STATUS_OF_BOX.get(box.groups?.box ?? box.groups?.sign ?? '') ?? 'finished';
    text = text.slice(box[0].length);
  }
  const struck = STRUCK.exec(text)?.groups?.words;
  if (struck !== undefined) {
    status = status === null || status === 'wanted' ? 'finished' : status;
    text = struck;
  }
  text = withoutMarkdown(text);
  const label = hasLabels ? statusOfLabel(text) : null;
  if (label !== null) {
    status = label;
    text = text.replace(LABEL, '$<lead>');
  }
  for (const place of [GROUP_FIRST, GROUP_LAST]) {
    const group = place.exec(text);
    const found = statusOfGroup(group?.groups?.words);
    if (group === null || found === 'none') continue;
    status = found;
    text = text.replace(group[0], '');
  }
  return { text: text === line.trim() ? line : text, status, at, isRating: isOnlyRating(text) };
}

/** "Rating: 8/10", "Score: 4". */
const isOnlyRating = (text: string): boolean => {
  const words = /^(\p{L}[\p{L} ]{2,20}):\s*[\d.,/★☆½ ]+$/u.exec(text)?.[1];
  return words !== undefined && isCalledRating(words.toLowerCase());
};

import { opinionReader } from '../cells/rating-words';
import { parseRating, STAR_WORD } from '../cells/ratings';

/** Ratings beside the titles of a list, in forms that only the list as a whole makes sure of. */

export interface LineOpinion {
  /** The line without its rating. */
  readonly text: string;
  /** 0..1; null: a thumb or a heart, or none. */
  readonly rating: number | null;
  /** A number without a scale, where the list says no scale. */
  readonly points?: number;
  readonly liked?: true;
  readonly disliked?: true;
  /** What is said behind the rating. */
  readonly note?: string;
}

/** "Volume 1/5" is a part of something. */
const PART = /(?:^|[\s,(])(?:v|vol|volume|part|pt|book|no|nr|teil|band|bd|tome|tomo|disc|cd|episode|#)\.?$/iu;

const opinionOf = opinionReader([]);

type Form = (line: string) => LineOpinion | null;

const MARKER = String.raw`^(?<lead>\s*(?:[-–—*+•·・]\s+|\[[ xX]?\]\s*|\(?\d{1,3}[.)]\s+)?)`;
const SCALED = String.raw`(?<value>\d{1,3}(?:[.,]\d+)?)\s*\/\s*(?<scale>5|10|20|100)`;
const BETWEEN = String.raw`(?:\s*[-–—:|,]\s+|\s*[([]|\s+)`;
/** Of a mark, not of a blank alone: "Plan B", "Vitamin C". */
const PARTED = String.raw`(?:\s+[-–—|]\s+|\s*[:|]\s+|\s*[([])`;

const form = (
  pattern: RegExp,
  read: (groups: Readonly<Record<string, string>>) => Partial<LineOpinion> | null,
): Form => {
  return (line) => {
    const { groups = {} } = pattern.exec(line) ?? {};
    const title = groups.title?.trim() ?? '';
    if (!/[\p{L}\p{N}]/u.test(title) || PART.test(title)) return null;
    const said = read(groups);
    // A year goes where the line is read for it, behind the title.
    const year = groups.year ?? groups.plain;
    const text = `${groups.lead ?? ''}${title}${year === undefined ? '' : ` (${year})`}`;
    return said === null ? null : { text, rating: null, ...said };
  };
};

const onScale = ({ value = '', scale = '' }: Readonly<Record<string, string>>): Partial<LineOpinion> | null => {
  const rating = parseRating(value, Number(scale));
  return rating === null ? null : { rating };
};
const asRating = (text: string): Partial<LineOpinion> | null => {
  const rating = parseRating(text, 5);
  return rating === null ? null : { rating };
};

/** "8/10 Kiln", "[8/10] Kiln". */
const SCALE_FIRST = form(
  new RegExp(String.raw`${MARKER}[([]?${SCALED}[)\]]?\s*(?:[-–—:|]\s*|\s)(?<title>\S.*)$`, 'u'),
  onScale,
);
/** "★★★★ Kiln". */
const STARS_FIRST = form(
  new RegExp(String.raw`${MARKER}(?<value>[★⭐✭✮][★⭐✭✮½☆\ufe0f]*)\s*[-–—:|]?\s*(?<title>[^\s★⭐✭✮½☆].*)$`, 'u'),
  ({ value = '' }) => asRating(value),
);
/** "Kiln - 4 stars". */
const STAR_WORDS = form(
  new RegExp(
    String.raw`${MARKER}(?<title>\S.*?)${BETWEEN}(?<value>\d(?:[.,]\d{1,2})?)\s*(?:${STAR_WORD}|[★⭐]\ufe0f?)[)\]]?$`,
    'iu',
  ),
  ({ value = '' }) => asRating(value),
);
/** "Kiln 85%". */
const PERCENT = form(
  new RegExp(String.raw`${MARKER}(?<title>\S.*?)${BETWEEN}(?<value>\d{1,3})\s?%[)\]]?$`, 'u'),
  ({ value = '' }) => asRating(`${value}%`),
);
/** "Kiln 9/10 - great ending". */
const WITH_NOTE = form(
  new RegExp(String.raw`${MARKER}(?<title>\S.*?)${BETWEEN}${SCALED}[)\]]?\s*[-–—:;,.]\s+(?<note>\S.*)$`, 'u'),
  (groups) => {
    const said = onScale(groups);
    return said === null ? null : { ...said, note: groups.note ?? '' };
  },
);
/** "Kiln ★★★★ - lovely". */
const STARS_WITH_NOTE = form(
  new RegExp(String.raw`${MARKER}(?<title>\S.*?)\s*(?<value>[★⭐✭✮][★⭐✭✮½☆\ufe0f]*)\s*[-–—:;,]\s+(?<note>\S.*)$`, 'u'),
  ({ value = '', note = '' }) => {
    const said = asRating(value);
    return said === null ? null : { ...said, note };
  },
);
const YEAR = String.raw`(?<year>(?:18|19|20)\d{2})`;
/** "Kiln 8/10 (2018)". */
const SCALE_THEN_YEAR: Form = form(
  new RegExp(String.raw`${MARKER}(?<title>\S.*?)${BETWEEN}${SCALED}[)\]]?,?\s*[([]${YEAR}[)\]]$`, 'u'),
  onScale,
);
/** "2018 - Kiln", "(2018) Kiln". */
const YEAR_FIRST: Form = form(
  new RegExp(
    String.raw`${MARKER}(?:[([]${YEAR}[)\]]\s*[-–—:|]?|(?<=^\s*(?:[-–—*+•]\s+)?)(?<plain>(?:18|19|20)\d{2})\s*[-–—:|])\s+(?<title>\S.*)$`,
    'u',
  ),
  () => ({}),
);
/** "Kiln: A-", "Kiln - loved it". */
const IN_WORDS: Form = form(
  new RegExp(String.raw`${MARKER}(?<title>\S.*?)${PARTED}(?<value>[^)\]|]{1,30}?)[)\]]?$`, 'u'),
  ({ value = '' }) => opinionOf(value),
);
/** "Kiln 👍", "Kiln ❤️". */
const SIGN_LAST = form(
  new RegExp(
    String.raw`${MARKER}(?<title>\S.*?)\s+(?:[:–-]\s+)?(?<value>(?:👍|👎|❤|♥|💔)[👍👎❤♥\u{1f3fb}-\u{1f3ff}\ufe0f\s]*)$`,
    'u',
  ),
  ({ value = '' }) => (/👎|💔/u.test(value) ? { disliked: true } : { liked: true }),
);
/** "Kiln (8)", "Kiln - 7", "Kiln: 9". */
const NUMBER_LAST = form(
  new RegExp(String.raw`${MARKER}(?<title>\S.*?)${PARTED}(?<value>\d{1,2}(?:[.,]\d)?)[)\]]?$`, 'u'),
  ({ value = '' }) => {
    const points = Number(value.replace(',', '.'));
    return points > 0 && points <= 10 ? { points } : null;
  },
);

/** How many lines of a list must have a form, and which share of them: what a few lines have may be of their titles. */
const FORMS: readonly { readonly of: Form; readonly least: number; readonly share: number }[] = [
  { of: WITH_NOTE, least: 2, share: 0.1 },
  { of: STARS_WITH_NOTE, least: 1, share: 0 },
  { of: SCALE_THEN_YEAR, least: 1, share: 0 },
  { of: YEAR_FIRST, least: 2, share: 0.6 },
  { of: SCALE_FIRST, least: 2, share: 0.2 },
  { of: STARS_FIRST, least: 1, share: 0.1 },
  { of: STAR_WORDS, least: 1, share: 0 },
  { of: SIGN_LAST, least: 1, share: 0 },
  { of: PERCENT, least: 2, share: 0.2 },
  { of: IN_WORDS, least: 2, share: 0.3 },
  { of: NUMBER_LAST, least: 2, share: 0.6 },
];

/** @param lines of a list, without headings @returns the line's rating and its rest, where it has one */
export function opinionsBeside(lines: readonly string[]): (line: string) => LineOpinion | null {
  const forms = FORMS.filter(({ of, least, share }) => {
    const fitting = lines.filter((line) => of(line) !== null).length;
    return fitting >= least && fitting >= lines.length * share;
  });
  return (line) => {
    for (const { of } of forms) {
      const found = of(line);
      if (found !== null) return found;
    }
    return null;
  };
}

import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import type { Variant } from './pack';
import { figure } from './tables';

type Named = Pick<LibraryItem, 'title' | 'creators' | 'year'>;

export interface RankedLine {
  readonly rank: number;
  readonly item: Named | undefined;
  readonly score: number;
  /** Whether it is relevant. */
  readonly wanted: boolean;
}

/** One case as it is shown. */
export interface Example {
  readonly pack: string;
  readonly variant: Variant;
  readonly id: string;
  readonly metric: string;
  readonly value: number;
  /** Earlier events that are not in `history`. */
  readonly left: number;
  readonly history: readonly { readonly item: Named | undefined; readonly rating: number | null }[];
  readonly candidates: number;
  readonly top: readonly RankedLine[];
  /** In the order they were ranked. */
  readonly truth: readonly RankedLine[];
}

const QUESTIONS: Readonly<Record<Variant, string>> = {
  next: 'What will this person like next, of everything?',
  share: "Which of the curator's favourites will this friend come to like?",
  'share-rated': 'Of what this friend rated later, what did they like?',
};
const RULE = '─'.repeat(80);
/** Of many relevant items, the best and the worst ranked are shown. */
const MAX_TRUTHS = 6;
const WIDTH = 68;

export function exampleText(good: readonly Example[], bad: readonly Example[]): string {
  const part = (title: string, examples: readonly Example[]): readonly string[] => [
    title,
    ...examples.map((one, index) => `${RULE}\n${index + 1}. ${caseText(one)}`),
  ];
  return [
    ...part('WHAT IT GOT RIGHT', good),
    '',
    ...part('WHAT IT GOT WRONG', bad),
    RULE,
    '● marks what was to be found; ratings run from 0 to 1, · means not rated.',
  ].join('\n');
}

function caseText({ pack, variant, id, metric, value, left, history, candidates, top, truth }: Example): string {
  const known =
    history.length + left === 1
      ? 'one thing known'
      : `${history.length + left} things known, oldest first${left === 0 ? '' : ` (${left} earlier ones left out)`}`;
  const found = shortened(truth);
  return [
    `${pack}, ${variant}, case ${id}: ${metric.toUpperCase()} ${figure(value)}`,
    `   ${QUESTIONS[variant]}`,
    `   ${known}:`,
    ...history.map(
      ({ item, rating }) => `      ${(rating === null ? '·' : rating.toFixed(2)).padStart(4)}  ${nameOf(item)}`,
    ),
    `   The top five of ${candidates.toLocaleString('en')} candidates:`,
    ...top.map(
      ({ rank, item, score, wanted }) =>
        `   ${wanted ? '●' : ' '} ${String(rank).padStart(3)}. ${nameOf(item).padEnd(WIDTH)} ${score.toFixed(2).padStart(6)}`,
    ),
    `   To be found (${truth.length}${truth.length === found.length ? '' : `, ${found.length} shown`}):`,
    ...found.map(
      ({ rank, item, score }) =>
        `     ${String(rank).padStart(5)}. ${nameOf(item).padEnd(WIDTH - 2)} ${score.toFixed(2).padStart(6)}`,
    ),
  ].join('\n');
}

/** All, or the first and last of many. */
function shortened(truth: readonly RankedLine[]): readonly RankedLine[] {
  return truth.length <= MAX_TRUTHS ? truth : [...truth.slice(0, MAX_TRUTHS / 2), ...truth.slice(-MAX_TRUTHS / 2)];
}

function nameOf(item: Named | undefined): string {
  if (item === undefined) return '(not in the pack)';
  const [creator] = item.creators;
  const full = `${item.title}${creator === undefined ? '' : `, ${creator}`}${item.year === null ? '' : ` (${String(item.year)})`}`;
  return full.length <= WIDTH ? full : `${full.slice(0, WIDTH - 1)}…`;
}

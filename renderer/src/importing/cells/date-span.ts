import { parseDate } from './cell-dates';

const BETWEEN = /\s*[→—–]\s*|\s+(?:-|to|bis|au|al)\s+/u;

/** Of "5 March 2023 → 20 March 2023" the day that a field asks for: where somebody ended, or else where it began. */
export function dayOfSpan(cell: string, isEnd: boolean): string {
  const [first = '', last, more] = cell.split(BETWEEN);
  if (last === undefined || more !== undefined || parseDate(first) === null || parseDate(last) === null) return cell;
  return isEnd ? last : first;
}

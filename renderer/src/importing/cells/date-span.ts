import { parseDate, type DateOrder } from './cell-dates';

const ORDERS: readonly (DateOrder | null)[] = [null, 'day-first', 'year-first'];
const isDay = (text: string): boolean => ORDERS.some((order) => parseDate(text, order) !== null);

const BETWEEN =
  /\s*[→—–]\s*|\s+(?:-|to|bis|au|al|til|till|до|по|~)\s+|\.\.+|(?<=\d{4}[/.]\d{1,2}[/.]\d{1,2})-(?=\d{4})|\s*~\s*|(?<=\d{4}-\d{2}-\d{2})\/(?=\d{4})/u;
const BEFORE = /^(?:from|von|vom|du|de|dal|с)\s+/iu;

/** Of "5 March 2023 → 20 March 2023" the day that a field asks for: where somebody ended, or else where it began. */
export function dayOfSpan(cell: string, isEnd: boolean): string {
  const [first = '', last, more] = cell.replace(BEFORE, '').split(BETWEEN);
  if (last === undefined || more !== undefined || !isDay(first) || !isDay(last)) return cell;
  return isEnd ? last : first;
}

const NEXT = [/\s*[;|\n]\s*/u, /\s*,\s*/u, /\s+(?:and|und|et|y|e|&)\s+/u];

/** The days of a cell with several, such as of what was read twice: "2019-05-01, 2021-03-04"; one alone as it is. */
export function daysOfCell(cell: string): readonly string[] {
  if (isDay(cell)) return [cell];
  for (const mark of NEXT) {
    const days = cell.split(mark).filter((day) => day !== '');
    // "March 4, 2021" is one.
    if (days.length > 1 && days.every((day) => day.length > 5 && isDay(dayOfSpan(day, true)))) return days;
  }
  return [cell];
}

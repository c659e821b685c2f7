import { isPointed, parseDate, type DateOrder } from './cell-dates';

const ORDERS: readonly DateOrder[] = ['month-first', 'day-first', 'year-first'];
const ORDERS_WITH_POINTS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

/**
 * Which number of 03/04/20 is the day in a file that goes from the newest day to the oldest, or the other way: the
 * order by which the most cells are days and the fewest of them are out of turn. Where nothing tells, points are
 * day first for sure, and anything else month first.
 */
export function orderOfSequence(cells: readonly string[]): { readonly order: DateOrder; readonly isSure: boolean } {
  const hasPoints = cells.some(isPointed);
  const tried = (hasPoints ? ORDERS_WITH_POINTS : ORDERS)
    .map((order) => {
      let [unread, falls, rises, before] = [0, 0, 0, null as number | null];
      for (const cell of cells) {
        const at = parseDate(cell, order);
        if (at === null) {
          unread += cell.trim() === '' ? 0 : 1;
          continue;
        }
        if (before !== null && at < before) falls += 1;
        if (before !== null && at > before) rises += 1;
        before = at;
      }
      return { order, cost: unread * 1000 + Math.min(falls, rises) };
    })
    .sort((left, right) => left.cost - right.cost);
  const [best, second] = tried;
  return { order: best?.order ?? 'month-first', isSure: hasPoints || best?.cost !== second?.cost };
}

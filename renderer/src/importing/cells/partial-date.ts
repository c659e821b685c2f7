import { parseDate } from './cell-dates';

/**
 * Epoch milliseconds of a day of which the month or the day may be unknown and then is 00: "2021-05-00" is the first of
 * May, "2021-00-00" the first of January, "0000-00-00" none.
 */
export function partialDate(cell: string): number | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(cell.trim());
  if (match === null) return parseDate(cell);
  const [, year = '', month = '', day = ''] = match;
  if (year === '0000') return null;
  return parseDate(`${year}-${month === '00' ? '01' : month}-${day === '00' || month === '00' ? '01' : day}`);
}

import { afterEach, expect, it, vi } from 'vitest';

const home = process.env['TZ'];
afterEach(() => {
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

/** The functions as they are for somebody who lives there. */
async function livingIn(zone: string) {
  process.env['TZ'] = zone;
  vi.resetModules();
  const { formatDate } = await import('../../../renderer/src/ui/format');
  const { dateInField, dateFromField } = await import('../../../renderer/src/ui/date-field');
  return { formatDate, dateInField, dateFromField };
}

it.each([
  'Pacific/Kiritimati',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Niue',
])('a date without a time is that day in %s, leap days and changed clocks too', async (zone) => {
  const { formatDate, dateInField, dateFromField } = await livingIn(zone);
  for (const day of ['2021-03-20', '2024-02-29', '2021-10-31', '2000-01-01', '1969-12-31']) {
    const at = dateFromField(day) ?? Number.NaN;
    expect(dateInField(at)).toBe(day);
    expect(formatDate(at)).toMatch(new RegExp(`\\b${String(Number(day.slice(-2)))}\\b`, 'u'));
  }
});

it('a moment is the day it was here', async () => {
  // Half past eleven in the evening in New York, the next day in Greenwich.
  const at = Date.UTC(2021, 2, 21, 3, 30);
  const { formatDate, dateInField } = await livingIn('America/New_York');
  expect(dateInField(at)).toBe('2021-03-20');
  expect(formatDate(at)).toMatch(/\b20\b/u);
});

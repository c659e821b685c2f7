import { describe, expect, it } from 'vitest';
import { snapshotFacts, snapshotName } from '../../../../electron/host/snapshots/snapshot-name';
import { thinSnapshots } from '../../../../electron/host/snapshots/thin-snapshots';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Snapshots at these times; later ones have higher numbers, whatever their order here. */
function kept(times: readonly (string | number)[], now: string): readonly string[] {
  const snapshots = times
    .map((time) => (typeof time === 'string' ? Date.parse(time) : time))
    .map((writtenAt) => ({ name: new Date(writtenAt).toISOString().slice(0, 16), writtenAt, sequence: writtenAt }));
  const dropped = new Set(thinSnapshots(snapshots, Date.parse(now)));
  return snapshots.map(({ name }) => name).filter((name) => !dropped.has(name));
}

/** One every `step`, the last one at `last`. */
const every = (step: number, count: number, last: string): readonly number[] =>
  Array.from({ length: count }, (_, index) => Date.parse(last) - (count - 1 - index) * step);

describe('thinSnapshots', () => {
  it('keeps everything of today and yesterday', () => {
    const times = every(HOUR, 48, '2026-11-30T23:00Z');
    expect(kept(times, '2026-11-30T23:30Z')).toHaveLength(48);
  });

  it('keeps the last one of each of the twelve days before', () => {
    const times = every(12 * HOUR, 28, '2026-11-30T18:00Z');
    expect(kept(times, '2026-11-30T19:00Z')).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `2026-11-${String(17 + index)}T18:00`),
      '2026-11-29T06:00',
      '2026-11-29T18:00',
      '2026-11-30T06:00',
      '2026-11-30T18:00',
    ]);
  });

  it('keeps two days, twelve days, ten weeks, nine months of a daily snapshot of two years, and no more', () => {
    const times = every(DAY, 730, '2026-11-30T12:00Z');
    const days = kept(times, '2026-11-30T13:00Z').map((name) => name.slice(0, 10));
    expect(days).toHaveLength(2 + 12 + 10 + 9);
    expect(days.slice(-14)[0]).toBe('2026-11-17');
    // Sundays, the last days of their weeks.
    expect(days.slice(9, 19)).toEqual(
      every(7 * DAY, 10, '2026-11-15T12:00Z').map((at) => new Date(at).toISOString().slice(0, 10)),
    );
  });

  it.each([
    ['a leap day is a day', ['2028-02-28T12:00Z', '2028-02-29T12:00Z', '2028-03-01T12:00Z'], '2028-03-05T12:00Z', 3],
    [
      'two of a leap day are one',
      ['2028-02-29T08:00Z', '2028-02-29T12:00Z', '2028-03-01T12:00Z'],
      '2028-03-05T12:00Z',
      2,
    ],
    ['days are those of UTC: 23:59 and 00:01', ['2026-10-01T23:59Z', '2026-10-02T00:01Z'], '2026-11-30T12:00Z', 2],
    [
      '… whatever offset they were written with',
      ['2026-10-01T20:00-03:00', '2026-10-02T03:00+03:00'],
      '2026-11-30T12:00Z',
      2,
    ],
    [
      'the night the clocks go back has one day',
      ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:30Z'],
      '2026-11-30T12:00Z',
      1,
    ],
    [
      'a pause of years drops nothing',
      ['2019-01-01T12:00Z', '2021-06-01T12:00Z', '2026-11-30T11:00Z'],
      '2026-11-30T12:00Z',
      3,
    ],
    ['the newest stays however old it is', ['2019-01-01T12:00Z'], '2026-11-30T12:00Z', 1],
    [
      'a clock set back: what is dated later is kept',
      ['2027-03-01T10:00Z', '2027-03-01T11:00Z', '2026-11-30T11:00Z'],
      '2026-11-30T12:00Z',
      3,
    ],
    ['none is none', [], '2026-11-30T12:00Z', 0],
  ])('%s', (_what, times, now, count) => {
    expect(kept(times, now)).toHaveLength(count);
  });

  it('keeps the one with the highest number, though the clock dates it earlier than others', () => {
    const snapshots = [
      { name: 'made last', writtenAt: Date.parse('2026-11-01T08:00Z'), sequence: 9 },
      { name: 'made before', writtenAt: Date.parse('2026-11-01T20:00Z'), sequence: 8 },
    ];
    expect(thinSnapshots(snapshots, Date.parse('2026-11-30T12:00Z'))).toEqual([]);
  });

  it('is stable: thinning twice drops nothing more', () => {
    const now = Date.parse('2026-11-30T12:00Z');
    const snapshots = every(5 * HOUR, 3_000, '2026-11-30T11:00Z').map((writtenAt, sequence) => ({
      name: String(writtenAt),
      writtenAt,
      sequence,
    }));
    const dropped = new Set(thinSnapshots(snapshots, now));
    expect(
      thinSnapshots(
        snapshots.filter(({ name }) => !dropped.has(name)),
        now,
      ),
    ).toEqual([]);
  });
});

describe('the name of a snapshot', () => {
  it('says when, after which record, and why', () => {
    const facts = { writtenAt: Date.parse('2026-11-30T14:05:33.123Z'), sequence: 7, reason: 'before-import' };
    const name = 'handpicked-2026-11-30T14-05-33-123Z-7-before-import.handpicked';
    expect(snapshotName(facts)).toBe(name);
    expect(snapshotFacts(name)).toEqual(facts);
  });

  it.each([
    'handpicked-2026-02-30T14-05-33-123Z-7-test.handpicked',
    'handpicked-2026-11-30T14-05-33-123Z-7-Test.handpicked',
    'handpicked-2026-11-30T14-05-33-123Z-7-.handpicked',
    'handpicked-2026-11-30T14-05-33-123Z-7-test.handpicked.tmp',
    'my library.handpicked',
    '../handpicked-2026-11-30T14-05-33-123Z-7-test.handpicked',
  ])('does not take %j for its own', (name) => {
    expect(snapshotFacts(name)).toBeNull();
  });
});

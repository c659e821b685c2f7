import { describe, expect, it } from 'vitest';
import {
  BACKTEST_METHODS,
  type Backtest,
  type BacktestMethod,
  type MeasuredMean,
} from '../../../../renderer/src/domain/backtest';
import { backtestFinding, hasRange, MIN_PREDICTIONS } from '../../../../renderer/src/features/trust/backtest-finding';

const NOTHING: MeasuredMean = { value: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };
const mean = (value: number, low: number, high: number, n = 12): MeasuredMean => ({ value, low, high, n });

function backtest(auc: Partial<Record<BacktestMethod, MeasuredMean>>, more: Partial<Backtest> = {}): Backtest {
  const all = Object.fromEntries(BACKTEST_METHODS.map((method) => [method, auc[method] ?? NOTHING])) as Record<
    BacktestMethod,
    MeasuredMean
  >;
  return { predicted: 240, people: 4, auc: all, calibration: [], calibrationError: 0.03, ...more };
}

describe('backtestFinding', () => {
  it('says the finding first, in figures of 100', () => {
    const { lead, claimed } = backtestFinding(
      backtest({ handpicked: mean(0.712, 0.66, 0.76), 'average-rating': mean(0.655, 0.6, 0.7) }),
    );
    expect(lead).toBe(
      'Of two things, one liked and one not, Handpicked put the liked one first in 71 of 100 cases; average ratings alone 66, chance 50.',
    );
    expect(claimed).toBe(true);
  });

  it.each([
    [
      'better, where the ranges lie apart',
      mean(0.8, 0.75, 0.85),
      mean(0.65, 0.6, 0.7),
      'clearly better than average ratings',
    ],
    [
      'worse, where they lie apart the other way',
      mean(0.6, 0.55, 0.64),
      mean(0.7, 0.65, 0.75),
      'average ratings alone did clearly better',
    ],
    ['no difference, where they overlap', mean(0.7, 0.6, 0.8), mean(0.65, 0.55, 0.75), 'no clear difference'],
    ['no difference, where they touch', mean(0.7, 0.65, 0.75), mean(0.6, 0.55, 0.65), 'no clear difference'],
    ['no difference from a handful of cases', mean(0.8, 0.75, 0.85, 2), mean(0.65, 0.6, 0.7, 2), 'no clear difference'],
    ['no difference where a range has no width', mean(0.9, 0.9, 0.9), mean(0.65, 0.6, 0.7), 'no clear difference'],
  ])('says %s', (_, handpicked, average, words) => {
    expect(backtestFinding(backtest({ handpicked, 'average-rating': average })).meaning).toContain(words);
  });

  it('tells chance apart from what is better than it', () => {
    const average = mean(0.6, 0.4, 0.8);
    expect(
      backtestFinding(backtest({ handpicked: mean(0.7, 0.55, 0.8), 'average-rating': average })).meaning,
    ).toContain('It is clearly better than chance.');
    expect(
      backtestFinding(backtest({ handpicked: mean(0.6, 0.45, 0.8), 'average-rating': average })).meaning,
    ).toContain('Against chance it is not clearly better yet.');
  });

  it('leaves average ratings out where there are none', () => {
    const { lead, meaning } = backtestFinding(backtest({ handpicked: mean(0.7, 0.6, 0.8) }));
    expect(lead).not.toContain('average ratings');
    expect(lead).not.toContain('NaN');
    expect(meaning).toBe('It is clearly better than chance. From 240 opinions of 4 people.');
  });

  it.each([
    [0, 'No opinion could be predicted yet'],
    [1, 'Only 1 opinion could be predicted so far'],
    [MIN_PREDICTIONS - 1, 'About 1 more are needed.'],
  ])('claims nothing from %i opinions, and says how many are needed', (predicted, words) => {
    const { lead, claimed } = backtestFinding(backtest({ handpicked: mean(1, 1, 1, 1) }, { predicted }));
    expect(claimed).toBe(false);
    expect(lead).toContain(words);
  });

  it('claims nothing where nobody has both hits and misses', () => {
    const { lead, claimed } = backtestFinding(backtest({}, { predicted: 60 }));
    expect(claimed).toBe(false);
    expect(lead).toMatch(/^Nothing to tell apart yet\. 60 opinions/);
  });
});

describe('hasRange', () => {
  it('knows no range without width or without numbers', () => {
    expect(hasRange({ low: 0.4, high: 0.6 })).toBe(true);
    expect(hasRange({ low: 0.6, high: 0.6 })).toBe(false);
    expect(hasRange(NOTHING)).toBe(false);
    expect(hasRange({ low: 0, high: Infinity })).toBe(false);
  });
});

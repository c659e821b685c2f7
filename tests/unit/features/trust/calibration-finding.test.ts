import { describe, expect, it } from 'vitest';
import type { ReliabilityRow } from '../../../../renderer/src/domain/backtest';
import {
  calibrationFinding as findingOf,
  exampleRow,
} from '../../../../renderer/src/features/trust/calibration-finding';
import type { Finding } from '../../../../renderer/src/features/trust/backtest-finding';
import { backtestWith, comparison } from '../../../fixtures/backtest';

const row = (low: number, n: number, liked: number): ReliabilityRow => ({
  low,
  high: low + 0.1,
  n,
  meanChance: low + 0.04,
  share: n === 0 ? Number.NaN : liked / n,
});

const calibrationFinding = ({
  predicted,
  ...more
}: {
  readonly predicted: number;
  readonly calibration: readonly ReliabilityRow[];
  readonly calibrationError: number;
}): Finding => findingOf(backtestWith(comparison({}, { predicted }), more));

describe('exampleRow', () => {
  it('takes the row of 80 % where enough is known of it, else the fullest', () => {
    const rows = [row(0.5, 60, 30), row(0.8, 12, 10), row(0, 0, 0)];
    expect(exampleRow(rows)?.low).toBe(0.8);
    expect(exampleRow([row(0.5, 60, 30), row(0.8, 9, 8)])?.low).toBe(0.5);
    expect(exampleRow([row(0, 0, 0)])).toBeUndefined();
    expect(exampleRow([])).toBeUndefined();
  });
});

describe('calibrationFinding', () => {
  it('answers in counts', () => {
    const { lead, claimed } = calibrationFinding({
      predicted: 100,
      calibration: [row(0.8, 31, 25)],
      calibrationError: 0.04,
    });
    expect(lead).toBe('31 things had a chance of about 84%; 25 of them were liked.');
    expect(claimed).toBe(true);
  });

  it('speaks of one, of all and of none', () => {
    const lead = (n: number, liked: number): string =>
      calibrationFinding({ predicted: 100, calibration: [row(0.8, n, liked)], calibrationError: 0.04 }).lead;
    expect(lead(31, 1)).toContain('1 of them was liked.');
    expect(lead(31, 31)).toContain('all of them were liked.');
    expect(lead(31, 0)).toContain('0 of them were liked.');
  });

  it.each([
    [0, 'less than one percentage point: it can be taken at its word'],
    [0.014, '1 percentage point: it can be taken at its word'],
    [0.05, '5 percentage points: it can be taken at its word'],
    [0.08, '8 percentage points: roughly right'],
    [0.21, '21 percentage points: take its percentages with a pinch of salt'],
  ])('puts an error of %d into words', (calibrationError, words) => {
    expect(calibrationFinding({ predicted: 500, calibration: [row(0.8, 31, 25)], calibrationError }).meaning).toContain(
      words,
    );
  });

  it('warns of luck where opinions are few', () => {
    const meaning = (predicted: number): string =>
      calibrationFinding({ predicted, calibration: [row(0.8, 31, 25)], calibrationError: 0.08 }).meaning;
    expect(meaning(60)).toContain('a good part of that is luck');
    expect(meaning(600)).not.toContain('luck');
  });

  it('claims nothing of too few, and of nothing', () => {
    for (const predicted of [0, 7]) {
      const finding = calibrationFinding({
        predicted,
        calibration: [row(0.8, predicted, predicted)],
        calibrationError: predicted === 0 ? Number.NaN : 0.16,
      });
      expect(finding.claimed).toBe(false);
      expect(`${finding.lead}${finding.meaning}`).not.toContain('NaN');
    }
    expect(calibrationFinding({ predicted: 7, calibration: [], calibrationError: 0 }).lead).toContain('about 13 more');
    expect(calibrationFinding({ predicted: 50, calibration: [], calibrationError: Number.NaN }).claimed).toBe(false);
  });
});

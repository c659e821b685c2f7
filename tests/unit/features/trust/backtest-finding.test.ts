import { describe, expect, it } from 'vitest';
import { type Comparison, MIN_PREDICTIONS, MIN_RUNS } from '../../../../renderer/src/domain/backtest';
import { OWNER_ID, personId } from '../../../../renderer/src/domain/ids';
import {
  backtestFinding,
  differenceWords,
  guideWords,
  hasRange,
} from '../../../../renderer/src/features/trust/backtest-finding';
import { backtestWith, comparison, measured, NOT_MEASURED } from '../../../fixtures/backtest';

const AUC = { handpicked: measured(0.643, 0.58, 0.7), creators: measured(0.657, 0.6, 0.71) };
const found = (more: Partial<Omit<Comparison, 'auc'>> = {}, auc: Parameters<typeof comparison>[0] = AUC): Comparison =>
  comparison(auc, { bestSimpleWay: 'creators', ...more });

describe('backtestFinding', () => {
  it('gives both figures, the name of the best simple way, and the verdict, in one go', () => {
    const { lead, meaning, claimed } = backtestFinding(backtestWith(found()));
    expect(lead).toBe(
      'Of 100 times, Handpicked puts what you like above what you don’t 64 times; the best simple way, the crowd’s average plus earlier opinions of the creators, 66 times. Too few opinions to tell which is better.',
    );
    expect(meaning).toBe('Guessing gets 50; Handpicked is clearly above that. From 240 of your opinions.');
    expect(claimed).toBe(true);
  });

  it.each([
    ['better', 'Handpicked is better.'],
    ['worse', 'The simple way is better.'],
    ['too-few', 'Too few opinions to tell which is better.'],
  ] as const)('ends on what the interval says: %s', (verdict, words) => {
    expect(backtestFinding(backtestWith(found({ verdict }))).lead.endsWith(` times. ${words}`)).toBe(true);
  });

  it.each([
    ['above it', measured(0.643, 0.51, 0.7), 'Handpicked is clearly above that.'],
    ['an interval that holds it', measured(0.643, 0.49, 0.7), 'Handpicked is not clearly above that.'],
    ['few runs', measured(0.643, 0.51, 0.7, MIN_RUNS - 1), 'Handpicked is not clearly above that.'],
    ['a range without width', measured(0.9, 0.9, 0.9), 'Handpicked is not clearly above that.'],
  ])('says what guessing gets: %s', (_, handpicked, words) => {
    expect(backtestFinding(backtestWith(found({}, { ...AUC, handpicked }))).meaning).toContain(words);
  });

  it('does not call other people’s opinions yours', () => {
    const people = [OWNER_ID, personId('mira')].map((id) => ({
      ...found(),
      personId: id,
      guide: 'handpicked' as const,
    }));
    const { lead, meaning } = backtestFinding(backtestWith(found(), { people }));
    expect(lead).toContain('puts what people like above what they don’t 64 times');
    expect(meaning).toContain('From 240 opinions of 2 people.');
  });

  it.each([
    [0, 'No opinion could be predicted yet'],
    [1, 'Only 1 opinion could be predicted so far'],
    [MIN_PREDICTIONS - 1, 'About 1 more are needed.'],
  ])('claims nothing from %i opinions, and says how many are needed', (predicted, words) => {
    const { lead, claimed } = backtestFinding(backtestWith(found({ predicted })));
    expect(claimed).toBe(false);
    expect(lead).toContain(words);
  });

  it('claims nothing where nobody has both hits and misses', () => {
    const { lead, claimed } = backtestFinding(backtestWith(comparison({}, { predicted: 60 })));
    expect(claimed).toBe(false);
    expect(lead).toMatch(/^Nothing to tell apart yet\. 60 opinions/);
  });
});

describe('differenceWords', () => {
  it.each([
    [
      0.585,
      measured(-0.07, -0.25, 0.03),
      'Handpicked is 7 of 100 below the best simple way',
      'between 25 below and 3 above',
    ],
    [
      0.705,
      measured(0.05, 0.01, 0.09),
      'Handpicked is 5 of 100 above the best simple way',
      'between 1 above and 9 above',
    ],
    [
      0.659,
      measured(0.001, -0.04, 0.04),
      'Handpicked is level with the best simple way',
      'between 4 below and 4 above',
    ],
  ])('says how far apart they are, and how surely', (ours, difference, value, range) => {
    const auc = { ...AUC, handpicked: measured(ours, 0.4, 0.8) };
    const words = differenceWords(found({ difference }, auc));
    expect(words).toContain(value);
    expect(words).toContain(range);
  });

  it('says nothing from a handful of runs', () => {
    expect(differenceWords(found({ difference: measured(0.05, 0.01, 0.09, MIN_RUNS - 1) }))).toBeNull();
    expect(differenceWords(found({ difference: NOT_MEASURED }))).toBeNull();
  });
});

describe('guideWords', () => {
  it('names those for whom a simple way is better, and nobody else', () => {
    const [mira, jonas] = [personId('mira'), personId('jonas')];
    const people = [
      { ...found(), personId: OWNER_ID, guide: 'average-rating' as const },
      { ...found(), personId: mira, guide: 'likeness' as const },
      { ...found(), personId: jonas, guide: 'handpicked' as const },
    ];
    expect(guideWords(backtestWith(found(), { people }), (id) => (id === mira ? 'Mira' : 'Jonas'))).toEqual([
      'For you the crowd’s average is the better guide so far: your picks lean on it.',
      'For Mira likeness in words is the better guide so far: picks for Mira lean on it.',
    ]);
  });
});

describe('hasRange', () => {
  it('knows no range without width or without numbers', () => {
    expect(hasRange({ low: 0.4, high: 0.6 })).toBe(true);
    expect(hasRange({ low: 0.6, high: 0.6 })).toBe(false);
    expect(hasRange(NOT_MEASURED)).toBe(false);
    expect(hasRange({ low: 0, high: Infinity })).toBe(false);
  });
});

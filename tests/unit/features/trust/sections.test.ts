import { MantineProvider } from '@mantine/core';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Backtest, BACKTEST_METHODS } from '../../../../renderer/src/domain/backtest';
import { OWNER_ID, personId } from '../../../../renderer/src/domain/ids';
import type { PolicyEstimate } from '../../../../renderer/src/domain/policy-estimate';
import { BacktestSection } from '../../../../renderer/src/features/trust/backtest-section';
import { CalibrationSection } from '../../../../renderer/src/features/trust/calibration-section';
import { PolicyDetails } from '../../../../renderer/src/features/trust/policy-details';
import { PeopleTable } from '../../../../renderer/src/features/trust/people-table';
import type { BacktestRun } from '../../../../renderer/src/features/trust/use-backtest';
import { backtestWith, comparison, measured } from '../../../fixtures/backtest';

const html = (element: ReactNode): string => renderToStaticMarkup(createElement(MantineProvider, null, element));
const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

const run = (more: Partial<BacktestRun>): BacktestRun => ({
  status: 'done',
  backtest: null,
  progress: null,
  error: null,
  stop: () => undefined,
  run: () => undefined,
  ...more,
});

const nameOf = (): string => 'Mira';

function backtest(auc: Parameters<typeof comparison>[0], predicted = 40): Backtest {
  return backtestWith(comparison(auc, { predicted, bestSimpleWay: 'likeness' }), {
    calibrationError: 0.06,
    calibration: [
      { low: 0.2, high: 0.3, n: 0, meanChance: Number.NaN, share: Number.NaN },
      { low: 0.8, high: 0.9, n: 31, meanChance: 0.84, share: 25 / 31 },
    ],
  });
}

describe('BacktestSection', () => {
  it('shows one row per method, and says of what was not measured that it is not known', () => {
    const page = html(
      createElement(BacktestSection, {
        run: run({
          backtest: backtest({ handpicked: measured(0.71, 0.64, 0.78, 9), likeness: measured(0.6, 0.5, 0.7, 9) }),
        }),
        nameOf,
      }),
    );
    expect(count(page, /<th scope="row"/g)).toBe(BACKTEST_METHODS.length);
    expect(page).toContain('64 to 78');
    expect(page).toContain('50 to 70');
    expect(count(page, /not known/g)).toBe(BACKTEST_METHODS.length - 2);
    expect(page).not.toMatch(/NaN|undefined/);
  });

  it('has no table where nothing is claimed, a way to stop while it runs, and one to run again', () => {
    expect(html(createElement(BacktestSection, { run: run({ backtest: backtest({}, 3) }), nameOf }))).not.toContain(
      '<table',
    );
    const running = html(createElement(BacktestSection, { run: run({ status: 'running', progress: 0.4 }), nameOf }));
    expect(running).toContain('aria-busy="true"');
    expect(running).toContain('Stop');
    expect(running).toMatch(/role="progressbar"[^>]*aria-valuenow="40"|aria-valuenow="40"[^>]*role="progressbar"/);
    expect(html(createElement(BacktestSection, { run: run({ status: 'stopped' }), nameOf }))).toContain('Run the test');
    expect(html(createElement(BacktestSection, { run: run({ status: 'failed' }), nameOf }))).toContain('Try again');
  });
});

describe('PeopleTable', () => {
  const row = (
    id: string,
    predicted: number,
    guide: 'handpicked' | 'likeness',
    verdict: 'better' | 'worse' | 'too-few',
  ) => ({
    ...comparison({ handpicked: measured(0.7, 0.6, 0.8), likeness: measured(0.62, 0.5, 0.7) }, { predicted, verdict }),
    bestSimpleWay: 'likeness' as const,
    personId: personId(id),
    guide,
  });

  it('says for each person with enough opinions which is the better guide', () => {
    const page = html(
      createElement(PeopleTable, {
        people: [
          row(OWNER_ID, 200, 'handpicked', 'better'),
          row('mira', 60, 'likeness', 'worse'),
          row('jonas', 30, 'handpicked', 'too-few'),
          row('ida', 19, 'handpicked', 'too-few'),
        ],
        nameOf: (id) => `Name of ${id}`,
      }),
    );
    expect(count(page, /<th scope="row"/g)).toBe(3);
    expect(page).toMatch(/Name of owner.*>70<.*Likeness in words: 62.*<td>Handpicked<\/td>/);
    expect(page).toMatch(/Name of mira.*<td>Likeness in words<\/td>/);
    expect(page).toMatch(/Name of jonas.*<td>too few opinions to tell<\/td>/);
    expect(page).not.toContain('Name of ida');
    expect(page).toContain('Nothing is said of people with fewer than 20 opinions.');
  });

  it('is not there for one person alone', () => {
    expect(html(createElement(PeopleTable, { people: [row('mira', 60, 'likeness', 'worse')], nameOf }))).not.toContain(
      'Person by person',
    );
  });
});

describe('CalibrationSection', () => {
  it('draws one dot per row of its table and leaves out empty ones', () => {
    const page = html(createElement(CalibrationSection, { run: run({ backtest: backtest({}) }) }));
    expect(count(page, /<circle/g)).toBe(1);
    expect(count(page, /<th scope="row"/g)).toBe(1);
    expect(page).toContain('25 of 31');
    expect(page).not.toMatch(/NaN|undefined/);
  });

  it('claims nothing before the test is through', () => {
    expect(html(createElement(CalibrationSection, { run: run({ status: 'running' }) }))).not.toContain('<table');
  });
});

describe('PolicyDetails', () => {
  it('gives three estimates with ranges, and none where too little is known', () => {
    const value = { value: 1.08, low: 0.2, high: 1.4 };
    const estimate = (policy: PolicyEstimate['policy'], tooLittle: boolean): PolicyEstimate => ({
      policy,
      inversePropensity: value,
      selfNormalised: value,
      doublyRobust: value,
      n: 50,
      effectiveSampleSize: tooLittle ? Number.NaN : 34.9,
      tooLittle,
    });
    const page = html(
      createElement(PolicyDetails, { estimates: [estimate('thompson', false), estimate('greedy', true)] }),
    );
    expect(count(page, /108%/g)).toBe(3);
    expect(count(page, /too little to say/g)).toBe(3);
    expect(page).toContain('>34<');
    expect(page).not.toContain('NaN');
  });
});

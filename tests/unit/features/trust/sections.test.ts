import { MantineProvider } from '@mantine/core';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  type Backtest,
  BACKTEST_METHODS,
  type BacktestMethod,
  type MeasuredMean,
} from '../../../../renderer/src/domain/backtest';
import type { PolicyEstimate } from '../../../../renderer/src/domain/policy-estimate';
import { BacktestSection } from '../../../../renderer/src/features/trust/backtest-section';
import { CalibrationSection } from '../../../../renderer/src/features/trust/calibration-section';
import { PolicyDetails } from '../../../../renderer/src/features/trust/policy-details';
import type { BacktestRun } from '../../../../renderer/src/features/trust/use-backtest';

const html = (element: ReactNode): string => renderToStaticMarkup(createElement(MantineProvider, null, element));
const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

const NOTHING: MeasuredMean = { value: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };
const run = (more: Partial<BacktestRun>): BacktestRun => ({
  status: 'done',
  backtest: null,
  progress: null,
  error: null,
  stop: () => undefined,
  run: () => undefined,
  ...more,
});

function backtest(auc: Partial<Record<BacktestMethod, MeasuredMean>>, more: Partial<Backtest> = {}): Backtest {
  const all = Object.fromEntries(BACKTEST_METHODS.map((method) => [method, auc[method] ?? NOTHING])) as Record<
    BacktestMethod,
    MeasuredMean
  >;
  return {
    predicted: 40,
    people: 2,
    auc: all,
    calibrationError: 0.06,
    calibration: [
      { low: 0.2, high: 0.3, n: 0, meanChance: Number.NaN, share: Number.NaN },
      { low: 0.8, high: 0.9, n: 31, meanChance: 0.84, share: 25 / 31 },
    ],
    ...more,
  };
}

describe('BacktestSection', () => {
  it('shows one row per method, and says of what was not measured that it is not known', () => {
    const page = html(
      createElement(BacktestSection, {
        run: run({ backtest: backtest({ handpicked: { value: 0.71, low: 0.64, high: 0.78, n: 9 } }) }),
      }),
    );
    expect(count(page, /<th scope="row"/g)).toBe(BACKTEST_METHODS.length);
    expect(page).toContain('64 to 78');
    expect(count(page, /not known/g)).toBe(BACKTEST_METHODS.length - 1);
    expect(page).not.toMatch(/NaN|undefined/);
  });

  it('has no table where nothing is claimed, a way to stop while it runs, and one to run again', () => {
    expect(
      html(createElement(BacktestSection, { run: run({ backtest: backtest({}, { predicted: 3 }) }) })),
    ).not.toContain('<table');
    const running = html(createElement(BacktestSection, { run: run({ status: 'running', progress: 0.4 }) }));
    expect(running).toContain('aria-busy="true"');
    expect(running).toContain('Stop');
    expect(running).toMatch(/role="progressbar"[^>]*aria-valuenow="40"|aria-valuenow="40"[^>]*role="progressbar"/);
    expect(html(createElement(BacktestSection, { run: run({ status: 'stopped' }) }))).toContain('Run the test');
    expect(html(createElement(BacktestSection, { run: run({ status: 'failed' }) }))).toContain('Try again');
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

import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Backtest, BACKTEST_METHODS, type Comparison } from '../../domain/backtest';
import { trustText } from '../../text/trust';
import { formatNumber } from '../../ui/format';
import type { PersonId } from '../../domain/ids';
import { backtestFinding, differenceWords, guideWords, hasRange, ofHundred } from './backtest-finding';
import { axisOf } from './interval-axis';
import { type IntervalRow, IntervalTable } from './interval-table';
import { PeopleTable } from './people-table';
import { TrustSection } from './trust-section';
import type { BacktestRun } from './use-backtest';

const words = trustText.backtest;
const CHANCE = 0.5;

export interface BacktestSectionProps {
  readonly run: BacktestRun;
  readonly nameOf: (id: PersonId) => string;
}

/** How well everything known by now would have been predicted, against simpler ways. */
export function BacktestSection({ run, nameOf }: BacktestSectionProps): ReactNode {
  const { backtest, status } = run;
  const finding = backtest === null ? null : backtestFinding(backtest);
  return (
    <TrustSection
      id="trust-backtest"
      title={words.heading}
      finding={finding}
      how={words.how}
      busy={status === 'running'}
    >
      <RunState run={run} />
      {backtest === null || finding?.claimed !== true ? null : <Figures backtest={backtest} nameOf={nameOf} />}
    </TrustSection>
  );
}

function Figures({
  backtest,
  nameOf,
}: {
  readonly backtest: Backtest;
  readonly nameOf: (id: PersonId) => string;
}): ReactNode {
  const difference = differenceWords(backtest.everybody);
  return (
    <>
      {guideWords(backtest, nameOf).map((guide) => (
        <Text key={guide}>{guide}</Text>
      ))}
      <MethodTable comparison={backtest.everybody} />
      {difference === null ? null : <Text size="sm">{difference}</Text>}
      <PeopleTable people={backtest.people} nameOf={nameOf} />
    </>
  );
}

function RunState({ run: { status, backtest, progress, error, stop, run } }: { readonly run: BacktestRun }): ReactNode {
  if (status === 'running') {
    return (
      <div>
        <Group justify="space-between" mb={6}>
          <Text size="sm">{words.running}</Text>
          <Button size="compact-sm" variant="default" onClick={stop}>
            {words.stop}
          </Button>
        </Group>
        <Progress value={(progress ?? 0) * 100} size="sm" aria-label={words.progress} />
      </div>
    );
  }
  if (status === 'failed') {
    return (
      <Alert color="red" title={words.errorTitle}>
        <Text size="sm" mb="sm">
          {error?.message}
        </Text>
        <Button size="compact-sm" onClick={run}>
          {words.retry}
        </Button>
      </Alert>
    );
  }
  if (status === 'done') return null;
  return (
    <Group gap="md">
      {backtest === null ? <Text size="sm">{words.stopped}</Text> : null}
      <Button size="compact-sm" variant="default" onClick={run}>
        {words.runAgain}
      </Button>
    </Group>
  );
}

function MethodTable({ comparison: { auc } }: { readonly comparison: Comparison }): ReactNode {
  const rows = BACKTEST_METHODS.map((method): IntervalRow => {
    const measured = auc[method];
    return {
      key: method,
      ...words.methods[method],
      interval: Number.isFinite(measured.value) ? measured : null,
      value: Number.isFinite(measured.value) ? formatNumber(ofHundred(measured.value)) : trustText.noValue,
      range: hasRange(measured)
        ? trustText.range(formatNumber(ofHundred(measured.low)), formatNumber(ofHundred(measured.high)))
        : trustText.noRange,
    };
  });
  const scale = axisOf(
    BACKTEST_METHODS.map((method) => auc[method]),
    [CHANCE],
  );
  return (
    <IntervalTable
      caption={words.caption}
      columns={words.columns}
      rows={rows}
      scale={scale}
      mark={CHANCE}
      axis={words.axis(ofHundred(scale.low), ofHundred(scale.high))}
    />
  );
}

import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { trustText } from '../../text/trust';
import { Page } from '../../ui/page';
import { EngineNotice } from '../slate/engine-notice';
import { BacktestSection } from './backtest-section';
import { BasisSection } from './basis-section';
import { CalibrationSection } from './calibration-section';
import { ModelCardSection } from './model-card-section';
import { useBacktest } from './use-backtest';
import { WildcardsSection } from './wildcards-section';

/** How good the picks are, as far as that can be known here: findings first, then what they rest on. */
export function TrustPage(): ReactNode {
  const run = useBacktest();
  return (
    <Page title={trustText.title} description={trustText.intro} width="text">
      <Stack gap={48}>
        <EngineNotice />
        <BacktestSection run={run} />
        <CalibrationSection run={run} />
        <WildcardsSection />
        <BasisSection />
        <ModelCardSection />
      </Stack>
    </Page>
  );
}

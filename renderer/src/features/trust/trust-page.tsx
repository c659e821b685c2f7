import { Stack } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useAnnounce } from '../../app/context/window-state-context';
import { trustText } from '../../text/trust';
import { Page } from '../../ui/page';
import { EngineNotice } from '../slate/engine-notice';
import { backtestFinding } from './backtest-finding';
import { BacktestSection } from './backtest-section';
import { BasisSection } from './basis-section';
import { CalibrationSection } from './calibration-section';
import { ModelCardSection } from './model-card-section';
import { useBacktest } from './use-backtest';
import { useNames } from './use-names';
import { WildcardsSection } from './wildcards-section';

/** How good the picks are, as far as that can be known here: findings first, then what they rest on. */
export function TrustPage(): ReactNode {
  const announce = useAnnounce();
  const run = useBacktest();
  const nameOf = useNames();
  const lead = run.backtest === null ? undefined : backtestFinding(run.backtest).lead;
  useEffect(() => {
    if (lead !== undefined) announce(lead);
  }, [announce, lead]);
  return (
    <Page title={trustText.title} description={trustText.intro} width="text">
      <Stack gap={48}>
        <EngineNotice />
        <BacktestSection run={run} nameOf={nameOf} />
        <CalibrationSection run={run} />
        <WildcardsSection />
        <BasisSection />
        <ModelCardSection />
      </Stack>
    </Page>
  );
}

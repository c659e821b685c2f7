import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReliabilityRow } from '../../domain/backtest';
import { trustText } from '../../text/trust';
import { formatNumber, formatPercent } from '../../ui/format';
import { calibrationFinding, likedOf } from './calibration-finding';
import { ReliabilityDiagram } from './reliability-diagram';
import { TrustSection } from './trust-section';
import classes from './trust.module.css';
import type { BacktestRun } from './use-backtest';

const words = trustText.calibration;

/** Whether its chances come true as often as they say. */
export function CalibrationSection({ run: { backtest, status } }: { readonly run: BacktestRun }): ReactNode {
  const finding = backtest === null ? null : calibrationFinding(backtest);
  return (
    <TrustSection
      id="trust-calibration"
      title={words.heading}
      finding={finding}
      how={words.how}
      busy={status === 'running'}
    >
      {backtest === null ? <Text size="sm">{words.pending}</Text> : null}
      {backtest === null || finding?.claimed !== true ? null : (
        <div className={classes['beside']}>
          <ReliabilityTable rows={backtest.calibration} />
          <figure className={classes['figure']}>
            <ReliabilityDiagram rows={backtest.calibration} />
            <Text component="figcaption" size="xs" c="dimmed">
              {words.legend}
            </Text>
          </figure>
        </div>
      )}
    </TrustSection>
  );
}

function ReliabilityTable({ rows }: { readonly rows: readonly ReliabilityRow[] }): ReactNode {
  return (
    <table className={classes['table']}>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.said}</th>
          <th scope="col" className={classes['number']}>
            {words.columns.mean}
          </th>
          <th scope="col" className={classes['number']}>
            {words.columns.liked}
          </th>
          <th scope="col" className={classes['number']}>
            {words.columns.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ n }) => n > 0)
          .map((row) => (
            <tr key={row.low}>
              <th scope="row">{trustText.range(formatPercent(row.low), formatPercent(row.high))}</th>
              <td className={classes['number']}>{formatPercent(row.meanChance)}</td>
              <td className={classes['number']}>{words.likedOf(formatNumber(likedOf(row)), formatNumber(row.n))}</td>
              <td className={classes['number']}>{formatPercent(row.share)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

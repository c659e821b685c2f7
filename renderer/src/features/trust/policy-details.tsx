import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PolicyEstimate, PolicyValue } from '../../domain/policy-estimate';
import { trustText } from '../../text/trust';
import { formatNumber, formatPercent } from '../../ui/format';
import { ScrollingTable } from '../../ui/scrolling-table';
import classes from './trust.module.css';
import { isFinding } from './wildcard-finding';

const words = trustText.wildcards;
const ESTIMATORS = ['inversePropensity', 'selfNormalised', 'doublyRobust'] as const;

/** How policies that were never tried are estimated from the log, with all three estimates. */
export function PolicyDetails({ estimates }: { readonly estimates: readonly PolicyEstimate[] }): ReactNode {
  return (
    <details className={classes['details']}>
      <summary>{words.details}</summary>
      <Text size="sm">{words.example}</Text>
      <Text size="sm">{words.threeWays}</Text>
      <ScrollingTable label={words.detailsCaption}>
        <table className={classes['table']}>
          <caption>{words.detailsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              {ESTIMATORS.map((estimator) => (
                <th key={estimator} scope="col">
                  {words.estimators[estimator]}
                </th>
              ))}
              <th scope="col" className={classes['number']}>
                {words.columns.worth}
              </th>
            </tr>
          </thead>
          <tbody>
            {estimates.map((estimate) => (
              <tr key={estimate.policy}>
                <th scope="row">{words.policies[estimate.policy].name}</th>
                {ESTIMATORS.map((estimator) => (
                  <td key={estimator}>
                    {isFinding(estimate) ? <Value value={estimate[estimator]} /> : words.notEnough}
                  </td>
                ))}
                <td className={classes['number']}>
                  {Number.isFinite(estimate.effectiveSampleSize)
                    ? formatNumber(Math.floor(estimate.effectiveSampleSize))
                    : trustText.noValue}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingTable>
      <Text size="sm" c="dimmed">
        {words.independence}
      </Text>
    </details>
  );
}

function Value({ value: { value, low, high } }: { readonly value: PolicyValue }): ReactNode {
  if (!Number.isFinite(value)) return trustText.noValue;
  return (
    <>
      {formatPercent(value)}
      <span className={classes['what']}>{trustText.range(formatPercent(low), formatPercent(high))}</span>
    </>
  );
}

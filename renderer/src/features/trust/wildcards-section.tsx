import { Alert, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PolicyEstimate } from '../../domain/policy-estimate';
import { trustText } from '../../text/trust';
import { formatPercent } from '../../ui/format';
import { axisOf } from './interval-axis';
import { type IntervalRow, IntervalTable } from './interval-table';
import { PolicyDetails } from './policy-details';
import { TrustSection } from './trust-section';
import { useWildcards } from './use-wildcards';
import { isFinding, wildcardFinding } from './wildcard-finding';

const words = trustText.wildcards;

/** How the drawn picks went, and how other ways of filling their place would have gone. */
export function WildcardsSection(): ReactNode {
  const { counts, estimates, error, retry } = useWildcards();
  const pending = counts === undefined || (estimates === null && error === null);
  // Until the comparison is there the counts are shown alone: "too little" would be premature.
  const finding = counts === undefined ? null : wildcardFinding(counts, estimates ?? []);
  const shown = finding === null || estimates !== null ? finding : { ...finding, meaning: '' };
  return (
    <TrustSection
      id="trust-wildcards"
      title={words.heading}
      finding={shown}
      how={counts === undefined || counts.answered === 0 ? words.how : `${words.how} ${words.likedMeans}`}
      busy={pending}
    >
      {pending ? <Text size="sm">{counts === undefined ? words.loading : words.comparing}</Text> : null}
      {error === null ? null : (
        <Alert color="red" title={words.errorTitle}>
          <Text size="sm" mb="sm">
            {error.message}
          </Text>
          <Button size="compact-sm" onClick={retry}>
            {words.retry}
          </Button>
        </Alert>
      )}
      {estimates === null || finding?.claimed !== true ? null : <PolicyTable estimates={estimates} />}
      {estimates === null || finding?.claimed !== true ? null : <PolicyDetails estimates={estimates} />}
    </TrustSection>
  );
}

function PolicyTable({ estimates }: { readonly estimates: readonly PolicyEstimate[] }): ReactNode {
  const rows = estimates.map((estimate): IntervalRow => {
    const { policy, doublyRobust } = estimate;
    const known = isFinding(estimate);
    return {
      key: policy,
      ...words.policies[policy],
      interval: known ? doublyRobust : null,
      value: known ? formatPercent(doublyRobust.value) : trustText.noValue,
      range: known
        ? trustText.range(formatPercent(doublyRobust.low), formatPercent(doublyRobust.high))
        : words.notEnough,
    };
  });
  const scale = axisOf(estimates.filter(isFinding).map(({ doublyRobust }) => doublyRobust));
  return (
    <IntervalTable
      caption={words.caption}
      columns={words.columns}
      rows={rows}
      scale={scale}
      axis={words.axis(formatPercent(scale.low), formatPercent(scale.high))}
    />
  );
}

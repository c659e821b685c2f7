import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useEngineState } from '../../app/context/use-engine-state';
import { useLive } from '../../app/context/use-live';
import { OWNER_ID } from '../../domain/ids';
import { engineNames, settingsText, statusWords } from '../../text/settings';
import { sharesText } from '../../text/shares';
import { trustText } from '../../text/trust';
import { formatNumber, formatPercent } from '../../ui/format';
import { useProfiles } from '../slate/use-profiles';
import { FactRow } from '../../ui/fact-row';
import { BASIS_OUTCOMES, countOutcomes, countReactions } from './basis-counts';
import { TrustSection } from './trust-section';

const words = trustText.basis;

/** Counts of everything that recommendations are computed from. */
export function BasisSection(): ReactNode {
  const { shares: repository, library } = useServices();
  const { items } = useLibrary(library);
  const profiles = useProfiles();
  const shares = useLive(() => repository.all(), [repository]);
  const {
    status,
    engine,
    modelName,
    modelVersion,
    recognised: { known, total },
  } = useEngineState();
  if (profiles === undefined || shares === undefined)
    return <TrustSection id="trust-basis" title={words.heading} busy />;
  const reactions = countReactions(profiles);
  const outcomes = countOutcomes(shares);
  return (
    <TrustSection id="trust-basis" title={words.heading}>
      <dl style={{ margin: 0 }}>
        <FactRow name={words.library}>{words.things(items.length)}</FactRow>
        <FactRow name={words.recognised}>
          {total === 0
            ? trustText.noValue
            : settingsText.recognisedOf(formatNumber(known), formatNumber(total), formatPercent(known / total))}
          <Text size="xs" c="dimmed">
            {settingsText.recognisedHint}
          </Text>
        </FactRow>
        <FactRow name={words.friends}>
          {formatNumber(profiles.filter(({ personId }) => personId !== OWNER_ID).length)}
        </FactRow>
        <FactRow name={words.reactions}>
          {words.reactionsOf(formatNumber(reactions.own), formatNumber(reactions.friends))}
        </FactRow>
        <FactRow name={words.sent}>{words.things(shares.length)}</FactRow>
        <FactRow name={words.outcomes}>
          {shares.length === 0
            ? words.nothingSent
            : BASIS_OUTCOMES.map(
                (outcome) =>
                  `${outcome === 'unanswered' ? words.unanswered : sharesText.outcome[outcome]} ${formatNumber(outcomes[outcome])}`,
              ).join(' · ')}
        </FactRow>
        <FactRow name={words.engine}>{status === 'loading' ? statusWords.loading : engineNames[engine]}</FactRow>
        <FactRow name={words.model}>
          {modelName === null ? trustText.noValue : `${modelName} ${modelVersion ?? ''}`}
        </FactRow>
      </dl>
    </TrustSection>
  );
}

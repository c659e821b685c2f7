import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { toAppError } from '../../domain/errors';
import { trustText } from '../../text/trust';
import { MarkdownText } from '../../ui/markdown/markdown-text';
import { TrustSection } from './trust-section';
import classes from './trust.module.css';

const words = trustText.card;

/** The model card; read only when it is opened. */
export function ModelCardSection(): ReactNode {
  const { modelCard } = useServices();
  const [source, setSource] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = (): void => {
    setProblem(null);
    modelCard().then(setSource, (thrown: unknown) => {
      setProblem(words.error(toAppError(thrown).message));
    });
  };
  return (
    <TrustSection id="trust-card" title={words.heading} how={words.about}>
      <details
        className={classes['details']}
        onToggle={(event) => {
          if (event.currentTarget.open && source === null) read();
        }}
      >
        <summary>{words.open}</summary>
        {source === null ? (
          <Text size="sm" role={problem === null ? 'status' : 'alert'}>
            {problem ?? words.loading}
          </Text>
        ) : (
          <MarkdownText source={source} tableLabel={words.table} />
        )}
      </details>
    </TrustSection>
  );
}

import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Finding } from './backtest-finding';
import classes from './trust.module.css';

export interface TrustSectionProps {
  readonly id: string;
  readonly title: string;
  /** One sentence, then what it means; null while it is not known. */
  readonly finding?: Finding | null;
  /** How it is computed. */
  readonly how?: string;
  /** True while its figures are being computed. */
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** One question of the page: the finding in words, how it came about, then figures. */
export function TrustSection({ id, title, finding = null, how, busy = false, children }: TrustSectionProps): ReactNode {
  return (
    <section aria-labelledby={id} aria-busy={busy} className={classes['section']}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {finding === null ? null : (
        <div>
          <p className={classes['lead']}>{finding.lead}</p>
          {finding.meaning === '' ? null : <Text mt={4}>{finding.meaning}</Text>}
        </div>
      )}
      {how === undefined ? null : (
        <Text size="sm" c="dimmed">
          {how}
        </Text>
      )}
      {children}
    </section>
  );
}

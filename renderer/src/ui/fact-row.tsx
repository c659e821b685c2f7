import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './fact-row.module.css';

/** A name and its value in a definition list. */
export function FactRow({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={classes['fact']}>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}

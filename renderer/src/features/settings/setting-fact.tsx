import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './setting-fact.module.css';

/** A name and its value in a definition list. */
export function SettingFact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
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

import { Group, Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons: what to do next. */
  readonly actions?: ReactNode;
}

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ icon: Glyph, title, children, actions }: EmptyStateProps): ReactNode {
  return (
    <Stack align="center" gap="sm" py={56} px="md" ta="center">
      <Glyph size={44} stroke={1.2} color="var(--mantine-color-anchor)" aria-hidden />
      <Title order={2}>{title}</Title>
      {children === undefined ? null : (
        <Text component="div" c="dimmed" maw={460}>
          {children}
        </Text>
      )}
      {actions === undefined ? null : (
        <Group mt="xs" justify="center">
          {actions}
        </Group>
      )}
    </Stack>
  );
}

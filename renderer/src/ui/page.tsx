import { Box, Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

export interface PageProps {
  readonly title: string;
  /** One line under the title. */
  readonly description?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Text pages stay narrow (about 75 characters); tables and grids may be wide. */
  readonly width?: 'text' | 'wide';
  readonly children?: ReactNode;
}

/** A page: its one h1, its actions, its content. Also names the window. */
export function Page({ title, description, actions, width = 'wide', children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · Handpicked`;
  }, [title]);
  return (
    <Box maw={width === 'text' ? 760 : 1120} mx="auto" px={{ base: 'md', sm: 'xl' }} py="lg">
      <Group justify="space-between" align="flex-start" gap="md" mb="lg">
        <Box flex={1} miw={220}>
          <Title order={1}>{title}</Title>
          {description === undefined ? null : (
            <Text component="div" c="dimmed" mt={4}>
              {description}
            </Text>
          )}
        </Box>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}

import { Button, Stack, Text, Title } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { helpText } from '../../text/help';
import { Page } from '../../ui/page';

export function HelpPage({ onShortcuts }: { readonly onShortcuts: () => void }): ReactNode {
  return (
    <Page
      title={helpText.title}
      width="text"
      actions={
        <Button variant="default" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onShortcuts}>
          {helpText.openShortcuts}
        </Button>
      }
    >
      <Text size="lg" mb="xl">
        {helpText.intro}
      </Text>
      <Stack gap="lg">
        {helpText.sections.map((section) => (
          <section key={section.title}>
            <Title order={2} mb={4}>
              {section.title}
            </Title>
            <Text>{section.text}</Text>
          </section>
        ))}
      </Stack>
    </Page>
  );
}

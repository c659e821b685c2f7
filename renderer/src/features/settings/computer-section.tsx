import { Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { AppInfo } from '../../domain/ports/host';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import { settingsText } from '../../text/settings';
import { FactRow } from '../../ui/fact-row';

/** Version, window and where the data lives. */
export function ComputerSection(): ReactNode {
  const { host } = useServices();
  const { showError } = useToasts();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let shown = true;
    host.appInfo().then((answer) => {
      if (shown) setInfo(answer);
    }, showError);
    return () => {
      shown = false;
    };
  }, [host, showError]);
  return (
    <Stack component="section" gap="sm" aria-labelledby="settings-computer">
      <Title order={2} id="settings-computer">
        {settingsText.computer}
      </Title>
      <Text c="dimmed">{settingsText.privacy}</Text>
      {info === null ? null : (
        <dl style={{ margin: 0 }}>
          <FactRow name={settingsText.version}>{info.version}</FactRow>
          <FactRow name={settingsText.shell}>
            {settingsText.shells[info.shell]}
            {info.shellReason === null ? null : (
              <Text size="xs" c="dimmed">
                {info.shellReason}
              </Text>
            )}
          </FactRow>
          <FactRow name={settingsText.dataFolder}>{info.dataFolder ?? settingsText.noFolder}</FactRow>
        </dl>
      )}
    </Stack>
  );
}

import { Alert, Loader, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useToasts } from '../../app/context/use-toasts';
import { ownCatalogueText as words } from '../../text/own-catalogue';
import { CatalogueFacts } from './catalogue-facts';
import { CatalogueFiles } from './catalogue-files';
import { CatalogueSources } from './catalogue-sources';

/** Which catalogue answers, whether it is asked at all, and files of one's own for it. */
export function CatalogueSection(): ReactNode {
  const { catalogue, settings: repository } = useServices();
  const { showError } = useToasts();
  const { catalogue: isOn } = useSettings();
  const state = useSyncExternalStore(
    (listener) => catalogue.onCatalogueState(listener),
    () => catalogue.catalogueState(),
  );
  useEffect(() => {
    // Read for this page; where it cannot be, the state says why.
    if (isOn) catalogue.state({}).catch(() => undefined);
  }, [catalogue, isOn]);
  return (
    <Stack component="section" gap="sm" aria-labelledby="settings-catalogue">
      <Title order={2} id="settings-catalogue">
        {words.heading}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <Switch
        label={words.switch}
        description={words.switchHint}
        checked={isOn}
        onChange={(event) => {
          repository.update({ catalogue: event.currentTarget.checked }).catch(showError);
        }}
      />
      {isOn ? (
        <>
          {state.problem === null ? null : (
            <Alert color="amber" title={words.problem}>
              {state.problem}
            </Alert>
          )}
          {state.status === 'waiting' ? (
            <Group gap="xs">
              <Loader size="xs" />
              <Text size="sm" component="output">
                {words.reading}
              </Text>
            </Group>
          ) : state.status === 'unavailable' ? (
            <Alert color="amber" title={words.none}>
              {state.reason}
            </Alert>
          ) : (
            <CatalogueFacts state={state} />
          )}
          <CatalogueFiles state={state} />
        </>
      ) : (
        <Text size="sm">{words.off}</Text>
      )}
      <CatalogueSources key={state.contents} />
    </Stack>
  );
}

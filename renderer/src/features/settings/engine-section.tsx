import { Alert, Anchor, Stack, Switch, Text, Title } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useToasts } from '../../app/context/use-toasts';
import { engineNames, settingsText, statusWords } from '../../text/settings';
import { formatMilliseconds, formatNumber, formatPercent } from '../../ui/format';
import { paths } from '../../ui/paths';
import { FactRow } from '../../ui/fact-row';

/** Which engine runs the model, and why; follows the worker's state. */
export function EngineSection(): ReactNode {
  const { recommender, settings: repository } = useServices();
  const { showError } = useToasts();
  const settings = useSettings();
  const state = useSyncExternalStore(
    (listener) => recommender.onEngineState(listener),
    () => recommender.engineState(),
  );
  const time = (value: number | null): string => (value === null ? settingsText.notTimed : formatMilliseconds(value));
  const { known, total } = state.recognised;
  return (
    <Stack component="section" gap="sm" aria-labelledby="settings-engine">
      <Title order={2} id="settings-engine">
        {settingsText.model}
      </Title>
      {state.status === 'fallback' ? (
        <Alert color="amber" title={statusWords.fallback}>
          {state.reason}
        </Alert>
      ) : null}
      <dl style={{ margin: 0 }}>
        <FactRow name={settingsText.engineState}>
          {state.status === 'loading' ? statusWords.loading : engineNames[state.engine]}
        </FactRow>
        {state.status === 'fallback' ? null : <FactRow name={settingsText.engineReason}>{state.reason}</FactRow>}
        <FactRow name={settingsText.timings}>
          WebAssembly {time(state.timings.wasm)} · WebGPU {time(state.timings.webgpu)}
        </FactRow>
        <FactRow name={settingsText.modelName}>
          {state.modelName === null ? '—' : `${state.modelName} ${state.modelVersion ?? ''}`}
        </FactRow>
        <FactRow name={settingsText.recognised}>
          {total === 0
            ? '—'
            : settingsText.recognisedOf(formatNumber(known), formatNumber(total), formatPercent(known / total))}
          <Text size="xs" c="dimmed">
            {settingsText.recognisedHint}
          </Text>
        </FactRow>
      </dl>
      <Switch
        label={settingsText.allowGpu}
        description={settingsText.allowGpuHint}
        checked={settings.engine === 'auto'}
        onChange={(event) => {
          repository.update({ engine: event.currentTarget.checked ? 'auto' : 'wasm' }).catch(showError);
        }}
      />
      <Title order={3} mt="xs">
        {settingsText.terms}
      </Title>
      <Text size="sm" c="dimmed">
        {settingsText.termsText}{' '}
        <Anchor href={paths.trust} underline="always">
          {settingsText.termsLink}
        </Anchor>
      </Text>
    </Stack>
  );
}

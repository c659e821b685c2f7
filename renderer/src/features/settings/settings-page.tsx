import {
  Button,
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import type { Settings } from '../../domain/settings';
import { useSettings } from '../../app/context/settings-context';
import { useToasts } from '../../app/context/use-toasts';
import { useAction } from '../../app/context/use-action';
import { useLive } from '../../app/context/use-live';
import { settingsText } from '../../text/settings';
import { Page } from '../../ui/page';
import { useSavedText } from '../../ui/use-saved-text';
import { CatalogueSection } from './catalogue-section';
import { ComputerSection } from './computer-section';
import { EngineSection } from './engine-section';
import { KeepingSection } from './keeping-section';
import { SnapshotsSection } from './snapshots-section';
import { SaveEverything } from './save-everything';

const SCHEMES = ['auto', 'light', 'dark'] as const;
const SCALES = ['stars-5', 'halves-5', 'points-10', 'points-100'] as const;

export function SettingsPage(): ReactNode {
  const { settings: repository, sample } = useServices();
  const { showError } = useToasts();
  const settings = useSettings();
  const run = useAction();
  const sampleIsIn = useLive(() => sample.isInstalled(), [sample]);
  const update = (patch: Partial<Settings>): void => {
    repository.update(patch).catch(showError);
  };
  const ownerName = useSavedText(settings.ownerName, (typed) => {
    update({ ownerName: typed });
  });
  return (
    <Page title={settingsText.title} width="text">
      <Stack gap={36}>
        <Stack component="section" gap="md" aria-labelledby="settings-you">
          <Title order={2} id="settings-you">
            {settingsText.you}
          </Title>
          <div>
            <Input.Label component="div" display="block" mb={4} id="settings-scheme">
              {settingsText.scheme}
            </Input.Label>
            <SegmentedControl
              aria-labelledby="settings-scheme"
              value={settings.colourScheme}
              data={SCHEMES.map((value) => ({ value, label: settingsText.schemes[value] }))}
              onChange={(colourScheme) => {
                update({ colourScheme });
              }}
            />
          </div>
          <Select
            maw={320}
            label={settingsText.scale}
            description={settingsText.scaleHint}
            allowDeselect={false}
            value={settings.ratingScale}
            data={SCALES.map((value) => ({ value, label: settingsText.scales[value] }))}
            onChange={(ratingScale) => {
              if (ratingScale !== null) update({ ratingScale });
            }}
          />
          <TextInput
            maw={320}
            label={settingsText.name}
            description={settingsText.nameHint}
            value={ownerName.text}
            onChange={(event) => {
              ownerName.type(event.currentTarget.value);
            }}
            onBlur={ownerName.keep}
          />
          <NumberInput
            maw={320}
            label={settingsText.cap}
            description={settingsText.capHint}
            min={1}
            max={50}
            allowDecimal={false}
            clampBehavior="strict"
            value={settings.weeklySendCap}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1) update({ weeklySendCap: value });
            }}
          />
          <Switch
            label={settingsText.wildcards}
            description={settingsText.wildcardsHint}
            checked={settings.wildcards}
            onChange={(event) => {
              update({ wildcards: event.currentTarget.checked });
            }}
          />
        </Stack>
        <EngineSection />
        <CatalogueSection />
        <Stack component="section" gap="sm" align="flex-start" aria-labelledby="settings-sample">
          <Title order={2} id="settings-sample">
            {settingsText.sample}
          </Title>
          <Text c="dimmed">{sampleIsIn === true ? settingsText.sampleIn : settingsText.sampleOut}</Text>
          {sampleIsIn === undefined ? null : (
            <Button
              variant="light"
              onClick={() => {
                void run(() => (sampleIsIn ? sample.remove() : sample.install()));
              }}
            >
              {sampleIsIn ? settingsText.removeSample : settingsText.addSample}
            </Button>
          )}
        </Stack>
        <KeepingSection />
        <SnapshotsSection />
        <SaveEverything />
        <ComputerSection />
      </Stack>
    </Page>
  );
}

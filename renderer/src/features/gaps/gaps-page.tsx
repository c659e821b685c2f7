import { Alert, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconBooks, IconCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useGaps, type Gaps } from '../../app/context/use-gaps';
import { useLibrary } from '../../app/context/use-library';
import { FILLABLE_FIELDS, type FillableField } from '../../domain/catalogue-link';
import { gapsText } from '../../text/gaps';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { ByTitle } from './by-title';
import { Doubtful } from './doubtful';
import { DoubtsSitting } from './doubts-sitting';
import { MissingFields } from './missing-fields';

/** What the library lacks and the catalogue knows, and one button that fills it in. */
export function GapsPage(): ReactNode {
  const { library } = useServices();
  const { catalogue: isOn } = useSettings();
  const { byId } = useLibrary(library);
  if (!isOn)
    return (
      <Frame>
        <EmptyState
          icon={IconPlugConnectedX}
          title={gapsText.offTitle}
          actions={
            <Button component="a" href={paths.settings}>
              {gapsText.toSettings}
            </Button>
          }
        >
          {gapsText.off}
        </EmptyState>
      </Frame>
    );
  if (byId.size === 0)
    return (
      <Frame>
        <EmptyState
          icon={IconBooks}
          title={gapsText.emptyTitle}
          actions={
            <Button component="a" href={paths.import}>
              {gapsText.toImport}
            </Button>
          }
        >
          {gapsText.empty}
        </EmptyState>
      </Frame>
    );
  return <LookedUp />;
}

function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Page title={gapsText.title} description={gapsText.intro}>
      {children}
    </Page>
  );
}

function LookedUp(): ReactNode {
  const gaps = useGaps();
  const [wanted, setWanted] = useState<readonly FillableField[]>(FILLABLE_FIELDS);
  const [asking, setAsking] = useState(false);
  const { state, plan } = gaps;
  if (state.step === 'unavailable')
    return (
      <Frame>
        <EmptyState icon={IconPlugConnectedX} title={gapsText.unavailableTitle}>
          {state.reason}
        </EmptyState>
      </Frame>
    );
  if (asking)
    return (
      <Page title={gapsText.title}>
        <DoubtsSitting
          doubtful={plan.doubtful}
          onLeave={() => {
            setAsking(false);
          }}
        />
      </Page>
    );
  const isEmpty = plan.recognised.length + plan.byTitle.length + plan.doubtful.length === 0;
  return (
    <Frame>
      <Stack gap="xl">
        <Looking gaps={gaps} />
        {isEmpty && state.step === 'found' ? (
          <EmptyState
            icon={IconCheck}
            title={gapsText.doneTitle}
            actions={
              <Button component="a" href={paths.library}>
                {gapsText.toLibrary}
              </Button>
            }
          >
            {gapsText.done}
          </EmptyState>
        ) : null}
        {isEmpty ? null : <MissingFields plan={plan} wanted={wanted} onWanted={setWanted} />}
        {plan.byTitle.length === 0 ? null : <ByTitle proposed={plan.byTitle} wanted={wanted} />}
        {plan.doubtful.length === 0 ? null : (
          <Doubtful
            count={plan.doubtful.length}
            onGoThrough={() => {
              setAsking(true);
            }}
          />
        )}
      </Stack>
    </Frame>
  );
}

function Looking({ gaps: { state, look, cancel } }: { readonly gaps: Gaps }): ReactNode {
  const { done, total } = state.progress;
  if (state.step === 'found') return null;
  if (state.step === 'waiting' && state.matches.size > 0)
    return (
      <Alert color="gray">
        <Group justify="space-between">
          <Text size="sm">{gapsText.cancelled}</Text>
          <Button variant="default" onClick={look}>
            {gapsText.goOn}
          </Button>
        </Group>
      </Alert>
    );
  const text = gapsText.looking(done, total);
  return (
    <Paper withBorder p="xl">
      <Text mb="sm">{text}</Text>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={text} mb="md" />
      <Button variant="default" onClick={cancel}>
        {gapsText.cancel}
      </Button>
    </Paper>
  );
}

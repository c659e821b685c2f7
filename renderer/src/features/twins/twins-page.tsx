import { Button, Paper, Progress, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTwins } from '../../app/context/use-twins';
import { twinsText } from '../../text/twins';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { goTo, paths } from '../../ui/paths';
import { TwinsSitting } from './twins-sitting';

/** Things of the library that look alike: one, or two? */
export function TwinsPage(): ReactNode {
  const { step, progress, pairs } = useTwins();
  // Once there was one, the sitting is shown to its end.
  const [began, setBegan] = useState(false);
  if (!began && pairs.length > 0) setBegan(true);
  const { done, total } = progress;
  return (
    <Page title={twinsText.title} description={twinsText.intro}>
      {step === 'looking' && pairs.length === 0 ? (
        <Paper withBorder p="xl">
          <Text mb="sm">{twinsText.looking(done, total)}</Text>
          <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={twinsText.lookingLabel} />
        </Paper>
      ) : null}
      {began ? (
        <TwinsSitting
          pairs={pairs}
          onLeave={() => {
            goTo(paths.library);
          }}
        />
      ) : null}
      {step === 'found' && !began ? (
        <EmptyState
          icon={IconCheck}
          title={twinsText.noneTitle}
          actions={
            <Button component="a" href={paths.library}>
              {twinsText.toLibrary}
            </Button>
          }
        >
          {twinsText.none}
        </EmptyState>
      ) : null}
    </Page>
  );
}

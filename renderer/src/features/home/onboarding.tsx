import { Button, Group, Stack, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { homeText } from '../../text/home';
import { pasteText } from '../../text/paste';
import { paths } from '../../ui/paths';
import classes from './home.module.css';

export interface OnboardingProps {
  readonly hasLibrary: boolean;
  readonly onAddFriend: () => void;
}

/** Three steps to the first picks, for somebody who has nothing here yet. */
export function Onboarding({ hasLibrary, onAddFriend }: OnboardingProps): ReactNode {
  const { sample } = useServices();
  const run = useAction();
  const [installing, setInstalling] = useState(false);
  const install = async (): Promise<void> => {
    setInstalling(true);
    await run(() => sample.install());
    setInstalling(false);
  };
  return (
    <ol className={classes['steps']}>
      <Step number={1} done={hasLibrary} title={homeText.stepLibrary} text={homeText.stepLibraryText}>
        {hasLibrary ? null : (
          <>
            <Button component="a" href={paths.import}>
              {homeText.importFile}
            </Button>
            <Button component="a" href={paths.paste} variant="default">
              {pasteText.open}
            </Button>
            <Button
              variant="light"
              loading={installing}
              onClick={() => {
                void install();
              }}
            >
              {homeText.installSample}
            </Button>
            <Text size="sm" c="dimmed" w="100%">
              {homeText.orSample}
            </Text>
          </>
        )}
      </Step>
      <Step number={2} done={false} title={homeText.stepFriend} text={homeText.stepFriendText}>
        <Button variant={hasLibrary ? 'filled' : 'default'} onClick={onAddFriend}>
          {homeText.addFriend}
        </Button>
      </Step>
      <Step number={3} done={false} title={homeText.stepPicks} text={homeText.stepPicksText} />
    </ol>
  );
}

interface StepProps {
  readonly number: number;
  readonly done: boolean;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

function Step({ number, done, title, text, children }: StepProps): ReactNode {
  return (
    <li className={classes['step']}>
      <ThemeIcon size={36} radius="xl" variant={done ? 'filled' : 'light'}>
        <VisuallyHidden>{done ? `${homeText.step(number)}: ${homeText.done}` : homeText.step(number)}</VisuallyHidden>
        {done ? (
          <IconCheck size={20} aria-hidden />
        ) : (
          <span className={classes['number']} aria-hidden>
            {number}
          </span>
        )}
      </ThemeIcon>
      <Stack gap={4} flex={1} miw={0}>
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{text}</Text>
        {children === undefined ? null : (
          <Group gap="xs" mt={6}>
            {children}
          </Group>
        )}
      </Stack>
    </li>
  );
}

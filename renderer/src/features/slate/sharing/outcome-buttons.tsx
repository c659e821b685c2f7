import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAction } from '../../../app/context/use-action';
import { pressedOutcome } from '../../../application/sharing/outcomes';
import { OUTCOMES, type Share } from '../../../domain/share';
import { sharesText } from '../../../text/shares';
import classes from './share-row.module.css';

/** One button per outcome; pressing the recorded one again removes it. */
export function OutcomeButtons({
  share,
  title,
  friendName,
}: {
  readonly share: Share;
  readonly title: string;
  readonly friendName: string;
}): ReactNode {
  const { shares } = useServices();
  const run = useAction();
  return (
    <fieldset className={classes['outcomes']} aria-label={sharesText.outcomeGroup(title, friendName)}>
      {OUTCOMES.map((outcome) => {
        const chosen = share.outcome === outcome;
        return (
          <Button
            key={outcome}
            size="compact-sm"
            radius="xl"
            fw={500}
            variant={chosen ? 'filled' : 'default'}
            aria-pressed={chosen}
            onClick={() => {
              void run(() => shares.recordOutcome(share.id, pressedOutcome(share.outcome, outcome)));
            }}
          >
            {sharesText.outcome[outcome]}
          </Button>
        );
      })}
    </fieldset>
  );
}

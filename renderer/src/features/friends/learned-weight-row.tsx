import { ActionIcon, NumberInput, Tooltip } from '@mantine/core';
import { IconPin, IconPinFilled } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import type { LearnedWeight } from '../../domain/learning';
import type { Person } from '../../domain/person';
import { featureWords } from '../../text/features';
import { friendsText } from '../../text/friends';
import { signed } from '../../text/numbers';
import { DivergingBar } from '../../ui/diverging-bar';
import classes from './learned-weights.module.css';
import { evidenceLevel } from './weight-rows';

/** Limit of a weight set by hand, log-odds: 3 makes the odds twenty times better or worse. */
const MAX_BY_HAND = 3;
const STEP = 0.1;

export interface LearnedWeightRowProps {
  readonly learned: LearnedWeight;
  readonly friend: Person;
  /** The value that fills one side of the bar. */
  readonly most: number;
}

/** One learned weight: its feature, size and origin, with controls to pin or release it. */
export function LearnedWeightRow({ learned, friend, most }: LearnedWeightRowProps): ReactNode {
  const { people } = useServices();
  const run = useAction();
  /** Typed, but not saved yet. */
  const [typed, setTyped] = useState<number | string | null>(null);
  const { name, weight, prior, pinned, evidence } = learned;
  const words = featureWords(name);
  const rounded = Math.round(weight * 100) / 100;
  const borrowed =
    Math.round(prior * 100) === 0
      ? null
      : friendsText.ownAndBorrowed(friend.name, signed(weight - prior, 2), signed(prior, 2));
  const whose = pinned ? friendsText.pinnedByYou : borrowed;
  const pin = (value: number | null): void => {
    void run(() => people.pinWeight(friend.id, name, value)).then(() => {
      setTyped(null);
    });
  };
  const enter = (): void => {
    if (typeof typed === 'number' && typed !== rounded) pin(Math.max(-MAX_BY_HAND, Math.min(MAX_BY_HAND, typed)));
    else setTyped(null);
  };
  const pinLabel = pinned ? friendsText.unpin(words) : friendsText.pin(words, signed(weight, 2));
  return (
    <tr>
      <th scope="row">
        {words}
        <span className={classes['source']}>
          {whose === null ? '' : `${whose} · `}
          {friendsText.evidence[evidenceLevel(evidence)]}
        </span>
      </th>
      <td className={classes['value']}>
        <span className={classes['bar']}>
          <DivergingBar value={weight} most={most} />
        </span>
        {signed(weight, 2)}
      </td>
      <td className={classes['hand']}>
        <span className={classes['controls']}>
          <NumberInput
            size="xs"
            w={76}
            aria-label={friendsText.setByHand(words)}
            min={-MAX_BY_HAND}
            max={MAX_BY_HAND}
            step={STEP}
            decimalScale={2}
            clampBehavior="none"
            value={typed ?? rounded}
            onChange={setTyped}
            onBlur={enter}
            onKeyDown={(event) => {
              if (event.key === 'Enter') enter();
              if (event.key === 'Escape') setTyped(null);
            }}
          />
          <Tooltip label={pinLabel}>
            <ActionIcon
              variant={pinned ? 'light' : 'subtle'}
              color={pinned ? 'forest' : 'gray'}
              aria-label={pinLabel}
              aria-pressed={pinned}
              onClick={() => {
                pin(pinned ? null : weight);
              }}
            >
              {pinned ? <IconPinFilled size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        </span>
      </td>
    </tr>
  );
}

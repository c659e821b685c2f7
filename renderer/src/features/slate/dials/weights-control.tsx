import { SegmentedControl } from '@mantine/core';
import { Fragment, useMemo, type ReactNode } from 'react';
import { weightOf, withWeight } from '../../../domain/dials/dial';
import type { DialControlProps } from './dial-control-props';
import classes from './person-dials.module.css';

/** Less, as usual or more for each key; hidden while there is nothing to weigh a key against. */
export function WeightsControl({ dial, words, value, items, onChange }: DialControlProps<'weights'>): ReactNode {
  const keys = useMemo(() => dial.choices(items), [dial, items]);
  if (keys.length < 2) return null;
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['name']}>{words.label}</legend>
      <div className={classes['weights']}>
        {keys.map((key) => (
          <Fragment key={key}>
            <span>{words.key(key)}</span>
            <SegmentedControl
              size="xs"
              w="fit-content"
              maw="100%"
              aria-label={words.key(key)}
              value={String(weightOf(value, key))}
              data={words.choices.map((label, weight) => ({ value: String(weight), label }))}
              onChange={(weight) => {
                onChange(withWeight(value, key, Number(weight)));
              }}
            />
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}

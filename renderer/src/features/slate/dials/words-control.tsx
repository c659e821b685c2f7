import { Chip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DialControlProps } from './dial-control-props';
import classes from './person-dials.module.css';

/** The words offered, then those that were chosen besides. */
export function WordsControl({ dial, words, value, items, onChange }: DialControlProps<'words'>): ReactNode {
  const offered = dial.choices(items);
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['name']}>{words.label}</legend>
      <div className={classes['words']}>
        {[...offered, ...value.filter((word) => !offered.includes(word))].map((word) => (
          <Chip
            key={word}
            size="xs"
            variant="outline"
            checked={value.includes(word)}
            onChange={(checked) => {
              onChange(checked ? [...value, word] : dial.withoutPart(value, word));
            }}
          >
            {word}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

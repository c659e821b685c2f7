import { Chip, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { OWNER_ID, type PersonId, personId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { togetherText } from '../../text/together';
import classes from './together.module.css';

export interface PeopleChoiceProps {
  readonly friends: readonly Person[];
  readonly chosen: readonly PersonId[];
  readonly onChange: (chosen: readonly PersonId[]) => void;
}

/** Who decides: the owner and friends, each a check box. */
export function PeopleChoice({ friends, chosen, onChange }: PeopleChoiceProps): ReactNode {
  const label = useId();
  const people = [{ id: OWNER_ID, name: togetherText.me }, ...friends];
  return (
    <div>
      <Text size="sm" fw={600} mb={6} id={label}>
        {togetherText.who}
      </Text>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="group" aria-labelledby={label} className={classes['choices']}>
        <Chip.Group
          multiple
          value={[...chosen]}
          onChange={(ids) => {
            onChange(ids.map(personId));
          }}
        >
          {people.map(({ id, name }) => (
            <Chip key={id} value={id} size="md" variant="light" className={classes['choice'] ?? ''}>
              <span className={classes['name']}>{name}</span>
            </Chip>
          ))}
        </Chip.Group>
      </div>
    </div>
  );
}

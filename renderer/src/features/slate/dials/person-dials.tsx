import { Button, Collapse, Pill, UnstyledButton } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconChevronDown } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAction } from '../../../app/context/use-action';
import { type Dials, isNeutral, NEUTRAL_DIALS } from '../../../domain/dials/dials';
import type { Person } from '../../../domain/person';
import { dialsText } from '../../../text/dials';
import { dialChips } from './dial-chips';
import { DialControls } from './dial-controls';
import classes from './person-dials.module.css';

export interface PersonDialsProps {
  readonly person: Pick<Person, 'id' | 'dials'>;
  /** As the introduction names them. */
  readonly name: string;
}

/** How picks for this person lean: one line while all is as usual, else a chip for each thing that is set. */
export function PersonDials({ person, name }: PersonDialsProps): ReactNode {
  const { people } = useServices();
  const run = useAction();
  const [open, setOpen] = useState(false);
  /** Chosen, but not read back from the database yet; ignored as soon as the person was read again. */
  const [chosen, setChosen] = useState<{ readonly over: Dials; readonly dials: Dials } | null>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const controls = useId();
  const dials = chosen !== null && chosen.over === person.dials ? chosen.dials : person.dials;
  const set = (next: Dials): void => {
    setChosen({ over: person.dials, dials: next });
    // No toast: the chips show what was done, and undo has a key.
    void run(() => people.setDials(person.id, next), { quiet: true }).then((receipt) => {
      if (receipt === undefined) setChosen(null);
    });
  };
  /** The focus moves to the toggle, since the chip that had it disappears. */
  const takeBack = (next: Dials): void => {
    toggle.current?.focus();
    set(next);
  };
  const usual = isNeutral(dials);
  return (
    <section aria-label={dialsText.heading}>
      <div className={classes['line']}>
        <UnstyledButton
          ref={toggle}
          className={classes['toggle'] ?? ''}
          aria-expanded={open}
          aria-controls={controls}
          onClick={() => {
            setOpen((last) => !last);
          }}
        >
          <IconAdjustmentsHorizontal size={16} aria-hidden />
          {usual ? dialsText.folded(dialsText.usual) : dialsText.foldedSet}
          <IconChevronDown size={14} aria-hidden className={open ? (classes['up'] ?? '') : ''} />
        </UnstyledButton>
        {usual ? null : (
          <>
            {dialChips(dials).map(({ label, without }) => (
              <Pill
                key={label}
                size="sm"
                withRemoveButton
                onRemove={() => {
                  takeBack(without);
                }}
                // Mantine hides this button from the keyboard; here it is the quickest way to take one dial back.
                removeButtonProps={{ 'aria-label': dialsText.removeChip(label), tabIndex: 0, 'aria-hidden': false }}
              >
                {label}
              </Pill>
            ))}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                takeBack(NEUTRAL_DIALS);
              }}
            >
              {dialsText.setBack}
            </Button>
          </>
        )}
      </div>
      <Collapse expanded={open} id={controls}>
        <DialControls dials={dials} name={name} onChange={set} />
      </Collapse>
    </section>
  );
}

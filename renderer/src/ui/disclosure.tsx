import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import classes from './disclosure.module.css';

/** A button that opens and closes what few need; closed at first. Screen readers are told which it is. */
export function Disclosure({
  label,
  onFirstOpen,
  children,
}: {
  readonly label: string;
  /** For what is read only then. */
  readonly onFirstOpen?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const content = useId();
  return (
    <div>
      <UnstyledButton
        className={classes['toggle'] ?? ''}
        aria-expanded={open}
        aria-controls={content}
        onClick={() => {
          setOpen((last) => !last);
          if (!wasOpen) onFirstOpen?.();
          setWasOpen(true);
        }}
      >
        {label}
        <IconChevronDown size={14} aria-hidden className={open ? (classes['up'] ?? '') : ''} />
      </UnstyledButton>
      <Collapse expanded={open} id={content}>
        <div className={classes['content']}>{children}</div>
      </Collapse>
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { sideBySideText } from '../../text/side-by-side';
import { EmptyState } from '../empty-state';
import { useOneKey } from '../use-one-key';

export interface SittingOverProps {
  readonly title: string;
  readonly leave: string;
  readonly onLeave: () => void;
  /** Takes the last answer back; null where there is none. */
  readonly onBack: (() => void) | null;
  readonly children: ReactNode;
}

/** After the last question: what became of the answers, and still one back. */
export function SittingOver({ title, leave, onLeave, onBack, children }: SittingOverProps): ReactNode {
  const first = useRef<HTMLButtonElement>(null);
  // The buttons that had the focus are gone.
  useEffect(() => {
    first.current?.focus();
  }, []);
  useOneKey(
    ({ key }) => (key === 'Backspace' ? 'back' : key === 'Escape' ? 'leave' : null),
    (command) => {
      const action = command === 'leave' ? onLeave : onBack;
      action?.();
      return action !== null;
    },
  );
  return (
    <EmptyState
      icon={IconCheck}
      title={title}
      actions={
        <>
          <Button ref={first} onClick={onLeave}>
            {leave}
          </Button>
          {onBack === null ? null : (
            <Button variant="default" onClick={onBack}>
              {sideBySideText.back}
            </Button>
          )}
        </>
      }
    >
      {children}
    </EmptyState>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './card.module.css';

export interface QuietButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** True where a click opens a dialog; said to screen readers. */
  readonly opensDialog?: boolean;
}

/** An action of a card beside its main one. */
export function QuietButton({ children, onClick, opensDialog = false }: QuietButtonProps): ReactNode {
  return (
    <Button
      size="xs"
      px="xs"
      className={classes['quiet'] ?? ''}
      variant="subtle"
      color="gray"
      {...(opensDialog ? { 'aria-haspopup': 'dialog' as const } : {})}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

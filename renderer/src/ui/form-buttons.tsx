import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { uiText } from '../text/ui';
import type { Draft } from './draft';
import classes from './form-buttons.module.css';

export interface FormButtonsProps {
  readonly draft: Pick<Draft<unknown>, 'kept' | 'discard'>;
  /** Closes the dialog; what was typed is kept. */
  readonly onClose: () => void;
  readonly submitLabel: string;
  readonly disabled?: boolean;
  /** Between the way out and the way on. */
  readonly children?: ReactNode;
}

/**
 * The foot of a dialog with a form. Escape, the cross and a click outside keep what was typed; only "Discard" throws it
 * away, and it is there once there is something to throw away.
 */
export function FormButtons({ draft, onClose, submitLabel, disabled = false, children }: FormButtonsProps): ReactNode {
  const [fromBefore] = useState(draft.kept);
  return (
    <div className={classes['foot']}>
      {fromBefore && draft.kept ? (
        <Text size="sm" c="dimmed" flex={1}>
          {uiText.keptDraft}
        </Text>
      ) : null}
      <Button
        variant="default"
        onClick={() => {
          draft.discard();
          onClose();
        }}
      >
        {draft.kept ? uiText.discard : uiText.cancel}
      </Button>
      {children}
      <Button type="submit" disabled={disabled}>
        {submitLabel}
      </Button>
    </div>
  );
}

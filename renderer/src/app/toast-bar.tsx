import { Button, CloseButton, Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { frameText } from '../text/frame';
import type { Toast } from './context/toasts';
import { useWindowState } from './context/window-state-context';
import classes from './toast-bar.module.css';

/**
 * The one message of the moment, in a row of the frame below the page: it covers nothing. Read out by `LiveRegion`, not
 * from here.
 */
export function ToastBar({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { toast } = useWindowState();
  const shown = useSyncExternalStore(toast.subscribe, toast.snapshot);
  if (shown === null) return null;
  return (
    <ShownToast
      toast={shown}
      onClose={() => {
        // A later one is not this one's to close.
        if (toast.snapshot() === shown) toast.set(null);
      }}
      onLeave={onLeave}
    />
  );
}

interface ShownToastProps {
  readonly toast: Toast;
  readonly onClose: () => void;
  /** Takes the focus where a pressed button of the toast goes away with it. */
  readonly onLeave: () => void;
}

function ShownToast({ toast, onClose, onLeave }: ShownToastProps): ReactNode {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onClose, toast.shownFor);
    return () => {
      clearTimeout(timer);
    };
    // The clock starts anew for another toast, not for another closing function.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [toast, held]);
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  return (
    // A group, not a status: LiveRegion reads it out. The handlers only stop the clock.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={toast.title ?? toast.message}
      data-toast={toast.tone}
      className={classes['bar']}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <div className={classes['words']}>
        {toast.title === null ? null : (
          <Text size="sm" fw={600}>
            {toast.title}
          </Text>
        )}
        <Text size="sm">{toast.message}</Text>
      </div>
      {toast.link === null ? null : (
        <Button
          component="a"
          href={toast.link.address}
          size="compact-sm"
          variant="light"
          flex="none"
          onClick={() => {
            onClose();
            onLeave();
          }}
        >
          {toast.link.label}
        </Button>
      )}
      {toast.undo === null ? null : (
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          onClick={() => {
            onClose();
            onLeave();
            toast.undo?.();
          }}
        >
          {frameText.undo}
        </Button>
      )}
      <CloseButton
        size="sm"
        flex="none"
        aria-label={frameText.closeToast}
        onClick={() => {
          onClose();
          onLeave();
        }}
      />
    </div>
  );
}

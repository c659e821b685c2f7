import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useWindowState } from './window-state-context';

/** Renders announcements. A repeated sentence gets an invisible suffix, or it would not be spoken twice. */
export function LiveRegion(): ReactNode {
  const { announcer } = useWindowState();
  const [message, setMessage] = useState('');
  useEffect(
    () =>
      announcer.onMessage((next) => {
        setMessage((last) => (last === next ? `${next}\u200b` : next));
      }),
    [announcer],
  );
  return (
    <VisuallyHidden component="output" aria-live="polite">
      {message}
    </VisuallyHidden>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { onAnnouncement } from './announce';

/** Renders announcements. A repeated sentence gets an invisible suffix, or it would not be spoken twice. */
export function LiveRegion(): ReactNode {
  const [message, setMessage] = useState('');
  useEffect(
    () =>
      onAnnouncement((next) => {
        setMessage((last) => (last === next ? `${next}\u200b` : next));
      }),
    [],
  );
  return (
    <VisuallyHidden component="output" aria-live="polite">
      {message}
    </VisuallyHidden>
  );
}

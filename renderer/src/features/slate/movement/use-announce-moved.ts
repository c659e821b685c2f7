import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../../app/context/window-state-context';
import type { Movement } from '../../../application/picks/movements';

/** Announces a new order of a slate. A new title or name alone does not announce it again. */
export function useAnnounceMoved(moved: ReadonlyMap<string, Movement>, sentence: () => string): void {
  const announce = useAnnounce();
  const latest = useRef(sentence);
  useEffect(() => {
    latest.current = sentence;
  });
  useEffect(() => {
    if (moved.size > 0) announce(latest.current());
  }, [announce, moved]);
}

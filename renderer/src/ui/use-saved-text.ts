import { useEffect, useRef, useState } from 'react';

export interface SavedText {
  /** What the field shows: what is being typed, else what is stored. */
  readonly text: string;
  readonly type: (text: string) => void;
  /** For `onBlur`. */
  readonly keep: () => void;
}

/**
 * A field that saves itself on leaving it, and with the page it stands on: a page that is left by a key or the Back
 * button takes the field away without a blur.
 */
export function useSavedText(stored: string, onSave: (text: string) => void): SavedText {
  /** Null follows what is stored (after an undo, for one). */
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, stored, onSave });
  useEffect(() => {
    latest.current = { typed, stored, onSave };
  });
  useEffect(
    () => () => {
      saveTyped(latest.current);
    },
    [],
  );
  return {
    text: typed ?? stored,
    type: setTyped,
    keep: () => {
      saveTyped({ typed, stored, onSave });
      setTyped(null);
    },
  };
}

function saveTyped({
  typed,
  stored,
  onSave,
}: {
  readonly typed: string | null;
  readonly stored: string;
  readonly onSave: (text: string) => void;
}): void {
  if (typed !== null && typed.trim() !== stored.trim()) onSave(typed.trim());
}

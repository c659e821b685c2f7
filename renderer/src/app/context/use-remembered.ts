import { useCallback, useState } from 'react';
import type { Remembered } from './remembered';

/** `useState` whose value is still there when the page is shown again. */
export function useRemembered<Value>(remembered: Remembered<Value>): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(remembered.value);
  const set = useCallback(
    (next: Value) => {
      remembered.remember(next);
      setValue(next);
    },
    [remembered],
  );
  return [value, set];
}

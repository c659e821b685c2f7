import { useEffect, useRef } from 'react';

/**
 * Where a step of a page takes away what had the focus, the page takes it: Tab goes on from the page's beginning, not
 * from that of the window.
 * @param step whatever changes with the step
 */
export function useKeptFocus(step: unknown): void {
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body)
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }, [step]);
}

/**
 * Focuses what stands at `place` among a container's matches, or the last one: a list that has lost a card keeps the
 * focus.
 */
export function focusNth(container: HTMLElement | null, selector: string, place: number): void {
  const found = container?.querySelectorAll<HTMLElement>(selector);
  found?.item(Math.min(place, found.length - 1))?.focus();
}

import { useEffect, useRef, type RefObject } from 'react';
import { focusNth } from '../../../ui/focus-nth';
import { isTyping } from '../../../ui/is-typing';
import { pickCommand, type PickCommand } from './pick-shortcuts';

/** How long a second key may belong to "g", milliseconds: longer than app/use-shortcuts.ts waits for it. */
const PREFIX_WAIT = 1500;
/** What has keys of its own. */
const TAKES_KEYS = '[role=menu], [role=listbox], [role=grid], [role=slider]';

export type CardCommand = Exclude<PickCommand, 'next' | 'previous'>;

/**
 * Keys of a list of cards (`article`), from the moment the page is there: J and K move between cards and, from
 * anywhere else on the page, to the first one. All other keys need the focus on a card, or on something in it.
 */
export function useCardKeys(
  list: RefObject<HTMLElement | null>,
  onCommand: (command: CardCommand, place: number) => void,
): void {
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    let prefixAt = Number.NEGATIVE_INFINITY;
    const keyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || event.isComposing || !(target instanceof Element) || isTyping(target)) return;
      // "g" opens a two-key shortcut of the window (app/shortcuts.ts): its second letter is not for a card.
      const afterPrefix = event.timeStamp - prefixAt < PREFIX_WAIT;
      prefixAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const command = afterPrefix ? null : pickCommand(event);
      if (command === null || document.querySelector('[role=dialog]') !== null) return;
      const place = placeOf(list.current, target);
      const moves = command === 'next' || command === 'previous';
      if (place === -1) {
        // Elsewhere arrows scroll the page.
        if (!moves || event.key.startsWith('Arrow') || target.closest(TAKES_KEYS) !== null) return;
        event.preventDefault();
        focusNth(list.current, 'article', 0);
        return;
      }
      // Check boxes and radio buttons of a card keep their arrows, and a stray letter there answers nothing.
      if (target.matches('input')) return;
      event.preventDefault();
      if (moves) focusNth(list.current, 'article', command === 'next' ? place + 1 : Math.max(0, place - 1));
      else latest.current(command, place);
    };
    window.addEventListener('keydown', keyDown);
    return () => {
      window.removeEventListener('keydown', keyDown);
    };
  }, [list]);
}

/** Index of the card that contains the element; −1 where none does. */
export function placeOf(list: HTMLElement | null, element: Element): number {
  return [...(list?.querySelectorAll('article') ?? [])].findIndex((card) => card.contains(element));
}

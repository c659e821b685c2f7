import { useMemo } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useAnswer } from '../../app/context/use-answer';
import { type FamousThings, famousThings, NO_FAMOUS_THINGS } from '../../application/friends/famous-things';
import type { PersonId } from '../../domain/ids';

/**
 * Famous things of the catalogue for a sitting with a friend: the same ones until the page is left. Undefined until
 * known. No picks are awaited on a page without any, so the catalogue may be read at once.
 */
export function useFamousThings(friend: PersonId, isReady: boolean): FamousThings | undefined {
  const services = useServices();
  const { catalogue: isOn } = useSettings();
  const question = useMemo(() => (isOn && isReady ? { friend } : null), [isOn, isReady, friend]);
  const { answer } = useAnswer(question, async (asked) => await famousThings(asked.friend, services));
  return isOn ? (answer ?? undefined) : NO_FAMOUS_THINGS;
}

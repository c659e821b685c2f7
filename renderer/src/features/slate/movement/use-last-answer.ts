import { useState } from 'react';
import { useServices } from '../../../app/context/services';
import { useLive } from '../../../app/context/use-live';
import { lastAnswer } from '../../../application/picks/last-answer';
import type { TasteEvent } from '../../../domain/event';
import type { PersonId } from '../../../domain/ids';

/** What was said last of one of these people since the page was opened; null where nothing was, or it was undone. */
export function useLastAnswer(people: readonly PersonId[]): TasteEvent | null {
  const { taste, clock } = useServices();
  const [openedAt] = useState(clock);
  const answer = useLive(
    async () => lastAnswer((await Promise.all(people.map((id) => taste.eventsOf(id)))).flat(), openedAt),
    [taste, people.join(' '), openedAt],
  );
  return answer ?? null;
}

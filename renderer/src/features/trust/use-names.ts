import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import { OWNER_ID, type PersonId } from '../../domain/ids';
import { trustText } from '../../text/trust';

/** What to call a person in a table; a dash while it is not known. */
export function useNames(): (id: PersonId) => string {
  const { people } = useServices();
  const friends = useLive(() => people.friends(), [people]);
  return (id) =>
    id === OWNER_ID
      ? trustText.backtest.people.you
      : (friends?.find((person) => person.id === id)?.name ?? trustText.noValue);
}

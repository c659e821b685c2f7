import { useState } from 'react';
import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import type { PasteDestination } from '../../domain/paste-plan';
import { pasteText } from '../../text/paste';

export interface NamedDestination {
  readonly destination: PasteDestination;
  /** What the field shows. */
  readonly label: string;
  /** The friend's name or the list's title; '' for the library. */
  readonly name: string;
}

const LIBRARY: NamedDestination = { destination: { type: 'library' }, label: pasteText.library, name: '' };

/** Where pasted lines can go; at first where the address says. */
export function useDestinations(to: PasteDestination): {
  /** False until friends and lists were read: until then nobody knows the name of the one in the address. */
  readonly areKnown: boolean;
  readonly destinations: readonly NamedDestination[];
  readonly chosen: NamedDestination;
  readonly choose: (label: string) => void;
} {
  const { people, lists } = useServices();
  const [label, setLabel] = useState<string | null>(null);
  const friends = useLive(() => people.friends(), [people]);
  const all = useLive(() => lists.all(), [lists]);
  const destinations: readonly NamedDestination[] = [
    LIBRARY,
    ...(friends ?? []).map(({ id, name }) => ({
      destination: { type: 'loves' as const, personId: id },
      label: pasteText.loves(name),
      name,
    })),
    ...(all ?? []).map(({ id, title }) => ({
      destination: { type: 'list' as const, listId: id },
      label: pasteText.list(title),
      name: title,
    })),
  ];
  const addressed = destinations.find(({ destination }) => JSON.stringify(destination) === JSON.stringify(to));
  const chosen = destinations.find((one) => one.label === label) ?? addressed ?? LIBRARY;
  return { areKnown: friends !== undefined && all !== undefined, destinations, chosen, choose: setLabel };
}

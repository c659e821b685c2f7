import { useMemo } from 'react';
import { usualKind } from '../../application/library/usual-kind';
import { useServices } from './services';
import { useLibrary } from './use-library';

/** The kind that a new thing has until another is chosen. */
export function useUsualKind(): string {
  const { library } = useServices();
  const { items } = useLibrary(library);
  return useMemo(() => usualKind(items), [items]);
}

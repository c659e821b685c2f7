import { useEffect, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useToasts } from '../../../app/context/use-toasts';
import type { PersonId } from '../../../domain/ids';
import type { Slate } from '../../../domain/recommendation';

/**
 * Records that a slate with a wildcard was shown; the Trust page estimates from these records how other policies do.
 */
export function WildcardShown({ slate, personId }: { readonly slate: Slate; readonly personId: PersonId }): ReactNode {
  const { slates } = useServices();
  const { showError } = useToasts();
  useEffect(() => {
    if (slate.wildcard !== null) slates.record(slate, personId).catch(showError);
  }, [slates, slate, personId, showError]);
  return null;
}

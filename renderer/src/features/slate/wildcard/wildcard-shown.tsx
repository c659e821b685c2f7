import { useEffect, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useToasts } from '../../../app/context/use-toasts';
import type { PersonId } from '../../../domain/ids';
import type { Slate } from '../../../domain/recommendation';

/** Stands beside the cards of a slate: what was on screen in a randomised place is kept, for the Trust page to weigh. */
export function WildcardShown({ slate, personId }: { readonly slate: Slate; readonly personId: PersonId }): ReactNode {
  const { slates } = useServices();
  const { showError } = useToasts();
  useEffect(() => {
    if (slate.wildcard !== null) slates.record(slate, personId).catch(showError);
  }, [slates, slate, personId, showError]);
  return null;
}

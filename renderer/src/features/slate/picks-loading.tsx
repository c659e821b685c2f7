import type { ReactNode } from 'react';
import { picksText } from '../../text/picks';
import { LoadingCards } from '../../ui/loading-cards';

/** Stands where cards will be while the first slate is being computed. */
export function PicksLoading(): ReactNode {
  return <LoadingCards label={picksText.loading} height={190} />;
}

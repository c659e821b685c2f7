import { useCallback } from 'react';
import { useServices } from '../../app/context/services';
import { useBulkAction } from '../../app/context/use-bulk-action';
import { fillOf, type ProposedFill } from '../../application/catalogue/plan-enrichment';
import type { FillableField } from '../../domain/catalogue-link';

/** Those of which something is wanted. */
export const worthFilling = (
  proposed: readonly ProposedFill[],
  wanted: readonly FillableField[],
): readonly ProposedFill[] => proposed.filter(({ fields }) => fields.some((field) => wanted.includes(field)));

/** Fills in the wanted fields of all of these, as one action. */
export function useFill(): (proposed: readonly ProposedFill[], wanted: readonly FillableField[]) => Promise<void> {
  const { enrichment } = useServices();
  const runBulk = useBulkAction();
  return useCallback(
    async (proposed, wanted) => {
      const fills = worthFilling(proposed, wanted).map((one) => fillOf(one, wanted));
      if (fills.length > 0) await runBulk(fills.length, () => enrichment.fillIn(fills));
    },
    [enrichment, runBulk],
  );
}

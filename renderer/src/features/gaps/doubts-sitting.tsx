import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { DoubtfulFill } from '../../application/catalogue/plan-enrichment';
import type { CatalogueCandidate } from '../../domain/catalogue';
import { gapsText } from '../../text/gaps';
import { doubtReason } from '../../text/identity';
import { sideBySideText } from '../../text/side-by-side';
import { EmptyState } from '../../ui/empty-state';
import { SideBySide } from '../../ui/side-by-side/side-by-side';
import { useOneKey } from '../../ui/use-one-key';
import { useDoubtsSitting, type DoubtsSittingState } from './use-doubts-sitting';

/** Doubtful things one after the other, until all were gone through or the person stops. */
export function DoubtsSitting({
  doubtful,
  onLeave,
}: {
  readonly doubtful: readonly DoubtfulFill[];
  readonly onLeave: () => void;
}): ReactNode {
  const sitting = useDoubtsSitting(doubtful);
  const { asked, place, of, waiting, answer, back } = sitting;
  if (asked === null) return <SittingOver sitting={sitting} onLeave={onLeave} />;
  const { item, candidates } = asked;
  return (
    <SideBySide
      thing={{ ...item, otherTitles: item.originalTitle === null ? [] : [item.originalTitle] }}
      thingLabel={gapsText.ownLabel}
      candidates={candidates.map(({ entry }) => ({
        thing: { ...entry, otherTitles: entry.aliases },
        label: gapsText.entryLabel,
      }))}
      doubt={doubtOf(candidates)}
      progress={{ place, of }}
      waiting={waiting}
      onAnswer={answer}
      onBack={back}
    >
      <Button onClick={onLeave}>{gapsText.leave}</Button>
    </SideBySide>
  );
}

/** Several kinds that have such a thing come without evidence: the cards say it. */
function doubtOf([first]: readonly CatalogueCandidate[]): string | null {
  return first === undefined || first.evidence.length === 0 ? null : sideBySideText.doubt(doubtReason(first.evidence));
}

function SittingOver({
  sitting: { later, back },
  onLeave,
}: {
  readonly sitting: DoubtsSittingState;
  readonly onLeave: () => void;
}): ReactNode {
  const first = useRef<HTMLButtonElement>(null);
  // The buttons that had the focus are gone.
  useEffect(() => {
    first.current?.focus();
  }, []);
  useOneKey(
    ({ key }) => (key === 'Backspace' ? 'back' : null),
    () => {
      back?.();
      return back !== null;
    },
  );
  return (
    <EmptyState
      icon={IconCheck}
      title={gapsText.overTitle}
      actions={
        <>
          <Button ref={first} onClick={onLeave}>
            {gapsText.leave}
          </Button>
          {back === null ? null : (
            <Button variant="default" onClick={back}>
              {gapsText.back}
            </Button>
          )}
        </>
      }
    >
      {gapsText.over(later)}
    </EmptyState>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DoubtfulFill } from '../../application/catalogue/plan-enrichment';
import { gapsText } from '../../text/gaps';
import { sideBySideText } from '../../text/side-by-side';
import { SideBySide } from '../../ui/side-by-side/side-by-side';
import { SittingOver } from '../../ui/side-by-side/sitting-over';
import { useDoubtsSitting } from './use-doubts-sitting';

/** Doubtful things one after the other, until all were gone through or the person stops. */
export function DoubtsSitting({
  doubtful,
  onLeave,
}: {
  readonly doubtful: readonly DoubtfulFill[];
  readonly onLeave: () => void;
}): ReactNode {
  const { asked, place, of, later, waiting, answer, back } = useDoubtsSitting(doubtful);
  if (asked === null)
    return (
      <SittingOver title={gapsText.overTitle} leave={gapsText.leave} onLeave={onLeave} onBack={back}>
        {gapsText.over(later)}
      </SittingOver>
    );
  const { item, candidates } = asked;
  return (
    <SideBySide
      thing={{ ...item, otherTitles: item.originalTitle === null ? [] : [item.originalTitle] }}
      thingLabel={gapsText.ownLabel}
      candidates={candidates.map(({ entry }) => ({
        thing: { ...entry, otherTitles: entry.aliases },
        label: gapsText.entryLabel,
      }))}
      doubt={sideBySideText.doubt(candidates[0]?.evidence ?? [])}
      progress={{ place, of }}
      waiting={waiting}
      onAnswer={answer}
      onBack={back}
    >
      <Button onClick={onLeave}>{gapsText.leave}</Button>
    </SideBySide>
  );
}

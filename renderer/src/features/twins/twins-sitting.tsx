import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TwinPair } from '../../application/twins/twin-finder';
import { twinsText } from '../../text/twins';
import { AllAlike } from '../../ui/side-by-side/all-alike';
import { PairQuestion } from '../../ui/side-by-side/pair-question';
import { SittingOver } from '../../ui/side-by-side/sitting-over';
import { describePair } from './describe-pair';
import { usePairOfThings } from './use-pair-of-things';
import { useTwinsSitting, type TwinsSitting as Sitting } from './use-twins-sitting';

/** Pairs one after the other, until all were gone through or the person stops. */
export function TwinsSitting({
  pairs,
  onLeave,
}: {
  readonly pairs: readonly TwinPair[];
  readonly onLeave: () => void;
}): ReactNode {
  const sitting = useTwinsSitting(pairs);
  const { asked, later, back, again } = sitting;
  if (asked !== null) return <Asked sitting={sitting} pair={asked} onLeave={onLeave} />;
  return (
    <SittingOver title={twinsText.overTitle} leave={twinsText.toLibrary} onLeave={onLeave} onBack={back}>
      {twinsText.over(later.length)}
      {later.length === 0 ? null : (
        <Button variant="subtle" size="compact-md" mt="xs" display="block" mx="auto" onClick={again}>
          {twinsText.again(later.length)}
        </Button>
      )}
    </SittingOver>
  );
}

function Asked({
  sitting: { place, of, waiting, answer, back, swap, alike, answerAll },
  pair,
  onLeave,
}: {
  readonly sitting: Sitting;
  readonly pair: TwinPair;
  readonly onLeave: () => void;
}): ReactNode {
  const [askingAll, setAskingAll] = useState(false);
  const { things, evidence, verdict } = pair;
  const why = verdict === 'same' ? twinsText.whySame : twinsText.why;
  const shown = usePairOfThings(things, why(evidence), swap);
  const count = alike.pairs.length + alike.entangled.length;
  return (
    <>
      <PairQuestion
        {...shown}
        progress={{ place, of }}
        waiting={waiting}
        onAnswer={answer}
        onBack={back}
        onAll={
          count < 2
            ? null
            : () => {
                setAskingAll(true);
              }
        }
        allCount={count}
        onLeave={onLeave}
        keys={twinsText.keys}
      >
        <Button variant="default" onClick={onLeave}>
          {twinsText.leave}
        </Button>
      </PairQuestion>
      {askingAll ? (
        <AllAlike
          rule={twinsText.allRule(evidence)}
          pairs={alike.pairs.map(describePair)}
          entangled={alike.entangled.length}
          onAnswer={(given) => {
            setAskingAll(false);
            answerAll(given);
          }}
          onClose={() => {
            setAskingAll(false);
          }}
        />
      ) : null}
    </>
  );
}

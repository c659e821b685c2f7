import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useAnnounce } from '../../app/context/window-state-context';
import type { PasteCandidate, PlannedLine } from '../../application/paste/plan-paste';
import {
  NO_STEPS,
  questionsLeft,
  stepped,
  steppedBack,
  type QuestionSitting,
} from '../../application/question-sitting';
import { pasteText } from '../../text/paste';
import { sideBySideText } from '../../text/side-by-side';
import { SideBySide } from '../../ui/side-by-side/side-by-side';
import type { SideBySideAnswer } from '../../ui/side-by-side/side-by-side-keys';
import { SittingOver } from '../../ui/side-by-side/sitting-over';
import type { ComparedThing } from '../../ui/side-by-side/thing-facts';
import type { Paste } from './use-paste';

/** Doubtful lines one after the other. The answers are kept with the lines; nothing is written before all is added. */
export function PasteDoubts({
  paste: { choices, change },
  planned,
  onLeave,
}: {
  readonly paste: Paste;
  readonly planned: readonly PlannedLine[];
  readonly onLeave: () => void;
}): ReactNode {
  const announce = useAnnounce();
  const [sitting, setSitting] = useState<QuestionSitting<number>>(NO_STEPS);
  const { steps } = sitting;
  const open = planned.filter(({ outcome }) => outcome.type === 'doubtful');
  const left = questionsLeft(sitting, open, ({ line }) => line.number);
  const asked = left[0];
  const back = (): void => {
    const key = steps.at(-1)?.key;
    if (key === undefined) return;
    const answers = new Map(choices.answers);
    answers.delete(key);
    change({ answers });
    announce(pasteText.takenBack);
    setSitting(steppedBack);
  };
  const onBack = steps.length === 0 ? null : back;
  if (asked?.outcome.type !== 'doubtful')
    return (
      <SittingOver title={pasteText.decidedTitle} leave={pasteText.toPreview} onLeave={onLeave} onBack={onBack}>
        {pasteText.decided(open.length)}
      </SittingOver>
    );
  const { line, outcome } = asked;
  const answer = (given: SideBySideAnswer): void => {
    if (given !== 'later') change({ answers: new Map([...choices.answers, [line.number, given]]) });
    setSitting((before) => stepped(before, line.number, null));
  };
  return (
    <SideBySide
      thing={{ ...outcome.item, title: line.text, otherTitles: [] }}
      thingLabel={pasteText.lineLabel(line.number)}
      candidates={outcome.candidates.map(comparedOf)}
      doubt={sideBySideText.doubt(outcome.candidates[0]?.evidence ?? [])}
      progress={{ place: steps.length + 1, of: steps.length + left.length }}
      waiting={false}
      onAnswer={answer}
      onBack={onBack}
    >
      <Button onClick={onLeave}>{pasteText.toPreview}</Button>
    </SideBySide>
  );
}

function comparedOf(candidate: PasteCandidate): { readonly thing: ComparedThing; readonly label: string } {
  if (candidate.type === 'entry')
    return { thing: { ...candidate.entry, otherTitles: candidate.entry.aliases }, label: pasteText.entryLabel };
  const { item } = candidate;
  return {
    thing: { ...item, otherTitles: item.originalTitle === null ? [] : [item.originalTitle] },
    label: item.inLibrary ? pasteText.yoursLabel : pasteText.known,
  };
}

import { Button, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useAnnounce } from '../../app/context/window-state-context';
import {
  NO_STEPS,
  questionsLeft,
  stepped,
  steppedBack,
  type QuestionSitting,
} from '../../application/question-sitting';
import { alikeQuestions, rowQuestions, withRowAnswers, type RowQuestion } from '../../application/import/row-questions';
import type { ItemId } from '../../domain/ids';
import type { DoubtfulRow, RowAnswers } from '../../domain/import-plan';
import type { ImportedRow } from '../../domain/imported-row';
import type { Item } from '../../domain/item';
import { importText } from '../../text/import';
import { twinsText } from '../../text/twins';
import type { RatingScale } from '../../ui/format';
import { AllAlike } from '../../ui/side-by-side/all-alike';
import { pairLines } from '../../ui/side-by-side/pair-facts';
import type { PairAnswer } from '../../ui/side-by-side/pair-keys';
import { PairQuestion } from '../../ui/side-by-side/pair-question';
import { SittingOver } from '../../ui/side-by-side/sitting-over';
import { describeFacts } from './describe-twin';

export interface RowsSittingProps {
  /** Of all plans. */
  readonly doubtful: readonly DoubtfulRow[];
  /** What was said before. */
  readonly answers: RowAnswers;
  readonly byId: ReadonlyMap<ItemId, Item>;
  readonly scale: RatingScale;
  /** Back to the preview, with what was said by now. */
  readonly onLeave: (answers: RowAnswers) => void;
}

/** Doubtful rows one after the other, before anything is written: the answers become part of the plan. */
export function RowsSitting({ doubtful, answers: before, byId, scale, onLeave }: RowsSittingProps): ReactNode {
  const announce = useAnnounce();
  const [sitting, setSitting] = useState<QuestionSitting<string>>(NO_STEPS);
  /** After each step. */
  const [said, setSaid] = useState<readonly RowAnswers[]>([]);
  const [askingAll, setAskingAll] = useState(false);
  const answers = said.at(-1) ?? before;
  const left = useMemo(
    () => questionsLeft(sitting, rowQuestions(doubtful, answers), ({ key }) => key),
    [sitting, doubtful, answers],
  );
  const [asked] = left;
  const alike = useMemo(
    () => (asked === undefined ? { questions: [], entangled: 0 } : alikeQuestions(asked, left)),
    [asked, left],
  );
  const step = (key: string, next: RowAnswers, words: string): void => {
    announce(words);
    setSaid((steps) => [...steps, next]);
    setSitting((steps) => stepped(steps, key, null));
  };
  const back = (): void => {
    announce(twinsText.takenBack);
    setSaid((steps) => steps.slice(0, -1));
    setSitting(steppedBack);
  };
  const onBack = sitting.steps.length === 0 ? null : back;
  const leave = (): void => {
    onLeave(answers);
  };
  if (asked === undefined)
    return (
      <SittingOver title={twinsText.overTitle} leave={importText.toPreview} onLeave={leave} onBack={onBack}>
        {importText.settledOver(rowQuestions(doubtful, answers).length)}
      </SittingOver>
    );
  const { row, twin } = asked;
  const other: Item | ImportedRow | null = twin.itemId === null ? twin.row : (byId.get(twin.itemId) ?? null);
  const answer = (given: PairAnswer): void => {
    if (given === 'later') step(asked.key, answers, twinsText.saidLater(row.title));
    else {
      const words = given === 'same' ? importText.saidSame : twinsText.saidDifferent;
      step(asked.key, withRowAnswers(answers, [asked], given), words(row.title));
    }
  };
  return (
    <>
      <PairQuestion
        titles={[row.title, twin.facts.title]}
        headings={[
          <Heading key="row" words={twinsText.inFile(row.file, row.line)} />,
          <Heading
            key="other"
            words={twin.row === null ? twinsText.inLibrary : twinsText.inFile(twin.row.file, twin.row.line)}
          />,
        ]}
        lines={other === null ? [] : pairLines([row, other], scale)}
        remarks={[twinsText.why(twin.evidence), twin.row === null ? importText.ifSame : importText.ifSameRow]}
        progress={{ place: sitting.steps.length + 1, of: sitting.steps.length + left.length }}
        waiting={false}
        onAnswer={answer}
        onBack={onBack}
        onSwap={null}
        onAll={
          alike.questions.length + alike.entangled < 2
            ? null
            : () => {
                setAskingAll(true);
              }
        }
        allCount={alike.questions.length + alike.entangled}
        onLeave={leave}
        keys={twinsText.keysForRow}
      >
        <Button variant="default" onClick={leave}>
          {importText.toPreview}
        </Button>
      </PairQuestion>
      {askingAll ? (
        <AllAlike
          rule={twinsText.allRule(twin.evidence)}
          pairs={alike.questions.map(describeQuestion)}
          entangled={alike.entangled}
          onAnswer={(given) => {
            setAskingAll(false);
            step(asked.key, withRowAnswers(answers, alike.questions, given), twinsText.saidAll(alike.questions.length));
          }}
          onClose={() => {
            setAskingAll(false);
          }}
        />
      ) : null}
    </>
  );
}

const describeQuestion = ({ row, twin }: RowQuestion): string =>
  twinsText.pair(describeFacts(row), describeFacts(twin.facts));

function Heading({ words }: { readonly words: string }): ReactNode {
  return (
    <Text size="sm" c="dimmed" span style={{ overflowWrap: 'anywhere' }}>
      {words}
    </Text>
  );
}

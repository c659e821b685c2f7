import { useEffect, useState, type ReactNode } from 'react';
import type { KeptOutside, Recovery } from '../application/keeping/kept-outside';
import { toAppError } from '../domain/errors';
import { damagedDatabaseText as text } from '../text/damaged-database';
import { startUpText } from '../text/frame';
import { formatDateTime } from '../ui/format';
import { ProblemPage, reload, type ProblemAction } from './problem-page';

interface Props {
  readonly recovery: Recovery;
  /** Shown where there is no host: then nothing is kept outside, and nobody can move the files. */
  readonly withoutHost: ReactNode;
}

type Asked = { readonly answer: string } | { readonly problem: string };

/** The browser cannot read its database: what is kept outside it, and the way back. */
export function DamagedDatabase({ recovery, withoutHost }: Props): ReactNode {
  const [outside, setOutside] = useState<KeptOutside | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    void recovery.look().then(setOutside);
  }, [recovery]);
  if (outside?.kind === 'no-host') return withoutHost;

  const setAside = (): void => {
    recovery.setAside().then(
      (time) => {
        setAsked({ answer: time === 'now' ? text.wait : text.nextStart });
      },
      (error: unknown) => {
        setAsked({ problem: toAppError(error).message });
      },
    );
  };
  return (
    <ProblemPage title={text.title} actions={actionsOf(outside, asked, setAside)}>
      <p>{text.about}</p>
      {asked !== null && 'answer' in asked ? <output>{asked.answer}</output> : <Offer outside={outside} />}
      {asked !== null && 'problem' in asked ? <p role="alert">{asked.problem}</p> : null}
    </ProblemPage>
  );
}

function actionsOf(outside: KeptOutside | null, asked: Asked | null, setAside: () => void): readonly ProblemAction[] {
  const again: ProblemAction = { label: startUpText.reload, act: reload };
  if (outside === null || (asked !== null && 'answer' in asked)) return [];
  if (outside.kind !== 'known') return [again];
  return outside.journalUpTo === null && outside.snapshotOf === null
    ? [again, { label: text.startEmpty, act: setAside }]
    : [{ label: text.bringBack, act: setAside }, again];
}

function Offer({ outside }: { readonly outside: KeptOutside | null }): ReactNode {
  if (outside === null) return <output>{text.looking}</output>;
  if (outside.kind === 'no-host') return null;
  if (outside.kind === 'unknown')
    return (
      <>
        <p>{text.unknown}</p>
        <p role="alert">{outside.problem.message}</p>
      </>
    );
  const { journalUpTo, lostChanges, snapshotOf, setAsideProblem } = outside;
  return (
    <>
      {setAsideProblem === null ? null : <p role="alert">{setAsideProblem}</p>}
      {journalUpTo === null ? (
        <p>{snapshotOf === null ? text.nothing : text.onlySnapshot(formatDateTime(snapshotOf))}</p>
      ) : (
        <p>
          <strong>{text.keptUpTo(formatDateTime(journalUpTo))}</strong>
          {lostChanges === 0 ? null : ` ${text.lostChanges(lostChanges)}`}
          {snapshotOf === null ? null : ` ${text.snapshotOf(formatDateTime(snapshotOf))}`}
        </p>
      )}
      <p>{text.how}</p>
    </>
  );
}

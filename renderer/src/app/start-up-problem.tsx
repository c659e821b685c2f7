import type { ReactNode } from 'react';
import type { Recovery } from '../application/keeping/kept-outside';
import { toAppError, type ErrorCode } from '../domain/errors';
import { startUpText } from '../text/frame';
import { DamagedDatabase } from './damaged-database';
import { ProblemPage, reload } from './problem-page';

const ADVICE: Partial<Record<ErrorCode, string>> = {
  'database-newer': startUpText.newer,
  'database-blocked': startUpText.blocked,
  'storage-full': startUpText.full,
};

interface Props {
  readonly error: unknown;
  readonly recovery: Recovery;
}

/** Shown where start-up failed, and where the database went away later. */
export function StartUpProblem({ error, recovery }: Props): ReactNode {
  const { code, message } = toAppError(error);
  const plain = (
    <ProblemPage title={startUpText.title} actions={[{ label: startUpText.reload, act: reload }]}>
      <p>{ADVICE[code] ?? startUpText.other}</p>
      <p style={{ fontFamily: 'monospace', fontSize: 14 }}>{message}</p>
      <p>{startUpText.safe}</p>
    </ProblemPage>
  );
  return code === 'database-damaged' ? <DamagedDatabase recovery={recovery} withoutHost={plain} /> : plain;
}

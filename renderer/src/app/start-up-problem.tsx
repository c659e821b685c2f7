import type { ReactNode } from 'react';
import type { ArchiveSaver } from '../application/archive/archive-saver';
import type { Recovery } from '../application/keeping/kept-outside';
import type { StoredLibrary } from '../application/library/stored-library';
import { toAppError, type ErrorCode } from '../domain/errors';
import { startUpText } from '../text/frame';
import { DamagedDatabase } from './damaged-database';
import { NewerDatabase } from './newer-database';
import { ProblemPage, reload } from './problem-page';

const ADVICE: Partial<Record<ErrorCode, string>> = {
  'database-blocked': startUpText.blocked,
  'storage-full': startUpText.full,
};

interface Props {
  readonly error: unknown;
  readonly recovery: Recovery;
  /** Saves the library as it stands, whatever version it is of. */
  readonly saver: ArchiveSaver;
  /** What can be shown of a library of a newer version. */
  readonly readStored: () => Promise<StoredLibrary>;
}

/** Shown where start-up failed, and where the database went away later. */
export function StartUpProblem({ error, recovery, saver, readStored }: Props): ReactNode {
  const { code, message } = toAppError(error);
  if (code === 'database-newer') return <NewerDatabase saver={saver} readStored={readStored} />;
  const plain = (
    <ProblemPage title={startUpText.title} actions={[{ label: startUpText.reload, act: reload }]}>
      <p>{ADVICE[code] ?? startUpText.other}</p>
      <p style={{ fontFamily: 'monospace', fontSize: 14 }}>{message}</p>
      <p>{startUpText.safe}</p>
    </ProblemPage>
  );
  return code === 'database-damaged' ? <DamagedDatabase recovery={recovery} withoutHost={plain} /> : plain;
}

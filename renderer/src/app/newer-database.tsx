import { useSyncExternalStore, type ReactNode } from 'react';
import type { ArchiveSaver, ArchiveSaverState } from '../application/archive/archive-saver';
import type { StoredLibrary } from '../application/library/stored-library';
import { archiveText } from '../text/archive';
import { startUpText } from '../text/frame';
import { newerDatabaseText as text } from '../text/newer-database';
import { ProblemPage, reload, type ProblemAction } from './problem-page';
import { StoredLibraryView } from './stored-library-view';

interface Props {
  readonly saver: ArchiveSaver;
  readonly readStored: () => Promise<StoredLibrary>;
}

/** A newer version of the program has used the library: what that means, a copy of it as a file, and a look at it. */
export function NewerDatabase({ saver, readStored }: Props): ReactNode {
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const again: ProblemAction = { label: startUpText.reload, act: reload };
  // Stays while the file is written, and with it the focus; another press is ignored then.
  const save: ProblemAction = {
    label: archiveText.save,
    act: () => {
      void saver.save(null);
    },
  };
  const cancel: ProblemAction = { label: archiveText.cancel, act: saver.cancel };
  return (
    <ProblemPage
      title={text.title}
      actions={[again, save, ...(state.step === 'saving' ? [cancel] : [])]}
      below={<StoredLibraryView read={readStored} />}
    >
      <p>{text.about}</p>
      <p>
        <strong>{text.advice}</strong>
      </p>
      <p>{text.file}</p>
      <SavingState state={state} />
    </ProblemPage>
  );
}

function SavingState({ state }: { readonly state: ArchiveSaverState }): ReactNode {
  switch (state.step) {
    case 'idle':
      return null;
    case 'saving':
      return (
        <output>
          {archiveText.saving}{' '}
          <progress
            aria-label={archiveText.saving}
            value={state.progress.done}
            max={Math.max(1, state.progress.total)}
          />
        </output>
      );
    case 'saved':
      return (
        <output>
          {archiveText.saved(state.fileName, state.isLocked)} {archiveText.holds(state.summary.tables)}
        </output>
      );
    case 'failed':
      return (
        <p role="alert">
          {archiveText.failed}: {state.reason}
        </p>
      );
  }
}

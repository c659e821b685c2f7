import { useEffect, useMemo, useRef, useState } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useDraft } from '../../app/context/use-draft';
import { useLibrary } from '../../app/context/use-library';
import { useToasts } from '../../app/context/use-toasts';
import { useUsualKind } from '../../app/context/use-usual-kind';
import { LibraryTwins } from '../../application/paste/library-twins';
import { lookUpLines } from '../../application/paste/look-up-lines';
import { planPaste, type PasteChoices, type PlannedLine } from '../../application/paste/plan-paste';
import type { LineMatches } from '../../application/paste/reading-match';
import { readPastedLines, type PastedLine } from '../../importing/pasted/pasted-lines';
import { pasteText } from '../../text/paste';
import type { Draft } from '../../ui/draft';

/** Lines that were read, and what the catalogue made of them. */
interface ReadLines {
  readonly lines: readonly PastedLine[];
  readonly matches: LineMatches;
  /** Why the catalogue was not asked; null where it was. */
  readonly notAsked: string | null;
}

export interface Paste {
  readonly draft: Draft<string>;
  /** What all lines are; null = of different kinds. */
  readonly kind: string | null;
  readonly setKind: (kind: string | null) => void;
  /** null: the catalogue is not being asked. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** null: nothing was read yet. */
  readonly planned: readonly PlannedLine[] | null;
  readonly notAsked: string | null;
  readonly choices: PasteChoices;
  readonly change: (change: Partial<PasteChoices>) => void;
  readonly read: () => void;
  /** Back to the text: what is being read is cancelled. */
  readonly back: () => void;
}

const NO_CHOICES = { byLine: new Map(), answers: new Map() } as const;

/** Lines from a text to what each would become. Nothing is written here. */
export function usePaste(): Paste {
  const { catalogue, library } = useServices();
  const { catalogue: isOn } = useSettings();
  const { showError, showToast } = useToasts();
  const draft = useDraft('paste', '');
  const { byId } = useLibrary(library);
  const usualKind = useUsualKind();
  const [kind, setKind] = useState<string | null>(null);
  const [own, setOwn] = useState<Partial<PasteChoices>>(NO_CHOICES);
  const [read, setRead] = useState<ReadLines | null>(null);
  const [progress, setProgress] = useState<Paste['progress']>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );
  const choices = useMemo(() => ({ unknownKind: usualKind, ...NO_CHOICES, ...own, kind }), [usualKind, own, kind]);
  const twins = useMemo(() => new LibraryTwins(read === null ? [] : [...byId.values()]), [read, byId]);
  const planned = useMemo(
    () => (read === null ? null : planPaste(read.lines, read.matches, twins, choices)),
    [read, twins, choices],
  );

  const lookUp = async (lines: readonly PastedLine[], signal: AbortSignal): Promise<ReadLines> => {
    const none = { lines, matches: new Map() };
    if (!isOn) return { ...none, notAsked: pasteText.off };
    const { status, reason } = await catalogue.state({}, { signal });
    if (status === 'unavailable') return { ...none, notAsked: pasteText.unavailable(reason) };
    const matches = await lookUpLines(catalogue, lines, kind, signal, (done, total) => {
      if (!signal.aborted) setProgress({ done, total });
    });
    return { lines, matches, notAsked: null };
  };
  const stop = (): void => {
    running.current?.abort();
    running.current = null;
    setProgress(null);
  };
  return {
    draft,
    kind,
    setKind,
    progress,
    planned,
    notAsked: read?.notAsked ?? null,
    choices,
    change: (change) => {
      setOwn((before) => ({ ...before, ...change }));
    },
    read: () => {
      const lines = readPastedLines(draft.value);
      if (lines.length === 0) {
        showToast(pasteText.nothing);
        return;
      }
      stop();
      const { signal } = (running.current = new AbortController());
      setProgress({ done: 0, total: 0 });
      lookUp(lines, signal)
        .then((found) => {
          if (signal.aborted) return;
          setOwn(NO_CHOICES);
          setRead(found);
          setProgress(null);
        })
        .catch((error: unknown) => {
          if (signal.aborted) return;
          setProgress(null);
          showError(error);
        });
    },
    back: () => {
      stop();
      setRead(null);
    },
  };
}

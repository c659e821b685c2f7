import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TitleCompleter, TypedTitle } from '../../application/catalogue/title-completer';
import type { CatalogueSuggestion } from '../../domain/catalogue';
import type { Item } from '../../domain/item';
import { offerOf, type TitleCompletion, type TitleOffer } from '../../ui/offered-titles';
import { useServices } from './services';
import { useAnswer } from './use-answer';
import { useTitleCompleter } from './use-title-completer';

/** What was offered before is shown until the catalogue answers, but no longer than this, in milliseconds. */
const PATIENCE = 150;
/** How long Enter waits for an answer that is still to come: a catalogue that is being read. In milliseconds. */
const ENTER_WAITS = 1000;

interface Answer {
  readonly text: string;
  readonly suggestions: readonly CatalogueSuggestion[];
}

const NONE: readonly CatalogueSuggestion[] = [];

/**
 * What is offered while a title is typed: the library's things, and what the catalogue completes.
 * @param search in the library, best first
 */
export function useTitleCompletion(
  { text: title, kind, usualKind }: TypedTitle,
  search: (query: string) => readonly Item[],
): TitleCompletion {
  const { libraryThings } = useServices();
  const completer = useTitleCompleter();
  const question = useMemo(
    (): TypedTitle | null => (completer.wouldAsk(title) ? { text: title, kind, usualKind } : null),
    [completer, title, kind, usualKind],
  );
  const asked = useRef<Promise<Answer> | null>(null);
  const { answer, waiting, error } = useAnswer(question, (typed: TypedTitle, signal) => {
    asked.current = askedOf(completer, typed, signal);
    return asked.current;
  });
  const isLate = useIsLate(waiting && error === null ? question : null);
  const offerFor = useCallback(
    (text: string, suggestions: readonly CatalogueSuggestion[]): TitleOffer =>
      offerOf({
        text,
        found: text.trim() === '' ? [] : search(text.trim()),
        suggestions,
        inLibrary: ({ entry }) => libraryThings.find(entry),
        usualKind,
      }),
    [libraryThings, search, usualKind],
  );
  const isHeld = waiting && error === null && !isLate;
  const isAnswered = answer?.text === title && question !== null;
  const [text, suggestions] = isHeld
    ? [answer?.text ?? '', answer?.suggestions ?? NONE]
    : [title, isAnswered ? answer.suggestions : NONE];
  const offer = useMemo(() => offerFor(text, suggestions), [offerFor, text, suggestions]);
  const current = async (): Promise<TitleOffer> => {
    const late = await Promise.race([asked.current ?? null, afterWaiting()]).catch(() => null);
    return offerFor(title, late?.text === title ? late.suggestions : NONE);
  };
  return {
    offer,
    isCurrent: !waiting || error !== null,
    current,
    warm: () => {
      completer.warm();
    },
  };
}

async function askedOf(completer: TitleCompleter, typed: TypedTitle, signal: AbortSignal): Promise<Answer> {
  return { text: typed.text, suggestions: await completer.complete(typed, signal) };
}

/** True once the same question has waited longer than a person would without wondering. */
function useIsLate(question: TypedTitle | null): boolean {
  const [late, setLate] = useState<TypedTitle | null>(null);
  useEffect(() => {
    if (question === null) return undefined;
    const timer = setTimeout(() => {
      setLate(question);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
    };
  }, [question]);
  return question !== null && late === question;
}

const afterWaiting = (): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(null);
    }, ENTER_WAITS);
  });

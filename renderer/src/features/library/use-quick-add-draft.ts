import { useDraft } from '../../app/context/use-draft';
import { NOTHING_WRITTEN, type NewItemWords } from '../../application/library/picked-title';
import type { Draft } from '../../ui/draft';

/** What the form for a new thing holds: whoever opens it may write a title into it first. */
export const useQuickAddDraft = (): Draft<NewItemWords> => useDraft('quick add', NOTHING_WRITTEN);

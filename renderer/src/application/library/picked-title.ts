import type { CatalogueEntry } from '../../domain/catalogue';
import type { FillableField } from '../../domain/catalogue-link';
import { UNKNOWN_KIND } from '../../domain/enrichment';
import { foldLetters } from '../../domain/fold-letters';
import type { ItemDraft } from '../../domain/item';
import { draftOfEntry } from '../catalogue/draft-of-entry';
import { emptyItemForm, itemDraft, type NewItemForm } from './new-item';

/** What the form for a new thing holds: what was typed in it, and which thing was chosen by its title. */
export interface NewItemWords {
  /** Only what was typed: whatever is not here may be filled in. */
  readonly typed: Partial<NewItemForm>;
  readonly picked: PickedTitle | null;
}

export interface PickedTitle {
  /** The title it was given; as soon as another one is typed, its facts are gone. */
  readonly title: string;
  readonly entry: CatalogueEntry;
}

export const NOTHING_WRITTEN: NewItemWords = { typed: {}, picked: null };

export interface ShownForm {
  readonly form: NewItemForm;
  /** Fields, shown or not, that hold what the catalogue says. */
  readonly filled: readonly FillableField[];
}

/** Fields of the form that the catalogue may fill. */
const FILLED_IN_FORM = ['kind', 'creators', 'year', 'tags'] as const satisfies readonly FillableField[];

/** The words with this title chosen: its facts are filled in where nothing was typed. */
export const withPicked = ({ typed }: NewItemWords, picked: PickedTitle): NewItemWords => ({
  typed: { ...withoutBlanks(typed), title: picked.title },
  picked,
});

/** What the fields show: what was typed, then what the catalogue says of the chosen thing. */
export function shownForm(words: NewItemWords, usualKind: string): ShownForm {
  const { typed } = words;
  const draft = filledDraft(words, 0);
  const filled = draft?.catalogue?.filled ?? [];
  if (draft === null || filled.length === 0) return { form: { ...emptyItemForm(usualKind), ...typed }, filled };
  const { kind, year = null, tags = [], creators = [] } = draft;
  const names = creators.join(creators.some((name) => name.includes(',')) ? '; ' : ', ');
  return { form: { ...emptyItemForm(kind), year, tags, creators: names, ...typed }, filled };
}

/** What the form adds, at `now` (epoch milliseconds); null while it has no title. */
export const newItemDraft = (words: NewItemWords, usualKind: string, now: number): ItemDraft | null =>
  filledDraft(words, now) ?? itemDraft({ ...emptyItemForm(usualKind), ...words.typed }, now);

/** Null where no thing is chosen. */
function filledDraft({ typed, picked }: NewItemWords, now: number): ItemDraft | null {
  const draft = itemDraft({ ...emptyItemForm(UNKNOWN_KIND), ...typed }, now);
  if (draft === null || picked === null || foldLetters(picked.title.trim()) !== foldLetters(draft.title)) return null;
  return draftOfEntry(
    draft,
    picked.entry,
    FILLED_IN_FORM.filter((field) => typed[field] !== undefined),
  );
}

const withoutBlanks = (typed: Partial<NewItemForm>): Partial<NewItemForm> =>
  // What is left of a part of a form is one.
  Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value !== null && (typeof value === 'number' || value.length > 0)),
  ) as Partial<NewItemForm>;

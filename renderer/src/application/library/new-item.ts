import type { Item, ItemDraft } from '../../domain/item';
import type { ItemStatus } from '../../domain/item-values';
import { foldWords } from '../../identity/fold-text';

/** What the quick-add form holds, as typed. */
export interface NewItemForm {
  readonly title: string;
  readonly kind: string;
  /** Names separated by commas or semicolons. */
  readonly creators: string;
  readonly year: number | null;
  readonly tags: readonly string[];
  readonly status: ItemStatus;
  /** 0..1. */
  readonly rating: number | null;
}

export const emptyItemForm = (kind: string): NewItemForm => ({
  title: '',
  kind,
  creators: '',
  year: null,
  tags: [],
  status: 'none',
  rating: null,
});

/** What the form adds, at `now` (epoch milliseconds); null while it has no title. */
export function itemDraft(form: NewItemForm, now: number): ItemDraft | null {
  const title = form.title.trim();
  if (title === '') return null;
  return {
    title,
    kind: typedKind(form.kind),
    year: form.year,
    tags: form.tags,
    status: form.status,
    addedAt: now,
    creators: form.creators
      .split(/[,;]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    ownRating: form.rating,
  };
}

/** Items of the same kind and title, whatever its accents and punctuation; at most three. */
export function sameTitle(items: readonly Item[], form: Pick<NewItemForm, 'title' | 'kind'>): readonly Item[] {
  const title = foldWords(form.title);
  if (title === '') return [];
  const kind = typedKind(form.kind);
  return items.filter((item) => item.kind === kind && foldWords(item.title) === title).slice(0, 3);
}

/** The kind a person typed or chose; kinds are free text in lower case. */
export const typedKind = (text: string): string => text.trim().toLowerCase() || 'other';

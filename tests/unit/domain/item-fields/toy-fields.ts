import type { ItemField } from '../../../../renderer/src/domain/item-fields/item-field';
import { fillBlank, keepFirst } from '../../../../renderer/src/domain/item-fields/field-rules';
import { z } from 'zod';

/** What somebody writes who adds a fact: one entry in the table … */
export const toyLanguage: ItemField<string | null> = {
  schema: z.string().nullable(),
  blank: null,
  scope: 'fact',
  recommender: 'vector',
  imported: { merge: fillBlank, patch: fillBlank, column: { headers: ['language', 'sprache'], read: 'text' } },
  portable: 'optional',
  csv: { header: 'Language', place: 35, cell: (language) => language ?? '' },
  form: { editor: 'text', row: 40 },
  inFactsTable: true,
  search: { boost: 1, text: (language) => language ?? '' },
};

/** … and somebody who adds a secret of the owner. */
export const toySecret: ItemField<string | null> = {
  schema: z.string().nullable(),
  blank: null,
  scope: 'private',
  recommender: 'none',
  imported: { merge: keepFirst, patch: keepFirst, column: null },
  portable: 'optional',
  csv: { header: 'Secret', place: 120, cell: (secret) => secret ?? '' },
  form: null,
  inFactsTable: false,
  search: null,
};

/** Their words: one entry each in text/item-fields.ts. */
export const toyText = {
  language: { label: 'Language', name: 'language', hint: 'Of the original' },
  secret: { label: 'Secret', name: 'secret' },
};

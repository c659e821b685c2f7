import type { ItemField } from '../../../../renderer/src/domain/item-fields/item-field';
import { fillBlank, keepFirst } from '../../../../renderer/src/domain/item-fields/field-rules';
import { z } from 'zod';

/** What somebody writes who adds a fact: one entry in the table … */
export const toyFact: ItemField<string | null> = {
  schema: z.string().nullable(),
  blank: null,
  scope: 'fact',
  recommender: 'vector',
  imported: { merge: fillBlank, patch: fillBlank, column: { headers: ['toy', 'toy word'], read: 'text' } },
  portable: 'optional',
  csv: { header: 'Toy', place: 35, cell: (toy) => toy ?? '' },
  form: { editor: 'text', row: 40 },
  inFactsTable: true,
  search: { boost: 1, text: (toy) => toy ?? '' },
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
  toy: { label: 'Toy', name: 'toy', hint: 'Of the original' },
  toySecret: { label: 'Secret', name: 'secret' },
};

import type { ItemFieldName } from '../domain/item-fields/field-names';

export interface FieldText {
  /** As a label. */
  readonly label: string;
  /** As it stands inside a sentence or a list of changes. */
  readonly name: string;
  /** What to type, beside its editor. */
  readonly hint?: string;
}

export const itemFieldText: Readonly<Record<ItemFieldName, FieldText>> = {
  kind: { label: 'Kind', name: 'kind' },
  title: { label: 'Title', name: 'title' },
  originalTitle: { label: 'Original title', name: 'original title' },
  creators: { label: 'Creators', name: 'creators', hint: 'One per tag; Enter ends one' },
  year: { label: 'Year', name: 'year', hint: 'Negative for BC' },
  length: { label: 'Length', name: 'length' },
  tags: { label: 'Tags', name: 'tags' },
  shelves: { label: 'Shelves', name: 'shelves', hint: 'Your own, such as favorites or to-buy' },
  series: { label: 'Series', name: 'series' },
  crowd: { label: 'Everyone’s rating', name: 'everyone’s rating' },
  identifiers: { label: 'Identifiers', name: 'identifiers' },
  url: { label: 'Link', name: 'link' },
  ownRating: { label: 'Your rating', name: 'your rating' },
  status: { label: 'Status', name: 'status' },
  finishedAt: { label: 'Finished on', name: 'finished' },
  note: { label: 'Note', name: 'note', hint: 'Why you keep it. Used as the first words when you share it.' },
  privateNote: {
    label: 'Private note',
    name: 'private note',
    hint: 'Only for you: never part of a share or an export.',
  },
  inLibrary: { label: 'In your library', name: 'in your library' },
  excludedFromPicks: {
    label: 'Never offer as a pick',
    name: 'offered as a pick',
    hint: 'Stays in the library and still counts for your taste.',
  },
  source: { label: 'Source', name: 'source' },
  catalogue: { label: 'From the catalogue', name: 'from the catalogue' },
  twins: { label: 'What looks like it', name: 'what looks like it' },
  byHand: { label: 'Said by hand', name: 'said by hand' },
};

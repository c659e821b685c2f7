/** Words of the shared parts. */
export const uiText = {
  rating: 'Rating',
  notRated: 'Not rated',
  clearRating: 'Clear rating',
  ratingHelp: 'Arrow keys change it, digits set it, 0 clears it.',
  tags: 'Tags',
  tagsPlaceholder: 'Type and press Enter',
  cancel: 'Cancel',
  confirm: 'Yes',
  close: 'Close',
  findItem: 'Find a thing',
  findItemPlaceholder: 'Title, creator or tag…',
  newItemKind: 'Kind of the new thing',
  addAs: (title: string, kind: string) => `Add “${title}” as a new ${kind.toLocaleLowerCase()}`,
  nothingFound: 'Nothing found',
  typeToSearch: 'Type to search',
  untitled: 'Untitled',
} as const;

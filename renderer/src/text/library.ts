import type { ItemStatus } from '../domain/item';
import { counted } from './plural';

export const statusNames: Readonly<Record<ItemStatus, string>> = {
  none: 'No status', wanted: 'Want to', 'in-progress': 'In progress', finished: 'Finished', abandoned: 'Gave up',
};

export const libraryText = {
  title: 'Library',
  search: 'Search the library',
  searchPlaceholder: 'Search titles, creators, tags',
  clearSearch: 'Clear search',
  kind: 'Kind', anyKind: 'Any kind',
  status: 'Status', anyStatus: 'Any status',
  tag: 'Tag', anyTag: 'Any tag',
  rating: 'Rating', anyRating: 'Any rating',
  ratingFilters: { rated: 'Rated', unrated: 'Not rated', loved: 'Loved (90 % and up)', liked: 'Liked (70 % and up)', low: 'Below 50 %' },
  sort: 'Order',
  sorts: { added: 'Newest first', title: 'Title', creator: 'Creator', year: 'Year', rating: 'Your rating', crowd: 'Everyone’s rating', finished: 'Last finished' },
  bestMatch: 'Best match',
  resetFilters: 'Clear filters',
  count: (count: number) => counted(count, 'thing'),
  countOf: (shown: number, all: number) => `${counted(shown, 'thing')} of ${counted(all, 'thing').replace(/ .*/u, '')}`,
  add: 'Add',
  importFile: 'Import a file',
  emptyTitle: 'Your library is empty',
  emptyBody: 'Bring in what you already have (a Goodreads, Letterboxd or IMDb export, or any CSV), add things one by one, or look around with a sample library first.',
  addSample: 'Try the sample library',
  addOne: 'Add one thing',
  noMatchTitle: 'Nothing matches',
  noMatchBody: 'Try fewer words or clear the filters.',
  gridLabel: 'Things in your library. Arrow keys move, Space selects, 1 to 5 rate, Enter opens.',
  keysHint: '↑ ↓ move · Space select · Shift+↑↓ extend · 1–5 rate · 0 clear · Enter open · Delete to trash',
  selectItem: (title: string) => `Select ${title}`,
  ratingOf: (title: string) => `Rating of ${title}`,
  selected: (count: number) => `${counted(count, 'thing')} selected`,
  selectAll: 'Select all',
  clearSelection: 'Clear selection',
  setStatus: 'Status',
  addTags: 'Add tags',
  removeTags: 'Remove tags',
  toTrash: 'Move to trash',
  bulk: 'Selected things',
  tagsDialogAdd: (count: number) => `Add tags to ${counted(count, 'thing')}`,
  tagsDialogRemove: (count: number) => `Remove tags from ${counted(count, 'thing')}`,
  tagsKept: 'Other tags stay as they are.',
  apply: 'Apply',
  excluded: 'Not offered as a pick',
  columnTitle: 'Title', columnTags: 'Tags', columnRating: 'Your rating', columnStatus: 'Status', columnSelect: 'Selected',
} as const;

export const quickAddText = {
  title: 'Add to the library',
  name: 'Title', kind: 'Kind', creators: 'Creators', creatorsHint: 'Author, director, band… comma between several',
  year: 'Year', tags: 'Tags', status: 'Status', rating: 'Your rating', note: 'Why you keep it',
  add: 'Add', addAnother: 'Add and another',
  already: 'Already in your library:',
} as const;

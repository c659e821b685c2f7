import { counted } from './plural';

export const trashText = {
  title: 'Trash',
  description: 'What you deleted stays here until you empty the trash.',
  emptyTitle: 'The trash is empty',
  emptyBody: 'Things, friends, shares and lists you delete come here first.',
  restore: 'Restore',
  restoreNamed: (title: string) => `Restore ${title}`,
  deleted: 'Deleted',
  empty: 'Empty the trash',
  emptyQuestion: (count: number) => `Delete ${counted(count, 'entry', 'entries')} for good? This cannot be undone.`,
  emptied: 'The trash was emptied',
} as const;
export const trashTypes: Readonly<Record<'item' | 'person' | 'share' | 'list', string>> = {
  item: 'Thing',
  person: 'Friend',
  share: 'Share',
  list: 'List',
};

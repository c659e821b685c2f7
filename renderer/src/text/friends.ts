/** Words of friends and their pages. */
export const friendsText = {
  title: 'Friends',
  intro: 'A friend is a name and a few things you know they love. Nobody but you sees it.',
  loading: 'Fetching your friends…',
  emptyTitle: 'Nobody here yet',
  empty: 'Add a friend and two or three things they love. The first picks appear at once.',
  add: 'Add a friend', archivedHeading: 'Archived', showArchived: (count: number) => `Show archived (${count})`, hideArchived: 'Hide archived',
  known: (loves: number, nevers: number, tags: number) => {
    const parts = [
      loves > 0 ? `${loves} ${loves === 1 ? 'love' : 'loves'}` : null,
      nevers > 0 ? `${nevers} never again` : null,
      tags > 0 ? `${tags} ${tags === 1 ? 'tag' : 'tags'}` : null,
    ].filter((part) => part !== null);
    return parts.length === 0 ? 'Nothing known yet' : parts.join(' · ');
  },
  lastSent: (title: string, date: string) => `Last sent: ${title}, ${date}`,
  neverSent: 'Nothing sent yet',
  pending: (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'} pending`,

  newTitle: 'Add a friend', editTitle: (name: string) => `Edit ${name}`,
  name: 'Name', namePlaceholder: 'What you call them', nameMissing: 'A name is needed.',
  email: 'E-mail (for drafts only)', note: 'Note to yourself',
  likedTags: 'Likes', likedTagsPlaceholder: 'science fiction, cosy, jazz…', avoidedTags: 'Never send', avoidedTagsPlaceholder: 'horror, spiders…',
  tagsHelp: 'Press Enter after each.',
  lovesStep: 'Loves', lovesHelp: 'Two or three things are enough to begin with. They need not be in your library.',
  neverStep: 'Never again', neverHelp: 'What you would never send them, or anything like it.',
  pickLove: 'Find something they love', pickNever: 'Find something they would never touch',
  save: 'Save', create: 'Add friend', cancel: 'Cancel', more: 'More details',
  removeFromDraft: (title: string) => `Remove ${title}`,

  notFoundTitle: 'This friend is not here', notFound: 'They may have been moved to the trash.', backToFriends: 'All friends',
  edit: 'Edit', archive: 'Archive', unarchive: 'Bring back', forget: 'Forget…', moreActions: (name: string) => `More about ${name}`,
  archivedNotice: (name: string) => `${name} is archived: no picks, and not on the home page.`,
  forgetTitle: (name: string) => `Forget ${name}?`,
  forgetBody: (name: string) => `${name}, everything known of their taste and everything you sent them move to the trash. You can bring them back from there.`,
  forgetConfirm: 'Move to trash',
  forgotten: 'Forgotten',

  tastes: (name: string) => `What ${name} loves, and does not`,
  loves: 'Loves', nevers: 'Never again', answers: 'Also known',
  noLoves: 'Nothing yet.', noNevers: 'Nothing yet.',
  addLove: 'Add a love', addNever: 'Add a never-again', pickerShort: 'Title…',
  removeTaste: (title: string) => `Remove ${title} from what is known`,
  eventLabel: {
    rated: 'rated', loved: 'loves', liked: 'likes', disliked: 'did not like', 'never-again': 'never again', 'chosen-over': 'would choose',
    finished: 'knows', abandoned: 'gave up', wanted: 'wants', reacted: 'reacted', 'not-for-them': 'not for them',
    'knows-it': 'knows it already', postponed: 'later',
  },
  takeBack: 'Take back',
  sharedHeading: 'Shared, and how it went',
  nothingShared: (name: string) => `You have not sent ${name} anything yet.`,
} as const;

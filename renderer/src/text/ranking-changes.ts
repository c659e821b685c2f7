/** Why picks are others than before, by the ranking version that made them so (domain/ranking-version.ts). */
export const rankingChanges: Readonly<Record<number, string>> = {
  2: 'Picks changed with this update: they now go by what each friend would choose, then by how well a thing is liked by everybody, and what a friend probably knows comes later. Everything you told still counts.',
};

export const rankingChangesText = {
  label: 'Why picks changed',
  dismiss: 'Hide why picks changed',
} as const;

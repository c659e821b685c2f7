import type { Mutation } from '../mutation';

const PROFILES = 'tests/unit/data/repositories.test.ts';
const PROFILE_BUILDER = 'renderer/src/data/taste-profile-builder.ts';
const ELIGIBLE = 'tests/unit/recommend/ranking/eligibility.test.ts';
const ELIGIBILITY = 'renderer/src/recommend/ranking/eligibility.ts';

const mayStillBeNew = (type: string): Pick<Mutation, 'file' | 'find' | 'replacement'> => ({
  file: PROFILE_BUILDER,
  find: "new Set(['wanted', 'chosen-over', 'postponed'])",
  replacement: `new Set(['wanted', 'chosen-over', 'postponed', '${type}'])`,
});

/** What must not be suggested to a person again. */
export const exclusions: readonly Mutation[] = [
  {
    name: 'what was sent may be sent again',
    why: 'A friend would get the same thing twice.',
    file: PROFILE_BUILDER,
    find: 'shares.map((share) => share.itemId)',
    replacement: 'shares.filter((share) => share.outcome !== null).map((share) => share.itemId)',
    killedBy: [
      {
        file: PROFILES,
        test: 'taste profiles exclude what was sent, until the share is deleted; all friends at once say the same',
      },
    ],
    short: true,
  },
  {
    name: 'what a friend knows may be sent',
    why: '“Knows it already” would change nothing.',
    ...mayStillBeNew('knows-it'),
    killedBy: [{ file: PROFILES, test: 'taste profiles exclude after knows-it and 0 days: true' }],
  },
  {
    name: 'what was declined for a friend may be sent',
    why: '“Not for them” would change nothing.',
    ...mayStillBeNew('not-for-them'),
    killedBy: [{ file: PROFILES, test: 'taste profiles exclude after not-for-them and 0 days: true' }],
  },
  {
    name: 'what a friend gave up may be sent',
    why: 'They have met it, and did not care for it.',
    ...mayStillBeNew('abandoned'),
    killedBy: [{ file: PROFILES, test: 'taste profiles exclude after abandoned and 0 days: true' }],
  },
  {
    name: 'what somebody guessed that a friend would pick counts as met',
    why: 'The very thing they would pick would never be sent.',
    file: ELIGIBILITY,
    find: 'if (!guessed.has(itemId)) addRow',
    replacement: 'addRow',
    killedBy: [
      {
        file: ELIGIBLE,
        test: 'what may be sent keeps what somebody would merely pick over another, until the person is known to know it',
      },
    ],
  },
  {
    name: 'what a friend wants is never sent',
    why: 'It is the best thing to send.',
    file: PROFILE_BUILDER,
    find: "new Set(['wanted', 'chosen-over', 'postponed'])",
    replacement: "new Set(['chosen-over', 'postponed'])",
    killedBy: [{ file: PROFILES, test: 'taste profiles exclude after wanted and 0 days: false' }],
  },
  {
    name: '“later” lasts three days',
    why: 'A month is promised.',
    file: PROFILE_BUILDER,
    find: 'POSTPONED_FOR = 30 *',
    replacement: 'POSTPONED_FOR = 3 *',
    killedBy: [{ file: PROFILES, test: 'taste profiles exclude after postponed and 29 days: true' }],
  },
  {
    name: 'avoided tags are not asked about',
    why: 'A friend would be sent what they said they never want.',
    file: ELIGIBILITY,
    find: 'if (avoided.some(',
    replacement: 'if (avoided.every(',
    killedBy: [
      {
        file: ELIGIBLE,
        test: 'what may be sent keeps avoided tags and kinds away, in any spelling and inside longer tags',
      },
    ],
  },
  {
    name: 'excluded things are offered',
    why: 'Everything that was sent, declined or known would come back.',
    file: ELIGIBILITY,
    find: 'for (const itemId of profile.excludedItemIds) addRow',
    replacement: 'for (const itemId of profile.excludedItemIds.slice(0, 0)) addRow',
    killedBy: [
      {
        file: ELIGIBLE,
        test: 'what may be sent leaves out other editions of what the person knows, but not a namesake',
      },
    ],
  },
  {
    name: 'another edition of a known thing is offered',
    why: 'The paperback of what a friend has read is no new thing.',
    file: ELIGIBILITY,
    find: "compareThings(left, right, 'two-sources').verdict !== 'different'",
    replacement: "compareThings(left, right, 'two-sources').verdict !== 'different' && left.year === right.year",
    killedBy: [
      {
        file: ELIGIBLE,
        test: 'what may be sent leaves out other editions of what the person knows, but not a namesake',
      },
    ],
  },
  {
    name: 'a later part is offered first',
    why: 'Nobody begins with the third volume.',
    file: ELIGIBILITY,
    find: 'if (part === null || part <= 1) return false;',
    replacement: 'if (part === null || part <= 9) return false;',
    killedBy: [{ file: ELIGIBLE, test: 'what may be sent sends the first part of a series first' }],
  },
];

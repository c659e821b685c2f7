import type { Mutation } from '../mutation';

const SCALE = 'tests/unit/domain/taste-scale.test.ts';

/** What is said and thought of a rating. */
export const taste: readonly Mutation[] = [
  {
    name: 'a 7 of 10 reads as liked',
    why: '“You liked it” would be sent to somebody who found it so-so.',
    file: 'renderer/src/domain/taste-scale.ts',
    find: 'liked: 0.8,',
    replacement: 'liked: 0.7,',
    killedBy: [
      { file: SCALE, test: 'what a rating says is liked from 8 of 10, never at 7' },
      {
        file: 'tests/unit/features/slate/notes/draft-note.test.ts',
        test: 'draftNote gives no opinion that the sender does not hold',
      },
    ],
    short: true,
  },
  {
    name: '2 of 5 stars are not disliked',
    why: 'Its like would be sent again.',
    file: 'renderer/src/domain/taste-scale.ts',
    find: 'rating > TASTE_SCALE.disliked',
    replacement: 'rating >= TASTE_SCALE.disliked',
    killedBy: [{ file: SCALE, test: 'what a rating says is liked from 4 of 5 stars, so-so at 3, disliked up to 2' }],
  },
  {
    name: 'what somebody found so-so is a reason',
    why: '“Because Mira found this so-so” is no reason to send its like.',
    file: 'renderer/src/recommend/explaining/event-reasons.ts',
    find: 'rating === null || isLiked(rating)',
    replacement: 'rating === null || rating > 0.4',
    killedBy: [
      {
        file: 'tests/unit/recommend/explaining/reasons.test.ts',
        test: 'event reasons never use a disliked or so-so thing, nor one that spoke against',
      },
    ],
  },
  {
    name: 'an earlier answer is said to be the last',
    why: 'The page would say what another answer teaches.',
    file: 'renderer/src/application/picks/last-answer.ts',
    find: 'event.recordedAt >= Math.max(since, last?.recordedAt ?? since)',
    replacement: 'event.recordedAt >= since',
    killedBy: [
      {
        file: 'tests/unit/application/picks/last-answer.test.ts',
        test: 'the last answer is the one recorded last since the page was opened',
      },
    ],
  },
  {
    name: 'a new installation is told that picks changed',
    why: 'Somebody who never saw a pick would read that picks are others than before.',
    file: 'renderer/src/application/picks/ranking-notice.ts',
    find: 'if (hasThings && (await people.friends',
    replacement: 'if (hasThings || (await people.friends',
    killedBy: [
      {
        file: 'tests/unit/application/picks/ranking-notice.test.ts',
        test: 'why picks changed is never told where there were no picks yet: without a thing, or without a friend',
      },
    ],
  },
  {
    name: 'a pair is asked again',
    why: 'The same two things would come back after each answer, and teach nothing.',
    file: 'renderer/src/application/friends/choice-session.ts',
    find: 'asked: session.steps.flatMap(({ pair }) => thingsOf(pair))',
    replacement: 'asked: []',
    killedBy: [
      {
        file: 'tests/unit/application/friends/choice-session.test.ts',
        test: 'a sitting of pairs asks for a pair without those shown, skipped ones included',
      },
    ],
  },
  {
    name: 'the thing passed over is taken for the chosen one',
    why: 'Every answer to “which would they pick?” would teach the opposite.',
    file: 'renderer/src/application/friends/choice-session.ts',
    find: 'chosen === left ? right : left',
    replacement: 'chosen === left ? left : right',
    killedBy: [
      {
        file: 'tests/unit/application/friends/choice-session.test.ts',
        test: 'a sitting of pairs knows which of the two was passed over',
      },
    ],
  },
  {
    name: 'one known film makes all of its maker’s unknown ones as certain as itself',
    why: 'Whatever one director ever made would be sent like the one film that people love.',
    file: 'renderer/src/recommend/model/known-items.ts',
    find: '(sum, { likeness }) => sum + likeness, 1)',
    replacement: '(sum, { likeness }) => sum + likeness, 0)',
    killedBy: [
      {
        file: 'tests/unit/recommend/encoded-library.test.ts',
        test: 'library gives a thing that the table does not have the mean of what it says of its kin, shrunk, and no other',
      },
    ],
  },
  {
    name: 'famous things of a sitting are added to the library itself',
    why: 'Films that the owner never had would be sent to friends as theirs.',
    file: 'renderer/src/application/friends/famous-things.ts',
    find: 'kind: UNKNOWN_KIND, inLibrary: false',
    replacement: 'kind: UNKNOWN_KIND',
    killedBy: [
      {
        file: 'tests/unit/application/friends/famous-things.test.ts',
        test: 'famous things for a sitting are new things with what the catalogue knows, outside the library, but for what it has already',
      },
    ],
  },
];

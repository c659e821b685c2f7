import { basename, dirname } from 'node:path';
import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { evenly, readPack } from '../pack';
import { UsageError } from '../usage-error';
import { readPeoplePack } from '../people/people-cases';
import type { PeopleCase } from '../people/people-cases';

/** A case of any form, as the estimates are fitted on it. */
export interface FitCase {
  readonly variant: string;
  readonly questions: readonly FitQuestion[];
}

/** One history, the things asked about, and which of them were right. */
export interface FitQuestion {
  readonly caseId: string;
  readonly form: PeopleCase['form'];
  readonly variant: string;
  readonly person: string;
  readonly k: number | null;
  readonly events: readonly TasteProfileEvent[];
  readonly candidates: readonly ItemId[];
  /** 1 = right, for each of the first candidates; those beyond are only what these are compared with. */
  readonly labels: readonly (0 | 1)[];
}

export interface FitPack {
  readonly items: readonly LibraryItem[];
  readonly cases: readonly FitCase[];
}

/** Things that one thing is compared with, where a case asks about one. */
const POOL = 60;
/** A folder of research cases, real people's libraries, talks, "whom" or "swap". Throws UsageError. */
export async function readFitPack(folder: string): Promise<FitPack> {
  const people = await readPeoplePack(folder, basename(folder), 'cases').catch((error: unknown) => {
    // Cases of the task "next" are of no use here, and only research sets have them.
    if (error instanceof UsageError && error.message.includes('"next"')) return null;
    throw error;
  });
  if (people !== null) {
    const { items, cases } = people;
    const pool = evenly(items, POOL).map(({ id }) => id);
    return { items, cases: cases.map((one) => ({ variant: one.variant, questions: peopleQuestions(one, pool) })) };
  }
  const { items, cases } = await readPack(dirname(folder), basename(folder), null, null);
  return {
    items,
    cases: cases
      .filter(({ variant }) => variant !== 'next')
      .map(({ id, variant, cluster, events, candidates, relevant }) => {
        const things = candidates === 'all' ? [] : candidates;
        const right = new Set(relevant);
        const labels = things.map((thing): 0 | 1 => (right.has(thing) ? 1 : 0));
        const asked = { caseId: id, form: 'ranking', variant, person: cluster, k: events.length } as const;
        return { variant, questions: [{ ...asked, events, candidates: things, labels }] };
      }),
  };
}

export const questionsOf = ({ questions }: FitCase): readonly FitQuestion[] => questions;

function peopleQuestions(one: PeopleCase, pool: readonly ItemId[]): readonly FitQuestion[] {
  const asked = { caseId: one.id, form: one.form, variant: one.variant, k: one.k };
  switch (one.form) {
    case 'ranking':
      return [
        {
          ...asked,
          person: one.cluster,
          events: one.friend.events,
          candidates: one.candidates,
          labels: one.candidates.map((thing) => (one.relevant.has(thing) ? 1 : 0)),
        },
      ];
    case 'whom':
      return one.friends.map(({ friend, events }) => ({
        ...asked,
        person: friend,
        events,
        candidates: [one.item, ...pool.filter((id) => id !== one.item)],
        labels: [one.relevant.has(friend) ? 1 : 0],
      }));
    case 'swap':
      return one.friends.map(({ friend, events }, place) => ({
        ...asked,
        person: friend,
        events,
        candidates: [...one.items, ...pool.filter((id) => !one.items.includes(id))],
        labels: one.items.map((_, item) => (item === place ? 1 : 0)),
      }));
    case 'knows':
      return [
        {
          ...asked,
          person: one.friend.friend,
          events: one.friend.events,
          candidates: [one.item],
          labels: [one.knew ? 1 : 0],
        },
      ];
  }
}

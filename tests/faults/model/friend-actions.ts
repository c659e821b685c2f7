import type { TasteEventType } from '../../../renderer/src/domain/event';
import { itemId, personId, shareId } from '../../../renderer/src/domain/ids';
import type { Outcome } from '../../../renderer/src/domain/share';
import { friendNamed, onLive, thingNamed, type Action } from './action';
import { isLive, said, withEntry, type Question, type Sent } from './library';
import { acted } from './state';

export function addFriend(name: string, loved: string | null): Action {
  const fullName = `${name} first`;
  return onLive(
    `add ${name}${loved === null ? '' : `, who loved ${loved}`}`,
    [],
    (library) => {
      const added = { ...library, friends: withEntry(library.friends, name, { name: fullName, isDeleted: false }) };
      // Deleted meanwhile: the friend comes without.
      return loved === null || !isLive(library, thingNamed(loved))
        ? added
        : said(added, name, loved, 'liking', { type: 'loved', rating: null });
    },
    ({ people }, ids) =>
      people.addFriend({ name: fullName }, loved === null ? [] : [{ itemId: itemId(ids.id(loved)), type: 'loved' }]),
  );
}

export function editFriend(friend: string, name: string): Action {
  return onLive(
    `call ${friend} “${name}”`,
    [friendNamed(friend)],
    (library) => ({ ...library, friends: withEntry(library.friends, friend, { name, isDeleted: false }) }),
    ({ people }, ids) => people.editFriend(personId(ids.id(friend)), { name }),
  );
}

export function say(friend: string, thing: string, [type, question]: readonly [TasteEventType, Question]): Action {
  return onLive(
    `${friend} of ${thing}: ${type}`,
    [friendNamed(friend), thingNamed(thing)],
    (library) => said(library, friend, thing, question, { type, rating: null }),
    ({ taste }, ids) => taste.recordTaste({ personId: personId(ids.id(friend)), itemId: itemId(ids.id(thing)), type }),
  );
}

export function send(name: string, thing: string, friend: string): Action {
  const note = `${name} first`;
  return onLive(
    `send ${thing} to ${friend} (${name})`,
    [thingNamed(thing), friendNamed(friend)],
    (library) => ({
      ...library,
      shares: withEntry(library.shares, name, { thing, friend, note, outcome: null, isDeleted: false }),
    }),
    ({ shares }, ids) =>
      shares.shareItem({ itemId: itemId(ids.id(thing)), personId: personId(ids.id(friend)), via: 'message', note }),
  );
}

function onShare(
  name: string,
  text: string,
  patch: Partial<Pick<Sent, 'note' | 'outcome'>>,
  perform: Action['perform'],
): Action {
  return {
    text,
    expect: (state) => {
      const share = state.library.shares.get(name);
      const isThere =
        share?.isDeleted === false &&
        isLive(state.library, thingNamed(share.thing)) &&
        isLive(state.library, friendNamed(share.friend));
      if (!isThere) return null;
      return acted(state, { ...state.library, shares: withEntry(state.library.shares, name, { ...share, ...patch }) });
    },
    perform,
  };
}

export const answer = (name: string, outcome: Outcome | null): Action =>
  onShare(name, `${name}: ${String(outcome)}`, { outcome }, ({ shares }, ids) =>
    shares.recordOutcome(shareId(ids.id(name)), outcome),
  );

export const editNote = (name: string, note: string): Action =>
  onShare(name, `note of ${name}: ${note}`, { note }, ({ shares }, ids) =>
    shares.editNote(shareId(ids.id(name)), note),
  );

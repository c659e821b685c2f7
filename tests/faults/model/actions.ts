import type { TasteEventType } from '../../../renderer/src/domain/event';
import { ITEM_STATUSES } from '../../../renderer/src/domain/item-values';
import { OUTCOMES } from '../../../renderer/src/domain/share';
import type { Action, Choice } from './action';
import { addFriend, answer, editFriend, editNote, say, send } from './friend-actions';
import { deletedIn, isLive, type Named, type Question } from './library';
import { addToList, createList, takeFromList } from './list-actions';
import { doneAgain, takenBack } from './state';
import { addThing, editThing, importing, rate, setStatus, tag } from './thing-actions';
import { deletion, isRestorable, restoration } from './trash-actions';

export const ACTION_KINDS = [
  'add thing',
  'rate',
  'set status',
  'tag',
  'edit thing',
  'delete thing',
  'add friend',
  'edit friend',
  'delete friend',
  'say',
  'send',
  'outcome',
  'edit note',
  'delete share',
  'create list',
  'add to list',
  'take from list',
  'delete list',
  'restore',
  'import',
  'undo',
  'redo',
  'name owner',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

const WORDS = ['blue', 'green', 'red', 'été', '“quoted”', '🎬'];
const SAYINGS: readonly (readonly [TasteEventType, Question])[] = [
  ['loved', 'liking'],
  ['liked', 'liking'],
  ['disliked', 'liking'],
  ['knows-it', 'sending'],
  ['postponed', 'sending'],
];

/** Null: there is nothing to do it with. */
export function actionOf(kind: ActionKind, choice: Choice): Action | null {
  const { library } = choice;
  const one = <T>(all: readonly T[]): T | null => all[choice.number(Math.max(all.length, 1))] ?? null;
  const live = (type: Named['type']): string | null =>
    one([...library[type].keys()].filter((name) => isLive(library, { type, name })));
  const word = (): string => one(WORDS) ?? '';
  switch (kind) {
    case 'add thing':
      return addThing(choice.newName('T'), one([null, 0.2, 0.6, 1]));
    case 'rate':
      return about(live('things'), (thing) => rate(thing, one([0.1, 0.5, 0.9, 1, null])));
    case 'set status':
      return about(live('things'), (thing) => setStatus(thing, one(ITEM_STATUSES) ?? 'none'));
    case 'tag':
      return about(live('things'), (thing) => tag(thing, choice.newName('tag')));
    case 'edit thing':
      return about(live('things'), (thing) => editThing(thing, `${thing} ${word()}`));
    case 'delete thing':
      return about(live('things'), (name) => deletion({ type: 'things', name }));
    case 'add friend':
      return addFriend(choice.newName('F'), live('things'));
    case 'edit friend':
      return about(live('friends'), (friend) => editFriend(friend, `${friend} ${word()}`));
    case 'delete friend':
      return about(live('friends'), (name) => deletion({ type: 'friends', name }));
    case 'say':
      return about(live('friends'), (friend) =>
        about(live('things'), (thing) => say(friend, thing, one(SAYINGS) ?? ['liked', 'liking'])),
      );
    case 'send':
      return about(live('friends'), (friend) =>
        about(live('things'), (thing) => send(choice.newName('S'), thing, friend)),
      );
    case 'outcome':
      return about(shareOf(choice), (share) => answer(share, one([null, ...OUTCOMES])));
    case 'edit note':
      return about(shareOf(choice), (share) => editNote(share, `${share} ${word()}`));
    case 'delete share':
      return about(shareOf(choice), (name) => deletion({ type: 'shares', name }));
    case 'create list':
      return createList(choice.newName('L'), [live('things'), live('things')]);
    case 'add to list':
      return about(live('lists'), (list) => about(live('things'), (thing) => addToList(list, thing)));
    case 'take from list':
      return about(live('lists'), (list) =>
        about(
          one((library.lists.get(list)?.things ?? []).filter((name) => isLive(library, { type: 'things', name }))),
          (thing) => takeFromList(list, thing),
        ),
      );
    case 'delete list':
      return about(live('lists'), (name) => deletion({ type: 'lists', name }));
    case 'restore':
      return about(one(deletedIn(library).filter((named) => isRestorable(library, named))), restoration);
    case 'import':
      return importing([choice.newName('T'), choice.newName('T'), choice.newName('T')], choice.newName('L'));
    case 'undo':
      return { text: 'undo', expect: takenBack, perform: ({ journal }) => journal.undo() };
    case 'redo':
      return { text: 'redo', expect: doneAgain, perform: ({ journal }) => journal.redo() };
    case 'name owner':
      return nameOwner(`${choice.newName('O')} ${word()}`);
  }
}

const about = <T>(name: T | null, make: (name: T) => Action | null): Action | null =>
  name === null ? null : make(name);

function shareOf(choice: Choice): string | null {
  const { library } = choice;
  const there = [...library.shares].filter(
    ([name, { thing, friend }]) =>
      isLive(library, { type: 'shares', name }) &&
      isLive(library, { type: 'things', name: thing }) &&
      isLive(library, { type: 'friends', name: friend }),
  );
  return there[choice.number(Math.max(there.length, 1))]?.[0] ?? null;
}

/** A setting is no action: it is changed back where it was changed. */
const nameOwner = (name: string): Action => ({
  text: `the owner is ${name}`,
  expect: (state) => ({ ...state, ownerName: name, isWaiting: true }),
  perform: ({ settings }) => settings.update({ ownerName: name }),
});

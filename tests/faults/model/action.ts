import type { OpenWindow } from './device';
import { isLive, type Library, type Named } from './library';
import { acted, type State } from './state';

/** What a person does: in the program, and in the model. */
export interface Action {
  readonly text: string;
  /** @returns null: it is refused, because what it is about is not there */
  readonly expect: (state: State) => State | null;
  readonly perform: (window: OpenWindow, ids: Ids) => Promise<unknown>;
}

/** Ids of the program by the names of the model. */
export interface Ids {
  id(name: string): string;
  /** Row of the trash. */
  trashed(name: string): string;
}

/** Chooses among what is there. */
export interface Choice {
  readonly library: Library;
  /** A new name with this letter. */
  newName(letter: string): string;
  /** A number from 0 to below `count`. */
  number(count: number): number;
}

/** An action on what must be there; `change` answers null where nothing changes. */
export function onLive(
  text: string,
  needed: readonly Named[],
  change: (library: Library) => Library | null,
  perform: Action['perform'],
): Action {
  return {
    text,
    expect: (state) => {
      if (!needed.every((named) => isLive(state.library, named))) return null;
      const library = change(state.library);
      return library === null ? state : acted(state, library);
    },
    perform,
  };
}

export const thingNamed = (name: string): Named => ({ type: 'things', name });
export const friendNamed = (name: string): Named => ({ type: 'friends', name });

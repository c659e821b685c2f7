import { JOURNAL_LENGTH } from '../../../renderer/src/data/action-journal';
import { linesOf, NO_LIBRARY, type Library } from './library';
import type { ShownLibrary } from './shown-library';

export interface Step {
  readonly before: Library;
  readonly after: Library;
}

/** What a database should be. */
export interface State {
  readonly library: Library;
  /** Null: never set. */
  readonly ownerName: string | null;
  /** What can be taken back, oldest first. */
  readonly done: readonly Step[];
  /** What was taken back and can be done again, the next one last. */
  readonly undone: readonly Step[];
  /** Whether it is known which library this is: only then is anything sent outside. */
  readonly isDecided: boolean;
  /** Whether anything of it is not outside. */
  readonly isWaiting: boolean;
  /** Up to which change of what is outside it has everything. */
  readonly seen: number;
}

/** What a snapshot holds. */
export type Snapshot = Pick<State, 'library' | 'ownerName'>;

/** What should be outside; null: no library. */
export interface Outside {
  readonly library: Library | null;
  readonly ownerName: string | null;
  /** Counts its changes. */
  readonly version: number;
}

export const NEW_DATABASE: State = {
  library: NO_LIBRARY,
  ownerName: null,
  done: [],
  undone: [],
  isDecided: false,
  isWaiting: false,
  seen: 0,
};

export const isEmpty = ({ things, friends, lists, shares }: Library): boolean =>
  things.size + friends.size + lists.size + shares.size === 0;

export function acted(state: State, library: Library): State {
  return {
    ...state,
    library,
    done: [...state.done, { before: state.library, after: library }].slice(-JOURNAL_LENGTH),
    undone: [],
    isWaiting: true,
  };
}

export function takenBack(state: State): State {
  const step = state.done.at(-1);
  if (step === undefined) return state;
  return {
    ...state,
    library: step.before,
    done: state.done.slice(0, -1),
    undone: [...state.undone, step],
    isWaiting: true,
  };
}

export function doneAgain(state: State): State {
  const step = state.undone.at(-1);
  if (step === undefined) return state;
  return {
    ...state,
    library: step.after,
    done: [...state.done, step],
    undone: state.undone.slice(0, -1),
    isWaiting: true,
  };
}

/** Everything that waits is sent, where it is known what this library is. */
export function sent(state: State, outside: Outside): { readonly state: State; readonly outside: Outside } {
  if (!state.isDecided || !state.isWaiting) return { state, outside };
  const version = outside.version + 1;
  return {
    state: { ...state, isWaiting: false, seen: version },
    outside: { library: state.library, ownerName: state.ownerName, version },
  };
}

/** What a start with a host makes of a database; more than one where the model does not tell equal rows apart. */
export function started(state: State, outside: Outside, snapshot: Snapshot | null): readonly State[] {
  const { library } = outside;
  if (state.isDecided) {
    if (library === null) return [{ ...state, isWaiting: true }];
    return outside.version > state.seen ? broughtIn(state, outside, library) : [state];
  }
  if (library === null) {
    const decided = { ...state, isDecided: true };
    const isBroughtIn = snapshot !== null && isEmpty(state.library);
    const states = isBroughtIn ? broughtIn(decided, { ...snapshot, version: 0 }, snapshot.library) : [decided];
    return states.map((each) => ({ ...each, isWaiting: true }));
  }
  // Two libraries that never met are left apart.
  if (!isEmpty(state.library)) return [state];
  // What was set meanwhile counts.
  const ownerName = state.ownerName ?? outside.ownerName;
  return broughtIn({ ...state, isDecided: true }, { ...outside, ownerName }, library).map((each) => ({
    ...each,
    isWaiting: state.isWaiting,
  }));
}

function broughtIn(
  state: State,
  { ownerName, version }: Pick<Outside, 'ownerName' | 'version'>,
  library: Library,
): readonly State[] {
  const known = { ...state, ownerName: ownerName ?? state.ownerName, isWaiting: false, seen: version };
  const changed = { ...acted(known, library), isWaiting: false };
  const isSame = linesOf(library).join('\n') === linesOf(state.library).join('\n');
  return isSame ? [known, changed] : [changed];
}

/** Lines that differ; none: it is what it should be. */
export function differences(state: State, shown: ShownLibrary): readonly string[] {
  const expected = [...linesOf(state.library), ...factLines(state)];
  const found = [...shown.lines, ...factsOf(shown)];
  return [
    ...unmatched(expected, found).map((line) => `missing: ${line}`),
    ...unmatched(found, expected).map((line) => `found: ${line}`),
  ];
}

const factLines = ({ done, undone, ownerName, isWaiting }: State): readonly string[] =>
  facts(done.length, undone.length, ownerName, isWaiting);
const factsOf = ({ done, undone, ownerName, waiting }: ShownLibrary): readonly string[] =>
  facts(done, undone, ownerName, waiting > 0);
const facts = (done: number, undone: number, ownerName: string | null, isWaiting: boolean): readonly string[] => [
  `${String(done)} can be undone`,
  `${String(undone)} can be redone`,
  `the owner is ${String(ownerName)}`,
  isWaiting ? 'some is not outside' : 'all is outside',
];

/** Each line counts as often as it stands there. */
function unmatched(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}

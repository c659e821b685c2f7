import { stableHash } from '../../../renderer/src/domain/stable-hash';

/** `count` of a list, drawn at random: always the same ones. */
export const drawn = <Value>(all: readonly Value[], count: number): readonly Value[] =>
  all
    .map((value, place) => ({ value, key: stableHash(`drawn ${String(place)}`) }))
    .sort((left, right) => left.key - right.key)
    .slice(0, count)
    .map(({ value }) => value);

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeItem } from '../../../renderer/src/domain/item';
import { itemId } from '../../../renderer/src/domain/ids';
import { isLength, lengthUnitOf, MAX_LENGTH } from '../../../renderer/src/domain/item-length';

describe('the length of a thing', () => {
  it('is not known unless it is given', () => {
    expect(completeItem({ kind: 'book', title: 'Dune' }, itemId('dune'), 1).length).toBeNull();
    expect(completeItem({ kind: 'book', title: 'Dune', length: 412 }, itemId('dune'), 1).length).toBe(412);
  });

  it('is whole, positive and not beyond belief', () => {
    expect([1, 90, MAX_LENGTH].every(isLength)).toBe(true);
    expect([0, -5, 1.5, MAX_LENGTH + 1, Number.NaN, Number.POSITIVE_INFINITY].some(isLength)).toBe(false);
  });

  it('counts one thing within each group of kinds, so that lengths in a group compare', () => {
    const schema = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../../models/feature-schema.json'), 'utf8'),
    ) as { readonly fingerprint: { readonly kindGroups: Record<string, string> } };
    const units = new Map<string, Set<string>>();
    for (const [kind, group] of Object.entries(schema.fingerprint.kindGroups))
      units.set(group, (units.get(group) ?? new Set()).add(lengthUnitOf(kind)));
    expect([...units.values()].every(({ size }) => size === 1)).toBe(true);
    expect([...(units.get('book') ?? [])]).toEqual(['pages']);
    expect([...(units.get('screen') ?? [])]).toEqual(['minutes']);
  });
});

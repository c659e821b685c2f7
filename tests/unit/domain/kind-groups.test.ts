import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND_GROUPS, kindGroupsOf } from '../../../renderer/src/domain/kind-groups';

describe('kindGroupsOf', () => {
  it('counts films and series as one, the fullest first', () => {
    const items = ['Book', 'movie', 'series', 'book', 'movie', 'wine'].map((kind) => ({ kind }));
    expect(kindGroupsOf(items)).toEqual(['screen', 'book', 'wine']);
    expect(kindGroupsOf(items, 1)).toEqual(['screen']);
  });

  it('groups as the model does', () => {
    const schema = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../../models/feature-schema.json'), 'utf8'),
    ) as { readonly fingerprint: { readonly kindGroups: Record<string, string> } };
    const grouped = Object.entries(schema.fingerprint.kindGroups).filter(
      ([kind, group]) => kind !== group || kind === 'book',
    );
    expect(KIND_GROUPS).toEqual(Object.fromEntries(grouped));
  });
});

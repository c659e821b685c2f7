import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IMPORT_SOURCES } from '../../../renderer/src/importing/import-sources';
import { IMPORT_SOURCE_TEXTS } from '../../../renderer/src/text/import-sources';
import { IMPORT_CASES } from './import-cases';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

describe('every source', () => {
  it('has an id of its own and words, and no words are without a source', () => {
    const ids = IMPORT_SOURCES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...IMPORT_SOURCE_TEXTS.keys()].sort()).toEqual([...ids].sort());
  });

  it.each(IMPORT_SOURCES.map(({ id }) => id))('%s has a made-up file in the suite and a line in README', (id) => {
    expect(IMPORT_CASES.some(({ source }) => source === id)).toBe(true);
    const { name = '' } = IMPORT_SOURCE_TEXTS.get(id) ?? {};
    expect(README).toContain(`| ${name} |`);
  });
});

import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { LibraryIndex } from '../../../../renderer/src/application/library/library-index';
import { entryId, itemId, listId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../../renderer/src/domain/item';
import { itemSchema, libraryItemSchema } from '../../../../renderer/src/domain/item-fields/item-schema';
import { libraryItemKey, libraryItemOf, vectorKey } from '../../../../renderer/src/domain/item-fields/library-item';
import { listFileSchema } from '../../../../renderer/src/domain/list-file';
import type { RecommendationList } from '../../../../renderer/src/domain/recommendation-list';
import { LIST_EXPORTERS } from '../../../../renderer/src/exporting/list-exporters';
import { describeChange } from '../../../../renderer/src/features/import/describe-change';
import { FieldEditor } from '../../../../renderer/src/features/item/field-editor';
import { FORM_ROWS, savedFacts } from '../../../../renderer/src/features/item/form-facts';
import { ItemFactsTable } from '../../../../renderer/src/features/item/item-facts-table';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { planImport } from '../../../../renderer/src/importing/plan/merge-plan';
import { withoutOpinions } from '../../../../renderer/src/importing/without-opinions';
import { openTestLibrary } from '../../data/open-test-library';

// The real program with two more entries in its table of fields, and their words.
vi.mock(import('../../../../renderer/src/domain/item-fields/item-fields'), async (original) => {
  const { ITEM_FIELDS } = await original();
  const { toyFact, toySecret } = await import('./toy-fields');
  return { ITEM_FIELDS: { ...ITEM_FIELDS, toy: toyFact, toySecret } };
});
vi.mock(import('../../../../renderer/src/text/item-fields'), async (original) => {
  const { itemFieldText } = await original();
  const { toyText } = await import('./toy-fields');
  return { itemFieldText: { ...itemFieldText, ...toyText } };
});

const NOW = Date.UTC(2026, 0, 1);
const ID = itemId('solaris');
const TOY = { toy: 'Polish' };
const GERMAN = { toy: 'German' };
const TYPED = { toy: '  Polish ' };
const NUMBER = { toy: 7 };
const SECRET = { toySecret: 'from Ana' };
const blank = completeItem({ kind: 'book', title: 'Solaris', creators: ['Stanisław Lem'] }, ID, NOW);
const polish: Item = { ...blank, ...TOY };
const valueOf = (value: object, name = 'toy'): unknown => Reflect.get(value, name);

const rowsOf = async (csv: string) => {
  const file = { name: 'shelf.csv', blob: new Blob([csv]) };
  const { unrecognised } = await analyseFiles([file]);
  const mapping = unrecognised[0]?.table?.guess;
  if (mapping === undefined) throw new Error('no table');
  const [analysis] = (await analyseFiles([file], { mapping })).analyses;
  if (analysis === undefined) throw new Error('not read');
  return analysis;
};

const list: RecommendationList = {
  id: listId('list'),
  title: 'One',
  description: '',
  entries: [{ id: entryId('entry'), itemId: ID, annotation: '' }],
  createdAt: 1,
  updatedAt: 1,
};
const exported = (format: 'csv' | 'json', item: Item, includePrivateNotes = false): string =>
  new TextDecoder().decode(LIST_EXPORTERS[format](list, new Map([[ID, item]]), { includePrivateNotes }).bytes);

const portableItem = (text: string): object => listFileSchema.parse(JSON.parse(text)).list.entries[0]?.item ?? {};
const importedList = async (text: string) => {
  const [analysis] = (await analyseFiles([{ name: 'list.json', blob: new Blob([text]) }])).analyses;
  if (analysis === undefined) throw new Error('not read');
  return analysis;
};

const drawn = (element: ReactElement): string =>
  renderToStaticMarkup(createElement(MantineProvider, { env: 'test' }, element));

describe('a field added to the table is found in', () => {
  it('new items and old rows, as its blank', () => {
    expect(valueOf(blank)).toBeNull();
    const { toy: _toy, ...old } = polish as Item & typeof TOY;
    expect(valueOf(itemSchema.parse(old))).toBeNull();
    expect(valueOf(itemSchema.parse(polish))).toBe('Polish');
    expect(itemSchema.safeParse({ ...polish, ...NUMBER }).success).toBe(false);
  });

  it('the database: what the field cannot hold is refused', async () => {
    const { items } = await openTestLibrary();
    const { id } = await items.addItem({ kind: 'book', title: 'Solaris', ...TOY });
    expect(await items.byId(id)).toMatchObject(TOY);
    await expect(items.editItem(id, { title: 'Solaris', ...NUMBER })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('imports by column mapping, merged and patched', async () => {
    const two = await rowsOf('Title,Author,Toy word\nSolaris,Stanisław Lem,\nSolaris,Stanisław Lem,Polish\n');
    expect(two.mergedCount).toBe(1);
    expect(valueOf(two.rows[0] ?? {})).toBe('Polish');
    const [change] = (await planImport(two, [blank], NOW)).changes;
    expect(change?.patch).toEqual(TOY);
    expect((await planImport(two, [{ ...blank, ...GERMAN }], NOW)).changes).toEqual([]);
    expect((await planImport(two, [], NOW)).additions[0]?.draft).toMatchObject(TOY);
  });

  it('the preview of an import, in its words', () => {
    const row = { ...polish, file: 'shelf.csv', line: 2 };
    const change = { row, itemId: ID, event: null, patch: { title: 'Solaris', ...TOY } };
    expect(describeChange(change, blank, 'stars-5')).toEqual(['toy: Polish']);
  });

  it('what the recommender has, and what encodes again', () => {
    expect(libraryItemOf(polish)).toMatchObject(TOY);
    expect(valueOf(libraryItemSchema.parse(libraryItemOf(polish)))).toBe('Polish');
    expect(vectorKey(polish)).not.toBe(vectorKey(blank));
    expect(libraryItemKey(polish)).not.toBe(libraryItemKey(blank));
  });

  it('list files, also where an older one lacks it', () => {
    expect(valueOf(portableItem(exported('json', polish)))).toBe('Polish');
    const older = exported('json', polish).replace(/,\s*"toy": "Polish"/, '');
    expect(older).not.toContain('"toy"');
    expect(valueOf(portableItem(older))).toBeNull();
  });

  it('the columns of the CSV export, at its place', () => {
    const [header, row] = exported('csv', polish)
      .split('\r\n')
      .map((line) => line.split(','));
    const place = header?.indexOf('"Toy"') ?? -1;
    expect(place).toBeGreaterThan(header?.indexOf('"Year"') ?? Infinity);
    expect(place).toBeLessThan(header?.indexOf('"Kind"') ?? -Infinity);
    expect(row?.[place]).toBe('"Polish"');
  });

  it('lists of somebody else', async () => {
    const plan = await planImport(withoutOpinions(await importedList(exported('json', polish))), [], NOW);
    expect(plan.additions[0]?.draft).toMatchObject(TOY);
  });

  it('the facts form', () => {
    const facts = { ...polish, ...TYPED };
    expect(savedFacts(facts)).toMatchObject(TOY);
    const row = FORM_ROWS.find((names) => names.includes('originalTitle'));
    const isToy = (name: string): boolean => name === 'toy';
    const name = row?.find(isToy) ?? 'title';
    const html = drawn(
      createElement(FieldEditor, {
        name,
        facts: polish,
        lengthUnit: 'pages',
        known: { tags: [], shelves: [] },
        onChange: () => undefined,
      }),
    );
    expect(html).toMatch(/Toy.*value="Polish".*Of the original/s);
  });

  it('the facts table of the item’s page', () => {
    expect(drawn(createElement(ItemFactsTable, { item: polish, scale: 'stars-5' }))).toMatch(/Toy<.*Polish</s);
    expect(drawn(createElement(ItemFactsTable, { item: blank, scale: 'stars-5' }))).not.toContain('Toy');
  });

  it('the search of the library', async () => {
    const library = await openTestLibrary();
    const index = new LibraryIndex(library.items);
    const stop = await index.start();
    const { id } = await library.items.addItem({ kind: 'book', title: 'Solaris', ...TOY });
    expect(index.search('polish')).toEqual([id]);
    stop();
  });
});

describe('a private field added to the table stays out of', () => {
  const secret: Item = { ...polish, ...SECRET };

  it('the recommender', () => {
    expect(JSON.stringify(libraryItemOf(secret))).not.toContain(SECRET.toySecret);
    expect(libraryItemSchema.safeParse({ ...libraryItemOf(secret), ...SECRET }).success).toBe(false);
  });

  it.each(['csv', 'json'] as const)('%s exports, unless asked for', (format) => {
    expect(exported(format, secret)).not.toContain(SECRET.toySecret);
    expect(exported(format, secret, true)).toContain(SECRET.toySecret);
  });

  it('lists of somebody else', async () => {
    const mine = await importedList(exported('json', secret, true));
    const draftOf = async (analysis: typeof mine): Promise<object> =>
      (await planImport(analysis, [], NOW)).additions[0]?.draft ?? {};
    expect(valueOf(await draftOf(withoutOpinions(mine)), 'toySecret')).toBeNull();
    expect(await draftOf(mine)).toMatchObject(SECRET);
  });
});

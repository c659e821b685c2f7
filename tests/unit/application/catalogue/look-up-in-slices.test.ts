import { expect, it } from 'vitest';
import { lookUpInSlices, SLICE } from '../../../../renderer/src/application/catalogue/look-up-in-slices';
import type { CatalogueDescription } from '../../../../renderer/src/domain/catalogue';
import { NO_MATCH } from '../../../fixtures/catalogue-match';

const description = (kind: string): CatalogueDescription => ({
  kind,
  title: 'Dune',
  creators: [],
  year: null,
  series: null,
});

it('keeps the descriptions of a thing in one call, and gives each thing one answer', async () => {
  const calls: number[] = [];
  const recognise = ({ descriptions }: { readonly descriptions: readonly unknown[] }) => {
    calls.push(descriptions.length);
    return Promise.resolve(descriptions.map(() => NO_MATCH));
  };
  const things = Array.from({ length: 80 }, (_, number) => ({
    number,
    descriptions: ['book', 'movie', 'series'].map(description),
  }));
  const found: number[] = [];
  for await (const slice of lookUpInSlices({ recognise }, things))
    found.push(...slice.map(({ thing }) => thing.number));
  expect(calls).toEqual([SLICE - (SLICE % 3), 240 - (SLICE - (SLICE % 3))]);
  expect(found).toEqual(things.map(({ number }) => number));
});

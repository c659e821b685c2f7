import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceRow } from '../../../renderer/src/catalogue/building/source-row';
import type { Crowd } from '../../../renderer/src/domain/item-values';
import type { Thing } from '../../../renderer/src/identity/same-facts';
import { readRows } from '../catalogue/source-folders';
import { isbnOf, labelOf, type Label, type Service } from './labelled-records';

const ROWS_FILE = 'items.jsonl.gz';
const SERVICES: readonly Service[] = ['imdb', 'goodreads', 'mal'];

/** A thing of a source, without its ids; each of its other titles is a further description of it (`twins`). */
export interface CatalogueThing extends Thing {
  readonly label: Label;
}

/** The things of one source that have an id of one service. */
export interface CatalogueSource {
  readonly name: string;
  readonly service: Service;
  readonly things: readonly CatalogueThing[];
}

/** The folders below `folder` that have rows, in the form that `build-catalogue` reads (`items.jsonl.gz`). */
export const sourcesBelow = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, ROWS_FILE)))
    .toSorted();

/** One source, by the services whose ids its rows have. */
export async function readCatalogueSource(folder: string, name: string): Promise<readonly CatalogueSource[]> {
  const rows = await readRows(join(folder, name, ROWS_FILE));
  return SERVICES.map((service) => ({
    name,
    service,
    things: rows.flatMap((row) => thingOf(service, row) ?? []),
  })).filter(({ things }) => things.length > 0);
}

/**
 * All sources as one, as if a person had dropped them: what has one id is one thing, under every title that any of them
 * has for it.
 */
export function allTogether(sources: readonly CatalogueSource[]): readonly CatalogueSource[] {
  return SERVICES.flatMap((service) => {
    const byId = new Map<string, readonly CatalogueThing[]>();
    for (const source of sources)
      if (source.service === service)
        for (const thing of source.things) byId.set(thing.label.id, [...(byId.get(thing.label.id) ?? []), thing]);
    const things = [...byId.values()].flatMap(([first, ...others]): readonly CatalogueThing[] => {
      if (first === undefined) return [];
      const same = [...descriptionsOf(first), ...others.flatMap((other) => [factsOf(other), ...descriptionsOf(other)])];
      return [{ ...first, twins: { same, different: [] } }];
    });
    return things.length === 0 ? [] : [{ name: 'all together', service, things }];
  });
}

type Description = NonNullable<Thing['twins']>['same'][number];

const descriptionsOf = ({ twins }: CatalogueThing): readonly Description[] => twins?.same ?? [];

const factsOf = ({
  kind,
  title,
  creators,
  year,
}: Pick<Thing, 'kind' | 'title' | 'creators' | 'year'>): Description => ({
  kind,
  title,
  creators,
  year,
  originalTitle: null,
  series: null,
  identifiers: {},
});

function thingOf(service: Service, row: SourceRow): CatalogueThing | null {
  const id = labelOf(service, row);
  if (id === null) return null;
  const { kind, title, aliases, creators, year, length } = row;
  const same = aliases.map((alias) => factsOf({ kind, title: alias, creators, year }));
  return {
    kind,
    title,
    creators,
    year,
    length,
    series: null,
    label: { service, id, isbn: isbnOf(row.identifiers), crowd: crowdOf(service, row) },
    twins: { same, different: [] },
  };
}

/** Sources write 1 to 5 stars as 0 to 1; exports, as they are imported, as fifths. */
const crowdOf = (service: Service, { crowd }: SourceRow): Crowd | null =>
  crowd === null || crowd.rating === null || service !== 'goodreads'
    ? crowd
    : { ...crowd, rating: (1 + 4 * crowd.rating) / 5 };

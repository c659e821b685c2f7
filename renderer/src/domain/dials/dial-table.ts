import { z } from 'zod';
import type { Dial, DialShape, DialValueOf } from './dial';

/** The shape of each dial, by id. */
export type DialShapes = Readonly<Record<string, DialShape>>;

export type DialTable<Shapes extends DialShapes, Facts = never> = {
  readonly [Id in keyof Shapes]: Dial<Shapes[Id], Facts>;
};

/** The shapes of a table. */
export type ShapesOf<Table extends Readonly<Record<string, { readonly shape: DialShape }>>> = {
  readonly [Id in keyof Table]: Table[Id]['shape'];
};

export type DialValues<Shapes extends DialShapes> = { readonly [Id in keyof Shapes]: DialValueOf[Shapes[Id]] };

/** What one part of one dial adds to a candidate's score. */
export interface DialTerm<Id> {
  readonly dial: Id;
  /** The key of a weight or the word; '' for a slider. */
  readonly part: string;
  readonly logOdds: number;
}

/** One thing that is not neutral, and the values without it. */
export interface ActivePart<Shapes extends DialShapes> {
  readonly dial: keyof Shapes & string;
  readonly part: string;
  readonly without: DialValues<Shapes>;
}

export function neutralValues<Shapes extends DialShapes>(table: DialTable<Shapes>): DialValues<Shapes> {
  return valuesOf(table, (id) => table[id].neutral);
}

/** Whether the values change nothing. */
export function isNeutralIn<Shapes extends DialShapes>(table: DialTable<Shapes>, values: DialValues<Shapes>): boolean {
  return activeParts(table, values).length === 0;
}

/** In the order of the table. */
export function activeParts<Shapes extends DialShapes>(
  table: DialTable<Shapes>,
  values: DialValues<Shapes>,
): readonly ActivePart<Shapes>[] {
  return idsOf(table).flatMap((id) =>
    table[id].activeParts(values[id]).map((part) => ({
      dial: id,
      part,
      without: { ...values, [id]: table[id].withoutPart(values[id], part) },
    })),
  );
}

/**
 * The terms of a candidate that are not 0, in log-odds, one by one: each is shown, and can be taken out again. What is
 * not known of a candidate adds nothing: an unknown item is neither famous nor long.
 */
export function termsOf<Shapes extends DialShapes, Facts>(
  table: DialTable<Shapes, Facts>,
  values: DialValues<Shapes>,
  facts: Facts,
): readonly DialTerm<keyof Shapes & string>[] {
  return idsOf(table).flatMap((id) =>
    table[id]
      .terms(values[id], facts)
      .filter(({ logOdds }) => logOdds !== 0)
      .map(({ part, logOdds }) => ({ dial: id, part, logOdds })),
  );
}

/** Accepts values of every dial, each within its range; fails where one is missing. */
export function valuesSchema<Shapes extends DialShapes>(table: DialTable<Shapes>): z.ZodType<DialValues<Shapes>> {
  return z.record(z.string(), z.unknown()).transform((given, context) =>
    valuesOf(table, (id) => {
      const parsed = table[id].schema.safeParse(given[id]);
      if (parsed.success) return parsed.data;
      for (const { message, path } of parsed.error.issues)
        context.addIssue({ code: 'custom', message, path: [id, ...path] });
      return z.NEVER;
    }),
  );
}

/**
 * Values as a database holds them. A dial that is missing, because the row is older than the dial, or that cannot be
 * parsed, is neutral: a new dial needs no migration.
 */
export function readValues<Shapes extends DialShapes>(table: DialTable<Shapes>, stored: unknown): DialValues<Shapes> {
  const found = z.record(z.string(), z.unknown()).safeParse(stored).data ?? {};
  return valuesOf(table, (id) => {
    const parsed = table[id].schema.safeParse(found[id]);
    return parsed.success ? parsed.data : table[id].neutral;
  });
}

/** Ids in the order of the table. */
export function idsOf<Shapes extends DialShapes>(table: DialTable<Shapes>): readonly (keyof Shapes & string)[] {
  const ids: (keyof Shapes & string)[] = [];
  for (const id in table) ids.push(id);
  return ids;
}

/** A value for each dial of the table. */
function valuesOf<Shapes extends DialShapes>(
  table: DialTable<Shapes>,
  valueOf: <Id extends keyof Shapes & string>(id: Id) => DialValueOf[Shapes[Id]],
): DialValues<Shapes> {
  const values: Partial<DialValues<Shapes>> = {};
  for (const id of idsOf(table)) values[id] = valueOf(id);
  if (!isComplete(table, values)) throw new Error('A dial has no value.');
  return values;
}

function isComplete<Shapes extends DialShapes>(
  table: DialTable<Shapes>,
  values: Partial<DialValues<Shapes>>,
): values is DialValues<Shapes> {
  return idsOf(table).every((id) => values[id] !== undefined);
}

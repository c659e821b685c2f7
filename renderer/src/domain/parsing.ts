import { z } from 'zod';
import * as core from 'zod/v4/core';

/** One schema per field of T. A field without a schema does not compile; nor does an optional one that is left out. */
export type Fields<T> = { readonly [Field in keyof T]-?: z.ZodType<T[Field]> };

/** A number that is NaN where nothing could be measured. */
export const measuredNumber = z.number().or(z.nan());

/** Where and why a value does not fit: "items.3.year: Invalid input: expected number, received string". */
export function problemOf(schema: z.ZodType, value: unknown): string {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue === undefined ? 'no problem' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

/**
 * The schema as a plain function: the parsed value, or undefined where the value does not fit. It accepts what zod
 * accepts, but copies only what a schema changes (a default, a transform), so keys that no schema names stay.
 * Why not zod's own parse: zod compiles its schemas with `new Function`, which the page's content security policy
 * forbids. Without that it takes several times as long as this (`npm run bench`).
 * Throws TypeError for a type of schema that it does not know.
 */
export function parserOf<Schema extends z.ZodType>(schema: Schema): (value: unknown) => z.output<Schema> | undefined {
  const parse = compiled(schema);
  return (value) => {
    const parsed = parse(value);
    // The schema's own type says what its parsed values are; `compiled` works on values of any type.
    return parsed === REFUSED ? undefined : (parsed as z.output<Schema>);
  };
}

/** Answer of a `Parse` for a value that does not fit. */
const REFUSED = Symbol('refused');
type Parse = (value: unknown) => unknown;

function compiled(schema: core.$ZodType): Parse {
  // Zod's documented way to look into a schema: the union of all its classes, told apart by `def.type`.
  const { def } = (schema as core.$ZodTypes)._zod;
  const checks = (def.checks ?? []).map((check) => plainCheck(check as core.$ZodChecks));
  if (checks.length === 0) return withoutChecks(schema);
  if (checks.includes(null)) return byZod(schema);
  const parse = withoutChecks(schema);
  return (value) => {
    const parsed = parse(value);
    return parsed === REFUSED || checks.some((check) => check?.(parsed) === false) ? REFUSED : parsed;
  };
}

/** The checks that are asked of thousands of rows; null for others. */
function plainCheck({ _zod: { def } }: core.$ZodChecks): ((value: unknown) => boolean) | null {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- zod itself does the rest
  switch (def.check) {
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : null;
    case 'greater_than': {
      const { inclusive } = def;
      const bound = Number(def.value);
      return (value) => typeof value === 'number' && (inclusive ? value >= bound : value > bound);
    }
    case 'less_than': {
      const { inclusive } = def;
      const bound = Number(def.value);
      return (value) => typeof value === 'number' && (inclusive ? value <= bound : value < bound);
    }
    case 'min_length':
      return (value) => typeof value === 'string' && value.length >= def.minimum;
    default:
      return null;
  }
}

function withoutChecks(schema: core.$ZodType): Parse {
  const { def } = (schema as core.$ZodTypes)._zod;
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- every other type throws, when the module loads
  switch (def.type) {
    case 'unknown':
      return (value) => value;
    case 'null':
      return accepting((value) => value === null);
    case 'boolean':
      return accepting((value) => typeof value === 'boolean');
    case 'string':
      return 'format' in def ? byZod(schema) : accepting((value) => typeof value === 'string');
    case 'number':
      if ('format' in def) return def.format === 'safeint' ? accepting(Number.isSafeInteger) : byZod(schema);
      return accepting(Number.isFinite);
    case 'nan':
      return accepting(Number.isNaN);
    case 'literal':
    case 'enum': {
      const allowed = new Set<unknown>(def.type === 'enum' ? Object.values(def.entries) : def.values);
      return accepting((value) => allowed.has(value));
    }
    case 'custom':
      return accepting((value) => Boolean(def.fn(value)));
    case 'pipe':
    case 'transform':
      return byZod(schema);
    case 'readonly':
      return compiled(def.innerType);
    case 'nullable': {
      const inner = compiled(def.innerType);
      return (value) => (value === null ? null : inner(value));
    }
    case 'optional': {
      const inner = compiled(def.innerType);
      return (value) => (value === undefined ? undefined : inner(value));
    }
    case 'default': {
      const inner = compiled(def.innerType);
      return (value) => (value === undefined ? def.defaultValue : inner(value));
    }
    case 'union':
      return union(def.options.map(compiled));
    case 'array':
      return array(compiled(def.element));
    case 'record':
      return record(def.keyType, compiled(def.valueType));
    case 'object':
      return object(def);
    default:
      throw new TypeError(`A schema of the type "${def.type}" has no plain parser.`);
  }
}

const accepting =
  (fits: (value: unknown) => boolean): Parse =>
  (value) =>
    fits(value) ? value : REFUSED;

/** For formats, ranges and transforms: few of the values that are parsed often have one. */
function byZod(schema: core.$ZodType): Parse {
  return (value) => {
    const parsed = core.safeParse(schema, value);
    return parsed.success ? parsed.data : REFUSED;
  };
}

function union(options: readonly Parse[]): Parse {
  return (value) => {
    for (const option of options) {
      const parsed = option(value);
      if (parsed !== REFUSED) return parsed;
    }
    return REFUSED;
  };
}

function array(element: Parse): Parse {
  return (value) => {
    if (!Array.isArray(value)) return REFUSED;
    let copy: unknown[] | null = null;
    for (let index = 0; index < value.length; index++) {
      const parsed = element(value[index]);
      if (parsed === REFUSED) return REFUSED;
      if (!Object.is(parsed, value[index])) (copy ??= [...value])[index] = parsed;
    }
    return copy ?? value;
  };
}

const PROTO = '__proto__';

const withoutProto = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== PROTO));

/** Of a record with an enum for its keys, every key must be there. */
function record(keyType: core.$ZodType, parse: Parse): Parse {
  const parseKey = compiled(keyType);
  const required = [...(keyType._zod.values ?? [])].map(String);
  return (value) => {
    if (!isObject(value) || Array.isArray(value) || !required.every((name) => Object.hasOwn(value, name)))
      return REFUSED;
    // Like zod, which drops the one name under which a plain object cannot hold a value.
    let copy: Record<string, unknown> | null = Object.hasOwn(value, PROTO) ? withoutProto(value) : null;
    for (const name of Object.keys(copy ?? value)) {
      if (parseKey(name) === REFUSED) return REFUSED;
      const parsed = parse(value[name]);
      if (parsed === REFUSED) return REFUSED;
      if (!Object.is(parsed, value[name])) (copy ??= { ...value })[name] = parsed;
    }
    return copy ?? value;
  };
}

function object({ shape, catchall }: core.$ZodObjectDef): Parse {
  const fields = Object.entries(shape).map(([name, field]) => ({ name, parse: compiled(field) }));
  const names = new Set(Object.keys(shape));
  // Zod's strict object: whatever it does not name is `never`.
  const isStrict = catchall?._zod.def.type === 'never';
  return (value) => {
    if (!isObject(value)) return REFUSED;
    if (isStrict) for (const name in value) if (!names.has(name)) return REFUSED;
    let copy: Record<string, unknown> | null = null;
    for (const { name, parse } of fields) {
      const held = value[name];
      const parsed = parse(held);
      if (parsed === REFUSED) return REFUSED;
      if (!Object.is(parsed, held)) (copy ??= { ...value })[name] = parsed;
    }
    return copy ?? value;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

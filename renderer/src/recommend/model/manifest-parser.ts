import { AppError } from '../../domain/errors';
import { parseEstimates } from '../estimating/estimates-parser';
import { HEADS, KNOWN_ITEM_SECTIONS, TAG_HEAD_SECTIONS } from './model-manifest';
import type {
  FeatureSchema,
  FieldSchema,
  KnownItemSectionName,
  ModelManifest,
  NetworkSpec,
  Section,
  SectionType,
  TagHeadSpec,
} from './model-manifest';
import { parseScoring } from './scoring-parser';
import { StrictReader } from './strict-reader';

/** The only versions this program can read; others are refused. */
const KNOWN_SCHEMA_VERSION = 7;
const KNOWN_FEATURE_VERSION = 1;
/** Values of a code of known-items.bin. */
const CODES = 65_536;

const SECTION_TYPES: Readonly<Record<KnownItemSectionName, SectionType>> = {
  keysHi: 'uint32',
  keysLo: 'uint32',
  keyRows: 'uint32',
  vectors: 'int16',
  vectorScales: 'float32',
  taste: 'int8',
  tasteScales: 'float32',
  biases: 'float32',
  ratings: 'uint8',
  popularity: 'uint8',
  neighbourStarts: 'uint32',
  neighbours: 'uint16',
  neighbourWeights: 'int8',
  neighbourScales: 'float32',
};

/**
 * The manifest from parsed JSON. Throws `model-incompatible` for an unknown version, `model-damaged` for a bad shape.
 */
export function parseManifest(value: unknown): ModelManifest {
  const manifest = new StrictReader(value, '');
  requireVersion(manifest.at('schemaVersion'), KNOWN_SCHEMA_VERSION);
  const featureSchema = parseFeatureSchema(manifest.at('featureSchema').value);
  const heads = manifest.at('heads').list((head) => head.oneOf(...HEADS));
  if (heads.length !== HEADS.length || new Set(heads).size !== heads.length)
    manifest.at('heads').fail(`each of ${HEADS.join(', ')} once`);
  const dim = manifest.at('dim').integer(1);
  const tags = tagHead(manifest.at('tagHead'), dim);
  return {
    name: manifest.at('name').string(),
    version: manifest.at('version').string(),
    schemaVersion: KNOWN_SCHEMA_VERSION,
    featureSchema,
    dim,
    heads,
    tensors: {
      itemEncoder: network(manifest.at('tensors').at('itemEncoder')),
      historyEncoder: network(manifest.at('tensors').at('historyEncoder')),
    },
    knownItems: knownItems(manifest.at('knownItems'), dim, tags.width, heads.length),
    tagHead: tags,
    trainedKinds: manifest.at('trainedKinds').list((kind) => kind.string()),
    scoring: parseScoring(
      manifest.at('scoring'),
      featureSchema.fields.map(({ name }) => name),
    ),
    estimates: parseEstimates(manifest.at('estimates'), tags.tags.length),
    files: manifest
      .at('files')
      .entries((file) => ({ sha256: file.at('sha256').string(), bytes: file.at('bytes').integer() })),
    licence: manifest.at('licence').string(),
    trainedOn: manifest
      .at('trainedOn')
      .list((entry) => ({ set: entry.at('set').string(), licence: entry.at('licence').string() })),
  };
}

/** The feature schema from parsed JSON; same errors as `parseManifest`. */
export function parseFeatureSchema(value: unknown): FeatureSchema {
  const schema = new StrictReader(value, 'featureSchema');
  requireVersion(schema.at('version'), KNOWN_FEATURE_VERSION);
  const text = schema.at('text');
  const hash = schema.at('hash');
  const history = schema.at('history');
  const ratings = history.at('ratingBuckets');
  const gaps = history.at('timeGapBuckets');
  const fingerprint = schema.at('fingerprint');
  const fields = schema.at('fields').list(field);
  const slotCount = schema.at('tokens').at('slotCount').integer(1);
  if (fields.reduce((sum, entry) => sum + entry.slots, 0) !== slotCount)
    schema.at('tokens').at('slotCount').fail("the sum of the fields' slots");
  return {
    version: KNOWN_FEATURE_VERSION,
    text: {
      unicodeForm: text.at('unicodeForm').oneOf('NFC', 'NFD', 'NFKC', 'NFKD'),
      dropCategory: category(text.at('dropCategory')),
      wordCategories: text.at('wordCategories').list(category),
      map: text.at('map').entries((entry) => entry.string()),
    },
    hash: {
      function: hash.at('function').oneOf('fnv1a32-fmix32'),
      encoding: hash.at('encoding').oneOf('utf-8'),
      buckets: hash.at('buckets').integer(2),
      padBucket: hash.at('padBucket').integer(),
    },
    fields,
    tokens: { slotCount },
    history: {
      length: history.at('length').integer(1),
      paddingSide: history.at('paddingSide').oneOf('left', 'right'),
      truncation: history.at('truncation').oneOf('keep-newest'),
      ratingBuckets: {
        padding: ratings.at('padding').integer(),
        unrated: ratings.at('unrated').integer(),
        upperBounds: ratings.at('upperBounds').list((bound) => bound.number()),
        count: ratings.at('count').integer(1),
      },
      timeGapBuckets: {
        unknown: gaps.at('unknown').integer(),
        minimumTime: gaps.at('minimumTime').number(),
        upperBounds: gaps.at('upperBounds').list((bound) => bound.number()),
        count: gaps.at('count').integer(1),
      },
    },
    fingerprint: {
      kindGroups: fingerprint.at('kindGroups').entries((group) => group.string()),
      yearToleranceGroups: fingerprint.at('yearToleranceGroups').list((group) => group.string()),
      hiBasis: fingerprint.at('hiBasis').integer(),
      loBasis: fingerprint.at('loBasis').integer(),
    },
  };
}

function requireVersion(version: StrictReader, known: number): void {
  if (version.number() !== known) {
    throw new AppError(
      'model-incompatible',
      `This model needs another version of the program (${version.path} ${String(version.number())}; this program knows ${String(known)}).`,
    );
  }
}

function category(reader: StrictReader): string {
  const value = reader.string();
  return /^[A-Z]$/.test(value) ? value : reader.fail('the first letter of a Unicode general category');
}

function field(reader: StrictReader): FieldSchema {
  const tokens = reader.at('tokens').oneOf('words', 'grams', 'phrases', 'decade');
  return {
    name: reader.at('name').string(),
    prefix: reader.at('prefix').string(),
    source: reader.at('source').oneOf('title', 'creators', 'tags', 'kind', 'year'),
    tokens,
    gramSize: tokens === 'grams' ? reader.at('gramSize').integer(1) : null,
    slots: reader.at('slots').integer(1),
  };
}

function network(reader: StrictReader): NetworkSpec {
  const tensors = (side: StrictReader) =>
    side.entries((tensor) => ({
      type: tensor.at('type').string(),
      shape: tensor.at('shape').list((size) => (typeof size.value === 'string' ? size.string() : size.integer(1))),
    }));
  return { inputs: tensors(reader.at('inputs')), outputs: tensors(reader.at('outputs')) };
}

/** The first `learned` numbers of a vector are the members', the rest the taste part; models/README.md, rule 6. */
function knownItems(reader: StrictReader, dim: number, learned: number, heads: number): ModelManifest['knownItems'] {
  const rows = reader.at('rows').integer();
  const keys = reader.at('keys').integer();
  const neighbours = reader.at('neighbours').integer();
  const members = reader.at('members').integer(1);
  if (learned % members !== 0) reader.at('members').fail(`a divisor of ${String(learned)}`);
  const levels = reader.at('levels').integer(3);
  if (levels % 2 === 0 || levels ** members > CODES)
    reader.at('levels').fail('odd, and of all members together at most 65536');
  const lengths: Readonly<Record<KnownItemSectionName, number>> = {
    keysHi: keys,
    keysLo: keys,
    keyRows: keys,
    vectors: (rows * learned) / members,
    vectorScales: rows,
    taste: rows * (dim - learned),
    tasteScales: rows,
    biases: rows * heads,
    ratings: rows,
    popularity: rows,
    neighbourStarts: rows + 1,
    neighbours,
    neighbourWeights: neighbours,
    neighbourScales: rows,
  };
  const sections = Object.fromEntries(
    KNOWN_ITEM_SECTIONS.map((name) => [
      name,
      section(reader.at('sections').at(name), lengths[name], SECTION_TYPES[name]),
    ]),
  ) as Record<KnownItemSectionName, Section>;
  return { file: reader.at('file').string(), rows, keys, members, levels, neighbours, sections };
}

function tagHead(reader: StrictReader, dim: number): TagHeadSpec {
  const width = reader.at('width').integer(1);
  if (width > dim) reader.at('width').fail(`at most ${String(dim)}`);
  const tags = reader.at('tags').list((tag) => ({ name: tag.at('name').string(), group: tag.at('group').string() }));
  const lengths = { weights: tags.length * width, scales: tags.length, biases: tags.length };
  const types = { weights: 'int8', scales: 'float32', biases: 'float32' } as const;
  const sections = Object.fromEntries(
    TAG_HEAD_SECTIONS.map((name) => [name, section(reader.at('sections').at(name), lengths[name], types[name])]),
  ) as TagHeadSpec['sections'];
  return { file: reader.at('file').string(), width, tags, sections };
}

function section(entry: StrictReader, expected: number, type: SectionType): Section {
  const length = entry.at('length').integer();
  if (length !== expected) entry.at('length').fail(String(expected));
  const offset = entry.at('offset').integer();
  if (offset % 8 !== 0) entry.at('offset').fail('a multiple of 8');
  return { type: entry.at('type').oneOf(type), offset, length };
}

import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseYear } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import { identifiersIn } from '../cells/service-identifiers';
import { namesKeys, readJson, valuesInside } from '../read-json';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { privateQuestion } from './private-entries';

/** Twentieths, as Kitsu keeps a rating whatever the account shows. */
const SCALE = 20;

const STATUSES: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['current', 'in-progress'],
  ['planned', 'wanted'],
  ['completed', 'finished'],
  ['on_hold', 'in-progress'],
  ['dropped', 'abandoned'],
]);

const NAMELESS =
  'no title in this answer: save it with “include=anime,manga”, or export your library on kitsu.app as XML, and drop that';

/** What an answer tells besides its entries, by type and number: anime, manga, and their numbers elsewhere. */
type Included = ReadonlyMap<string, JsonReader>;

const keyOf = (json: JsonReader): string => `${json.text('type')} ${json.text('id')}`;

/** The anime or manga that an entry is about. */
function subjectOf(entry: JsonReader): JsonReader | undefined {
  return ['anime', 'manga', 'media']
    .map((relation) => entry.at('relationships', relation, 'data'))
    .find((found) => found.text('id') !== '');
}

function identifiersOf(media: JsonReader, included: Included): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const link of media.items('relationships', 'mappings', 'data')) {
    const mapping = included.get(keyOf(link))?.at('attributes');
    const [service = ''] = (mapping?.text('externalSite') ?? '').split('/');
    const name = service === 'myanimelist' ? 'mal' : service === 'anilist' ? 'anilist' : null;
    if (name !== null) found[name] ??= mapping?.text('externalId') ?? '';
  }
  return identifiersIn(found);
}

function rowOf(file: string, line: number, entry: JsonReader, included: Included): ImportedRow | string {
  const subject = subjectOf(entry);
  const media = subject === undefined ? undefined : included.get(keyOf(subject));
  const about = media?.at('attributes');
  const kind = subject?.text('type') === 'manga' ? 'manga' : 'anime';
  const [canonical, english, romaji] = [['canonicalTitle'], ['titles', 'en'], ['titles', 'en_jp']].map((keys) =>
    titleOf(about?.text(...keys) ?? ''),
  );
  const title = canonical ?? romaji ?? english ?? null;
  if (title === null) return NAMELESS;
  const own = entry.at('attributes');
  const progress = own.number('progress') ?? 0;
  const average = about?.rating(100, 'averageRating') ?? null;
  const id = subject?.text('id') ?? '';
  return {
    ...blankRow(file, line, kind, title),
    originalTitle: english === title ? null : (english ?? null),
    year: parseYear(about?.text('startDate').slice(0, 4) ?? ''),
    crowd: average === null ? null : { rating: average, count: about?.number('userCount') ?? null },
    identifiers: media === undefined ? {} : identifiersOf(media, included),
    url: /^\d+$/.test(id) ? `https://kitsu.app/${kind}/${id}` : null,
    ownRating: own.rating(SCALE, 'ratingTwenty') ?? own.rating(5, 'rating'),
    status: STATUSES.get(own.text('status')) ?? 'none',
    finishedAt: own.date('finishedAt'),
    addedAt: own.date('createdAt') ?? own.date('startedAt'),
    note: own.note('notes'),
    ...(kind === 'anime' && progress > 0 ? { plays: progress } : {}),
  };
}

/** Answers of Kitsu's interface: pages of library entries with the anime and manga they are about. */
export const kitsu: ImportSource = {
  id: 'kitsu',
  containers: ['json'],
  scale: SCALE,
  sniff: ({ text }) =>
    /"type"\s*:\s*"libraryEntries"/.test(text) && namesKeys(text, 'attributes', 'status')
      ? { layout: 'library entries', confidence: 'certain' }
      : null,
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const keepsPrivate = answers.get('private') === 'yes';
    let hasPrivate = false;
    for (const { file } of files) {
      const included = new Map<string, JsonReader>();
      const entries = valuesInside(file.jsonItems([]), (page) => {
        for (const found of page.items('included')) included.set(keyOf(found), found);
        return page.has('data') ? page.items('data') : [page];
      });
      await readJson(file, entries, collector, (entry, line) => {
        const isPrivate = entry.flag('attributes', 'private');
        hasPrivate ||= isPrivate;
        if (isPrivate && !keepsPrivate) return 'marked private on Kitsu';
        return rowOf(file.path, line, entry, included);
      });
    }
    return collector.reading('Kitsu', {
      questions: hasPrivate ? [privateQuestion('Kitsu', keepsPrivate)] : [],
    });
  },
};

import type { Item } from '../domain/item';
import type { RecommendationList } from '../domain/recommendation-list';
import type { ListExportOptions, ListLine } from './exported-file';
import { starNumber, webAddress } from './line-text';
import { ownValue } from '../domain/own-value';

interface SchemaType {
  readonly type: string;
  /** Which property names the makers, and what they are. */
  readonly maker: { readonly property: string; readonly type: string } | null;
}

const PERSON = 'Person';
const CREATIVE_WORK: SchemaType = { type: 'CreativeWork', maker: { property: 'creator', type: PERSON } };

const TYPES: Readonly<Record<string, SchemaType>> = {
  book: { type: 'Book', maker: { property: 'author', type: PERSON } },
  comic: { type: 'Book', maker: { property: 'author', type: PERSON } },
  movie: { type: 'Movie', maker: { property: 'director', type: PERSON } },
  series: { type: 'TVSeries', maker: { property: 'creator', type: PERSON } },
  episode: { type: 'TVEpisode', maker: { property: 'director', type: PERSON } },
  game: { type: 'VideoGame', maker: { property: 'creator', type: 'Organization' } },
  'board game': { type: 'Game', maker: { property: 'creator', type: PERSON } },
  'music artist': { type: 'MusicGroup', maker: null },
  album: { type: 'MusicAlbum', maker: { property: 'byArtist', type: 'MusicGroup' } },
  track: { type: 'MusicRecording', maker: { property: 'byArtist', type: 'MusicGroup' } },
  podcast: { type: 'PodcastSeries', maker: { property: 'author', type: PERSON } },
  article: { type: 'Article', maker: { property: 'author', type: PERSON } },
  recipe: { type: 'Recipe', maker: { property: 'author', type: PERSON } },
  place: { type: 'Place', maker: null },
  wine: { type: 'Product', maker: null },
  food: { type: 'Product', maker: null },
};

/** Types that are no creative works and so have no date of publication. */
const UNPUBLISHED: ReadonlySet<string> = new Set(['Place', 'Product', 'MusicGroup']);

/** The list as schema.org/ItemList, in JSON that may stand inside a script element. Order is carried by `position`. */
export function itemListJsonLd(
  list: RecommendationList,
  lines: readonly ListLine[],
  options: ListExportOptions,
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: list.title,
    ...(list.description === '' ? {} : { description: list.description }),
    itemListOrder: 'https://schema.org/ItemListOrderAscending',
    numberOfItems: lines.length,
    itemListElement: lines.map((line) => ({
      '@type': 'ListItem',
      position: line.position,
      item: review(line, options),
    })),
  };
  // "</script" would end the element and "<!--" change how it is read (HTML standard, 4.12.1.3).
  return JSON.stringify(data, null, 1).replaceAll('<', String.raw`\u003c`);
}

function review({ item, annotation }: ListLine, options: ListExportOptions): Readonly<Record<string, unknown>> {
  const body = [annotation, item.note ?? ''].filter((text) => text !== '').join('\n\n');
  if (body === '' && item.ownRating === null) return thing(item);
  return {
    '@type': 'Review',
    itemReviewed: thing(item),
    ...(options.authorName === undefined || options.authorName === ''
      ? {}
      : { author: { '@type': PERSON, name: options.authorName } }),
    ...(body === '' ? {} : { reviewBody: body }),
    ...(item.ownRating === null
      ? {}
      : {
          reviewRating: {
            '@type': 'Rating',
            ratingValue: starNumber(item.ownRating),
            bestRating: '5',
            worstRating: '0',
          },
        }),
  };
}

function thing(item: Item): Readonly<Record<string, unknown>> {
  const { type, maker } = ownValue(TYPES, item.kind) ?? CREATIVE_WORK;
  const address = webAddress(item.url);
  return {
    '@type': type,
    name: item.title,
    ...(maker === null || item.creators.length === 0
      ? {}
      : { [maker.property]: item.creators.map((name) => ({ '@type': maker.type, name })) }),
    // ISO 8601 years have four digits; other years cannot be stated there.
    ...(item.year === null || item.year < 1000 || UNPUBLISHED.has(type) ? {} : { datePublished: String(item.year) }),
    ...(address === null ? {} : { sameAs: address }),
  };
}

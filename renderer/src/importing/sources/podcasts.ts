import type { ImportedRow, ImportQuestion } from '../../domain/imported-row';
import { cleanCell } from '../cells/cell-values';
import { numberIdentifier } from '../cells/identifier-cells';
import type { FileHead, SourceFile } from '../containers/source-file';
import { blankRow, RowCollector, type ImportSource } from '../source';
import { isPodcastFeed, namesPodcasts, publicAddress } from './podcast-feeds';

const QUESTION = 'feeds';
const KINDS = [
  { value: 'podcast', label: 'podcasts' },
  { value: 'article', label: 'pages to read' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** Whether most of the first feeds are podcasts, or the file says so. */
function kindOf({ text }: FileHead): Kind {
  const head = text.slice(0, text.search(/<body/i));
  if (namesPodcasts(head) || /\b(?:applePodcastsID|overcastId)=/.test(text)) return 'podcast';
  const feeds = [...text.matchAll(/xmlUrl=["']([^"']*)["']/gi)].map(([, address = '']) => address);
  return feeds.filter(isPodcastFeed).length >= feeds.length / 3 ? 'podcast' : 'article';
}

interface Feed {
  readonly row: ImportedRow;
  readonly isPrivate: boolean;
}

function feedOf(
  file: string,
  line: number,
  attributes: ReadonlyMap<string, string>,
  kind: Kind,
  folder: string,
): Feed | null {
  const of = (...names: readonly string[]): string =>
    names.map((name) => cleanCell(attributes.get(name))).find((text) => text !== '') ?? '';
  const title = of('title', 'text');
  if (title === '') return null;
  const feed = of('xmlUrl', 'xmlurl', 'url');
  const [page, address] = [publicAddress(of('htmlUrl', 'htmlurl')), publicAddress(feed)];
  // Of a paid feed the page is shown and never the feed.
  return {
    row: {
      ...blankRow(file, line, kind, title),
      shelves: folder === '' ? [] : [folder],
      identifiers: numberIdentifier('applePodcasts', of('applePodcastsID')),
      url: page ?? address,
      status: of('subscribed') === '0' ? 'none' : 'in-progress',
    },
    isPrivate: address === null && feed !== '',
  };
}

/** Overcast's full export lists the episodes that were played or recommended. */
const withEpisode = (row: ImportedRow, attributes: ReadonlyMap<string, string>): ImportedRow => ({
  ...row,
  ...(attributes.get('played') === '1' ? { plays: (row.plays ?? 0) + 1 } : {}),
  liked: row.liked === true || attributes.has('userRecommendedDate'),
});

/** Folders that every program puts around its feeds. */
const NO_FOLDER = /^(?:feeds|podcasts?|subscriptions?|all|)$/i;

/** Feeds with the folder they lie in; episodes of a feed are counted where they were played. */
async function readFeeds(file: SourceFile, kind: Kind, collector: RowCollector): Promise<void> {
  const open: { readonly isFeed: boolean; readonly folder: string }[] = [];
  const feed: { row: ImportedRow | null } = { row: null };
  let privateFeeds = 0;
  const done = (): void => {
    if (feed.row !== null) collector.add(feed.row);
    feed.row = null;
  };
  for await (const tokens of file.tokens())
    for (const token of tokens) {
      if (token.type === 'text' || token.name !== 'outline') continue;
      if (token.type === 'close') {
        if (open.pop()?.isFeed === true) done();
        continue;
      }
      const { attributes, line } = token;
      const isFeed = ['xmlUrl', 'xmlurl'].some((name) => attributes.has(name));
      if (feed.row !== null && /episode/i.test(attributes.get('type') ?? '')) {
        feed.row = withEpisode(feed.row, attributes);
        collector.joinedCount += 1;
      } else if (isFeed) {
        done();
        const folder = open.findLast((outer) => !outer.isFeed)?.folder ?? '';
        const found = feedOf(file.path, line, attributes, kind, folder);
        if (found === null) collector.skip(file.path, line, 'a feed without a title', '');
        else if (found.isPrivate) privateFeeds += 1;
        feed.row = found?.row ?? null;
      }
      const name = cleanCell(attributes.get('text') ?? attributes.get('title'));
      open.push({ isFeed, folder: NO_FOLDER.test(name) ? '' : name });
    }
  done();
  if (privateFeeds > 0)
    collector.warn(
      file.path,
      privateFeeds === 1
        ? 'the address of one private feed was left out: it lets in whoever knows it'
        : `the addresses of ${String(privateFeeds)} private feeds were left out: they let in whoever knows them`,
    );
}

const question = (answer: Kind): ImportQuestion => ({ id: QUESTION, text: 'The feeds are', options: KINDS, answer });

/** OPML: the list of subscriptions that every podcast program writes. Readers of news write it too. */
export const podcasts: ImportSource = {
  id: 'podcasts',
  containers: ['xml'],
  scale: null,
  sniff: (file) => {
    if (!/<opml[\s>]/i.test(file.text.slice(0, 4000)) || !/<outline\b[^>]*\bxmlurl=/i.test(file.text)) return null;
    return { layout: 'opml', confidence: kindOf(file) === 'podcast' ? 'certain' : 'likely' };
  },
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const first = files[0] === undefined ? 'podcast' : kindOf(files[0].file);
    const kind = KINDS.find(({ value }) => value === answers.get(QUESTION))?.value ?? first;
    for (const { file } of files) await readFeeds(file, kind, collector);
    return collector.reading('Podcast subscriptions (OPML)', { questions: [question(kind)] });
  },
};

import type { CatalogueDescription } from '../../domain/catalogue';
import { foldTitle } from '../../identity/fold-title';
import { kindRuleOf } from '../../identity/kind-rules';
import { wholeOfPart } from '../../identity/whole-of-part';
import type { Itself, Recognition } from './recognition';

type Part = Extract<Recognition, { readonly verdict: 'part' }>;

/**
 * What a thing that is not in the catalogue itself is a season, an episode or an edition of; null where it is nothing
 * of the kind, or where that is in doubt too.
 * @param found what was made of the thing itself
 * @param lookUp makes the same of another description
 */
export function recogniseWhole(
  description: CatalogueDescription,
  found: Itself,
  lookUp: (description: CatalogueDescription) => Itself,
): Part | null {
  const { family } = kindRuleOf(description.kind);
  if (family === 'reading') return found.verdict === 'doubtful' ? editionOf(description, found) : null;
  if (family !== 'screen' && family !== 'episode') return null;
  for (const title of wholeTitles(description))
    for (const kind of description.kind === 'anime' ? ANIME_FIRST : SERIES_FIRST) {
      const match = lookUp({ kind, title, creators: [], year: null, series: null });
      if (match.verdict === 'same')
        return { verdict: 'part', thing: match.thing, by: match.by, evidence: match.evidence };
    }
  return null;
}

const SERIES_FIRST = ['series', 'anime'];
const ANIME_FIRST = ['anime', 'series'];

/** What the series may be called, the likeliest first. */
function wholeTitles({ kind, title }: CatalogueDescription): readonly string[] {
  const whole = wholeOfPart(title);
  const titles = whole === null ? [] : [whole];
  // An episode is "Series: Episode"; sequels of an anime bear its name and one of their own.
  if (kind === 'episode') titles.push(beforeColon(title));
  if (kind === 'anime') titles.push(beforeColon(whole ?? title));
  return [...new Set(titles)].filter((found) => found !== title);
}

const beforeColon = (title: string): string => title.split(/:\s/, 1)[0] ?? title;

/** One maker's book with a subtitle or a publisher's series behind its title, in another year. */
function editionOf(
  { title }: CatalogueDescription,
  found: Extract<Itself, { readonly verdict: 'doubtful' }>,
): Part | null {
  const { baseKeys } = foldTitle(title);
  const [first, ...others] = found.candidates.filter(
    ({ thing, evidence }) =>
      evidence.includes('subtitle-on-one-side') &&
      evidence.includes('same-maker') &&
      baseKeys.includes(foldTitle(thing.title).key),
  );
  if (first === undefined || others.length > 0) return null;
  return { verdict: 'part', thing: first.thing, by: 'title-creator', evidence: first.evidence };
}

import type { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import {
  RECOGNISED_BY,
  type CatalogueDescription,
  type CatalogueMatch,
  type RecognisedBy,
} from '../../../renderer/src/domain/catalogue';
import type { NamedThing, ThingsOfFile } from './named-thing';

/** What one thing is to the catalogue and to the model's table. */
export interface RecognisedThing {
  readonly description: CatalogueDescription;
  readonly match: CatalogueMatch;
  /** In the model's table of known items. */
  readonly known: boolean;
}

/** One row of the table: how many of a file's things are recognised. */
export interface RecognitionRow {
  readonly file: string;
  readonly things: number;
  /** By the catalogue, or in the model's table. */
  readonly recognised: number;
  /** In the model's table. */
  readonly known: number;
  /** Not recognised, but made by somebody of whom the catalogue has something. */
  readonly authorOnly: number;
}

export interface DetailedRow extends RecognitionRow {
  /** By the catalogue. */
  readonly listed: number;
  readonly by: Readonly<Record<RecognisedBy, number>>;
  /** A season, an episode or an edition, by what it is part of. */
  readonly part: number;
  /** Not recognised: it may be one of several. */
  readonly doubtful: number;
}

export type IsKnown = (description: CatalogueDescription) => boolean;

/** Of the descriptions of a thing, the first that is recognised counts; else the first. */
export function recogniseThing(thing: NamedThing, catalogue: Catalogue, isKnown: IsKnown): RecognisedThing {
  const tried = thing.map((description) => ({ description, match: catalogue.recognise(description) }));
  const found =
    tried.find(({ match }) => match.verdict === 'same') ?? tried.find(({ match }) => isListed(match)) ?? tried[0];
  const description = found?.description ?? thing[0];
  return {
    description,
    match: found?.match ?? { verdict: 'none', authorKnown: false },
    known: thing.some(isKnown),
  };
}

export const recogniseFile = ({ things }: ThingsOfFile, catalogue: Catalogue, isKnown: IsKnown): RecognisedThing[] =>
  things.map((thing) => recogniseThing(thing, catalogue, isKnown));

const isListed = ({ verdict }: CatalogueMatch): boolean => verdict === 'same' || verdict === 'part';
export const isRecognised = ({ match, known }: RecognisedThing): boolean => known || isListed(match);

export function rowOf(file: string, found: readonly RecognisedThing[]): DetailedRow {
  const count = (fits: (thing: RecognisedThing) => boolean): number => found.filter(fits).length;
  const by = Object.fromEntries(
    RECOGNISED_BY.map((way) => [way, count(({ match }) => match.verdict === 'same' && match.by === way)]),
    // fromEntries widens the keys.
  ) as Record<RecognisedBy, number>;
  return {
    file,
    things: found.length,
    recognised: count(isRecognised),
    known: count(({ known }) => known),
    authorOnly: count((thing) => !isRecognised(thing) && thing.match.verdict === 'none' && thing.match.authorKnown),
    listed: count(({ match }) => isListed(match)),
    by,
    part: count(({ match }) => match.verdict === 'part'),
    doubtful: count((thing) => !isRecognised(thing) && thing.match.verdict === 'doubtful'),
  };
}

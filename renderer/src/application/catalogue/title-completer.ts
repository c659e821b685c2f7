import type { CatalogueEntry, CatalogueSuggestion } from '../../domain/catalogue';
import { UNKNOWN_KIND } from '../../domain/enrichment';
import type { CataloguePort } from '../../domain/ports/catalogue';
import { CATALOGUE_KINDS, matchOf } from './describe-item';

export interface TitleCompleterPorts {
  readonly catalogue: Pick<CataloguePort, 'complete' | 'recognise' | 'state'>;
  /** False while the catalogue is switched off, or the first picks are awaited. Then it is not called. */
  readonly mayAsk: () => boolean;
}

export interface TypedTitle {
  readonly text: string;
  /** Null where none was chosen. */
  readonly kind: string | null;
  readonly usualKind: string;
}

/** So many letters say little enough to be completed by fame alone. */
const MIN_LETTERS = 2;
/** More than a list under a field shows, so that what the library has already leaves enough. */
const SUGGESTIONS = 10;

/** What fields for titles ask the catalogue. Where it may not be asked or cannot answer, it is as if it were empty. */
export class TitleCompleter {
  constructor(private readonly ports: TitleCompleterPorts) {}

  /** True: `complete` would ask. */
  wouldAsk(text: string): boolean {
    return Array.from(text.trim()).length >= MIN_LETTERS && this.ports.mayAsk();
  }

  /**
   * Things whose titles begin like this, the likeliest first. A newer call cancels an older one, which rejects.
   * Those of the chosen kind come first; where none was chosen, things of the usual one count as more famous.
   */
  async complete({ text, kind, usualKind }: TypedTitle, signal?: AbortSignal): Promise<readonly CatalogueSuggestion[]> {
    if (!this.wouldAsk(text)) return [];
    return await this.ports.catalogue.complete(
      { text: text.trim(), kind, usualKind: kind === null ? usualKind : null, limit: SUGGESTIONS },
      signal === undefined ? undefined : { signal },
    );
  }

  /** Reads the catalogue, so that the first letter is answered at once. */
  warm(): void {
    if (this.ports.mayAsk()) this.ports.catalogue.state({}).catch(() => undefined);
  }

  /**
   * The one well-known thing that bears this title; null where there is none or several. Where no kind was chosen, one
   * of the usual kind goes before others.
   * @param kind null where none was chosen
   */
  async meant(title: string, kind: string | null, usualKind: string): Promise<CatalogueEntry | null> {
    if (!this.ports.mayAsk() || kind === UNKNOWN_KIND) return null;
    const kinds = kind === null ? [...new Set([usualKind, ...CATALOGUE_KINDS])] : [kind];
    const matches = await this.ports.catalogue
      .recognise({ descriptions: kinds.map((each) => ({ kind: each, title, creators: [], year: null, series: null })) })
      .catch(() => []);
    const [first] = matches;
    if (first === undefined) return null;
    const match = first.verdict === 'same' ? first : matchOf(matches);
    return match.verdict === 'same' ? match.entry : null;
  }
}

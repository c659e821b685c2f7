/** What the owner once said of a column of a table, by its header in lower case. */
export type RememberedColumns = Readonly<
  Record<
    string,
    {
      /** What it means, as the mapping of tables calls it; null: nothing that is kept. */
      readonly field: string | null;
      /** The best rating, for ratings. */
      readonly maximum: number | null;
    }
  >
>;

export interface Settings {
  readonly colourScheme: 'auto' | 'light' | 'dark';
  /** The scale on which ratings are shown and typed. */
  readonly ratingScale: 'stars-5' | 'halves-5' | 'points-10' | 'points-100';
  /** Soft cap on what one friend is sent in a week. */
  readonly weeklySendCap: number;
  /** One pick in five is drawn to find out something new; off until it is shown to help. */
  readonly wildcards: boolean;
  /** 'auto' times WebGPU against WASM. */
  readonly engine: 'auto' | 'wasm';
  /** Signature of drafted messages; may be empty. */
  readonly ownerName: string;
  /** Titles are completed and things are looked up in the catalogue. */
  readonly catalogue: boolean;
  /** The ranking version (see `RANKING_VERSION`) of the picks seen last, or the last whose changes were read. */
  readonly rankingSeen: number;
  readonly columns: RememberedColumns;
}

/** What people are told of a kind of export: how its service is called, what comes of it, and where to get it. */
export interface ImportSourceText {
  readonly name: string;
  /** "Books: ratings, shelves, dates, reviews". */
  readonly brings: string;
  /** Where the service offers the file, in a sentence or two. */
  readonly how: string;
}

/** With the id of the source. */
export type NamedSourceText = readonly [id: string, text: ImportSourceText];

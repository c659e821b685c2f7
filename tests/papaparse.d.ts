/**
 * The part of papaparse that is used here. Written out because its published types name Node, and with it every global
 * of Node would compile in the pure core and in the page.
 */
declare module 'papaparse' {
  interface Settings {
    readonly delimiter?: string;
    readonly newline?: '\n' | '\r\n' | '\r';
    readonly quoteChar?: string;
    readonly fastMode?: boolean;
    /** `greedy` also skips records whose cells are all white space. */
    readonly skipEmptyLines?: boolean | 'greedy';
  }

  interface Result<Data> {
    /** One record where `step` is given, else all of them. */
    readonly data: Data;
    readonly errors: readonly { readonly type: string; readonly row?: number; readonly message: string }[];
    /** `cursor`: characters consumed up to and with this record. */
    readonly meta: { readonly cursor: number; readonly delimiter: string };
  }

  interface Papa {
    /** Calls `step` once per record, synchronously, until the end or until `abort`. */
    parse<Row>(
      text: string,
      settings: Settings & { readonly step: (result: Result<Row>, parser: { abort(): void }) => void },
    ): void;
    /** All records at once. */
    parse<Row>(text: string, settings?: Settings & { readonly step?: never }): Result<Row[]>;
    unparse(
      rows: readonly (readonly unknown[])[],
      settings?: { readonly newline?: string; readonly quotes?: boolean },
    ): string;
  }

  const papa: Papa;
  export default papa;
}

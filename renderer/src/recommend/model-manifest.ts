/** What a bundle says of itself. See models/README.md for the contract. */
export interface ModelManifest {
  readonly name: string;
  readonly version: string;
  readonly dim: number;
}

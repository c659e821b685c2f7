/** own: in the shipped files' place · imdb: titles of IMDb's own files, beside either. */
export type KeptSet = 'own' | 'imdb';

/** A manifest with the files that it names, by name. */
export type CatalogueFiles = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** Keeps catalogue files that a person put in. Nothing of it is the person's data; it is in no export. */
export interface KeptCatalogueStore {
  /** null where there is none. */
  read(set: KeptSet): Promise<CatalogueFiles | null>;
  /** All of the files or none, in the place of those before. Rejects with `storage-full` where there is no room. */
  put(set: KeptSet, files: CatalogueFiles): Promise<void>;
  remove(set: KeptSet): Promise<void>;
}

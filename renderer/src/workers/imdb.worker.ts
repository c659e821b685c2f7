import { DexieKeptCatalogueStore } from '../data/dexie-kept-catalogue-store';
import { IMDB_METHODS } from '../domain/ports/imdb-reader';
import { createImdbService } from './imdb-service';
import { serveRpc } from './rpc-server';
import { readShippedCatalogueFile } from './shipped-catalogue';

serveRpc(
  self,
  IMDB_METHODS,
  createImdbService({
    readShipped: readShippedCatalogueFile,
    kept: new DexieKeptCatalogueStore(),
    clock: () => performance.now(),
  }),
);

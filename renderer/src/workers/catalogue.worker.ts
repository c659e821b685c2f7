import { DexieKeptCatalogueStore } from '../data/dexie-kept-catalogue-store';
import { CATALOGUE_METHODS } from '../domain/ports/catalogue';
import { createCatalogueService } from './catalogue-service';
import { readShippedCatalogueFile } from './shipped-catalogue';
import { CATALOGUE_STATE_NOTICE } from './rpc-messages';
import { serveRpc } from './rpc-server';

const handlers = createCatalogueService({
  readShipped: readShippedCatalogueFile,
  kept: new DexieKeptCatalogueStore(),
  onState: (state) => {
    server.notify(CATALOGUE_STATE_NOTICE, state);
  },
});
const server = serveRpc(self, CATALOGUE_METHODS, handlers);

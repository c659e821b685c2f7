import { version } from '../../../package.json';
import { DexieLibraryCopies } from '../data/library-copies';
import { ARCHIVE_METHODS } from '../domain/ports/archive-worker';
import { archiveReadme } from '../text/archive-readme';
import { createArchiveService } from './archive-service';
import { serveRpc } from './rpc-server';
import { webArchiveCrypto } from './web-archive-crypto';

serveRpc(
  self,
  ARCHIVE_METHODS,
  createArchiveService({
    copies: new DexieLibraryCopies(),
    crypto: webArchiveCrypto,
    programVersion: version,
    readme: archiveReadme,
    clock: () => Date.now(),
  }),
);

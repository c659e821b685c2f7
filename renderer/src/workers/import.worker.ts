import { nextTask } from '../inference/next-task';
import { IMPORT_METHODS } from './exports/import-methods';
import { createImportService } from './exports/import-service';
import { serveRpc } from './rpc-server';

serveRpc(self, IMPORT_METHODS, createImportService({ pause: nextTask }));

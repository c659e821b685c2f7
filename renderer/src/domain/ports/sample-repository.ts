import type { ActionReceipt } from './action-receipt';

export interface SampleRepository {
  isInstalled(): Promise<boolean>;
  install(): Promise<ActionReceipt>;
  /** Everything the sample brought, and nothing else. */
  remove(): Promise<ActionReceipt>;
}

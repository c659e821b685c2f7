import { application } from './list/application';
import { bridge } from './list/bridge';
import { catchingUp } from './list/catching-up';
import { completion } from './list/completion';
import { damagedRows } from './list/damaged-rows';
import { durable } from './list/durable';
import { enrichment } from './list/enrichment';
import { estimates } from './list/estimates';
import { exclusions } from './list/exclusions';
import { history } from './list/history';
import { identity } from './list/identity';
import { journal } from './list/journal';
import { keeping } from './list/keeping';
import { library } from './list/library';
import { merges } from './list/merges';
import { migrations } from './list/migrations';
import { privacy } from './list/privacy';
import { ranking } from './list/ranking';
import { reasons } from './list/reasons';
import { taste } from './list/taste';
import { trust } from './list/trust';
import { ownCatalogue } from './list/own-catalogue';
import { worker } from './list/worker';
import type { Mutation } from './mutation';

/** All of them, by what they would break. */
export const MUTATIONS: readonly Mutation[] = [
  ...application,
  ...bridge,
  ...catchingUp,
  ...completion,
  ...damagedRows,
  ...durable,
  ...enrichment,
  ...estimates,
  ...exclusions,
  ...history,
  ...identity,
  ...journal,
  ...keeping,
  ...library,
  ...merges,
  ...migrations,
  ...privacy,
  ...ranking,
  ...reasons,
  ...taste,
  ...trust,
  ...ownCatalogue,
  ...worker,
];

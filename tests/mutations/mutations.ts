import { bridge } from './list/bridge';
import { exclusions } from './list/exclusions';
import { journal } from './list/journal';
import { migrations } from './list/migrations';
import type { Mutation } from './mutation';

/** All of them, by what they would break. */
export const MUTATIONS: readonly Mutation[] = [...bridge, ...exclusions, ...journal, ...migrations];

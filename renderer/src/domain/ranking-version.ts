/**
 * Counts up whenever the same library and answers give clearly other picks; text/ranking-changes.ts then says why, once
 * to each person. 1: up to version 0.5.0.
 */
export const RANKING_VERSION = 2;

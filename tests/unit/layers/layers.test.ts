import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, LAYER_RULES, ruleOf, violation } from './rules';

const ROOT = new URL('../../../', import.meta.url).pathname;

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const FILES = [...sources('renderer/src'), ...sources('electron')];

/** Of each rule, something it must refuse: a rule without such a case could allow everything unnoticed. */
const REFUSED: readonly (readonly [file: string, specifier: string])[] = [
  ['renderer/src/domain/ports/host.ts', '../../app/app'],
  ['renderer/src/domain/item.ts', 'dexie'],
  ['renderer/src/domain/item.ts', '../recommend/recommender'],
  ['renderer/src/identity/verdict.ts', '../importing/source'],
  ['renderer/src/recommend/recommender.ts', '../data/database'],
  ['renderer/src/recommend/scoring/top.ts', 'onnxruntime-web'],
  ['renderer/src/importing/source.ts', '../application/library/library-index'],
  ['renderer/src/exporting/csv-list.ts', '../importing/source'],
  ['renderer/src/catalogue/catalogue-writer.ts', '../importing/source'],
  ['renderer/src/catalogue/catalogue-writer.ts', 'node:fs'],
  ['renderer/src/application/library/library-index.ts', 'react'],
  ['renderer/src/application/library/library-index.ts', '../../data/database'],
  ['renderer/src/data/database.ts', '../recommend/recommender'],
  ['renderer/src/data/database.ts', '../app/context/services'],
  ['renderer/src/inference/load-model.ts', 'dexie'],
  ['renderer/src/workers/recommender-client.ts', '../importing/source'],
  ['renderer/src/workers/recommender-client.ts', '../app/app'],
  ['renderer/src/host/connect-host.ts', 'react'],
  ['renderer/src/text/picks.ts', '../features/slate/picks-list'],
  ['renderer/src/ui/page.tsx', '../app/context/services'],
  ['renderer/src/app/compose.ts', '../features/home/home-page'],
  ['renderer/src/workers/catalogue.worker.ts', '../app/context/services'],
  ['renderer/src/workers/imdb.worker.ts', 'dexie'],
  ['renderer/src/workers/archive.worker.ts', '../text/import'],
  ['renderer/src/workers/import.worker.ts', '../data/database'],
  ['renderer/src/workers/exports/import-service.ts', '../../application/import/import-session'],
  ['renderer/src/workers/catalogue-service.ts', '../data/dexie-kept-catalogue-store'],
  ['renderer/src/app/context/services.ts', '../../data/database'],
  ['renderer/src/app/app.tsx', 'dexie'],
  ['renderer/src/app/app.tsx', '../data/database'],
  ['renderer/src/app/app.tsx', './compose'],
  ['renderer/src/features/home/home-page.tsx', '../../app/compose'],
  ['renderer/src/features/home/home-page.tsx', '../friends/friend-page'],
  ['renderer/src/features/home/home-page.tsx', '../../workers/recommender-client'],
  ['renderer/src/main.tsx', './data/database'],
  ['electron/host-contract.ts', './host/data-folder'],
  ['electron/host/data-folder.ts', 'electron'],
  ['electron/preload/preload.ts', 'node:fs'],
  ['electron/main/main.ts', '../../renderer/src/domain/item'],
  ['electron/browser-shell/server.ts', 'electron'],
  ['electron/cli/start.ts', '../../renderer/src/app/app'],
  ['renderer/src/stray.ts', './domain/item'],
];

describe('layers', () => {
  it('hold for every import of the program', () => {
    expect(FILES.length).toBeGreaterThan(300);
    const broken = FILES.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')))
      .map(violation)
      .filter((text) => text !== null);
    expect(broken).toEqual([]);
  });

  it('have a rule for every file, and a file for every rule', () => {
    expect(FILES.filter((file) => ruleOf(file) === undefined)).toEqual([]);
    expect(LAYER_RULES.filter((rule) => !FILES.some((file) => ruleOf(file) === rule)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('have something each rule refuses', () => {
    const tried = new Set(REFUSED.map(([file]) => ruleOf(file)));
    expect(LAYER_RULES.filter((rule) => !tried.has(rule)).map(({ path }) => path)).toEqual([]);
  });

  it.each(REFUSED)('refuse %s importing %s', (file, specifier) => {
    expect(violation({ file, specifier })).not.toBeNull();
  });
});

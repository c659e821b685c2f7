import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

export default defineConfig({
  main: { build: { rolldownOptions: { input: { main: resolve(root, 'electron/main/main.ts') } } } },
  preload: {
    build: {
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        // A sandboxed preload cannot be an ES module (electronjs.org, tutorial/esm).
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    // The model bundle lives outside the page's root.
    server: { fs: { allow: [root] } },
    build: {
      minify: true,
      target: 'chrome130',
      // Nothing is inlined as data: the CSP lets scripts come from 'self' alone, and models must stay files.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});

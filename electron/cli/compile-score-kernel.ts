/** `npm run score-kernel`: compiles renderer/src/inference/score-kernel.wat into score-kernel-bytes.ts beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import loadWabt from 'wabt';
import { runThisCommand } from './run-command';

const FOLDER = resolve(import.meta.dirname, '../../renderer/src/inference');

const USAGE = `Usage: npm run score-kernel
Compiles the scoring kernel's WebAssembly text into the file beside it.`;

async function compile(): Promise<void> {
  const wabt = await loadWabt();
  const module = wabt.parseWat('score-kernel.wat', readFileSync(join(FOLDER, 'score-kernel.wat'), 'utf8'), {
    simd: true,
  });
  const { buffer } = module.toBinary({});
  module.destroy();
  writeFileSync(
    join(FOLDER, 'score-kernel-bytes.ts'),
    // In the form that the formatter gives it, so that compiling the same source changes nothing.
    `/**
 * score-kernel.wat, compiled, in base64. Written by \`npm run score-kernel\`; a unit test compares it with its source.
 */
export const SCORE_KERNEL_BYTES =
  '${Buffer.from(buffer).toString('base64')}';
`,
  );
  console.log(`${String(buffer.length)} bytes of WebAssembly written.`);
}

await runThisCommand({ usage: USAGE, options: {}, takesFiles: false, run: compile });

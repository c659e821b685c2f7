// node check_onnx.mjs BUNDLE : do the ONNX files compute what PyTorch wrote into golden.json?
// onnxruntime-web on one WASM thread; the known-item table is added here as the contract says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';
const folder = process.argv[2];
const json = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const manifest = json('manifest.json');
const golden = json('golden.json');
const { dim, heads, knownItems } = manifest;
const length = manifest.featureSchema.history.length;
const open = (name) => ort.InferenceSession.create(new Uint8Array(readFileSync(join(folder, name))), { executionProviders: ['wasm'] });
const itemEncoder = await open('item-encoder.onnx');
const historyEncoder = await open('history-encoder.onnx');

let worstVector = 0;
let worstScore = 0;
const fail = (message) => { console.error(message); process.exit(1); };
const worst = (a, b) => a.reduce((most, value, n) => Math.max(most, Number.isFinite(value) ? Math.abs(value - b[n]) : Infinity), 0);

// Items: content from ONNX, plus the known row.
const blob = readFileSync(join(folder, knownItems.file));
const section = (name, Type) => {
  const { offset, length: count } = knownItems.sections[name];
  return new Type(blob.buffer.slice(blob.byteOffset + offset, blob.byteOffset + offset + count * Type.BYTES_PER_ELEMENT));
};
const rowCodes = section('vectors', Int16Array);
const rowScales = section('vectorScales', Float32Array);
const rowTaste = section('taste', Int8Array);
const tasteScales = section('tasteScales', Float32Array);
const { members, levels } = knownItems;
const width = rowCodes.length / knownItems.rows;
const learned = members * width;
const digit = (code, member) => (member > 0 ? digit(Math.round(code / levels), member - 1) : code - levels * Math.round(code / levels));
const rowBiases = section('biases', Float32Array);
const tokens = new ort.Tensor('int32', Int32Array.from(golden.items.flatMap((entry) => entry.tokens)), [golden.items.length, golden.items[0].tokens.length]);
const encoded = await itemEncoder.run({ tokens });
const items = golden.items.map((entry, n) => {
  const vector = Array.from(encoded.vectors.data.slice(n * dim, (n + 1) * dim));
  const biases = Array.from(encoded.biases.data.slice(n * heads.length, (n + 1) * heads.length));
  const row = entry.knownRow;
  if (row !== null) {
    for (let d = 0; d < learned; d++) vector[d] += rowScales[row] * digit(rowCodes[row * width + d % width], Math.floor(d / width));
    for (let d = learned; d < dim; d++) vector[d] += tasteScales[row] * rowTaste[row * (dim - learned) + d - learned];
    for (let h = 0; h < heads.length; h++) biases[h] += rowBiases[row * heads.length + h];
  }
  worstVector = Math.max(worstVector, worst(vector, entry.vector), worst(biases, entry.biases));
  return { vector, biases };
});

// Histories: queries, scores and ranking, one window at a time.
async function queriesOf(window) {
  const vectors = new Float32Array(length * dim);
  window.items.forEach((item, n) => { if (item >= 0) vectors.set(items[item].vector, n * dim); });
  const out = await historyEncoder.run({
    vectors: new ort.Tensor('float32', vectors, [1, length, dim]),
    ratingBuckets: new ort.Tensor('int32', Int32Array.from(window.ratingBuckets), [1, length]),
    timeGapBuckets: new ort.Tensor('int32', Int32Array.from(window.timeGapBuckets), [1, length]),
  });
  return heads.map((_, h) => Array.from(out.queries.data.slice(h * dim, (h + 1) * dim)));
}

for (const history of golden.histories) {
  const queries = await queriesOf(history.window);
  queries.forEach((query, h) => { worstVector = Math.max(worstVector, worst(query, history.queries[h])); });
  heads.forEach((head, h) => {
    const scores = items.map((item) => item.vector.reduce((sum, value, d) => sum + value * queries[h][d], item.biases[h]));
    worstScore = Math.max(worstScore, worst(scores, history.scores[head]));
    const ranking = scores.map((_, n) => n).sort((a, b) => scores[b] - scores[a] || a - b);
    if (ranking.join() !== history.ranking[head].join()) fail(`${history.name}: ${head} ranks differently: ${ranking} against ${history.ranking[head]}`);
  });
}

// A batch of padding only must stay finite.
const batch = 3;
const padding = await historyEncoder.run({
  vectors: new ort.Tensor('float32', new Float32Array(batch * length * dim), [batch, length, dim]),
  ratingBuckets: new ort.Tensor('int32', new Int32Array(batch * length), [batch, length]),
  timeGapBuckets: new ort.Tensor('int32', new Int32Array(batch * length), [batch, length]),
});
if (!padding.queries.data.every(Number.isFinite)) fail('all-padding windows give queries that are not finite');

console.log(`onnxruntime-web against PyTorch: vectors and queries ${worstVector.toExponential(1)}, scores ${worstScore.toExponential(1)}, rankings equal`);
if (worstVector > golden.tolerance.vectors || worstScore > golden.tolerance.scores) fail('outside the golden tolerance');

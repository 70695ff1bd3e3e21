// The body-tracking models, put together from the official package on the first build: checked, made readable for the tracker, and
// zipped without packing. Deterministic; a few hundred milliseconds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFlatBuffer } from './flat-buffer.mjs';
import { zipStored } from './stored-zip.mjs';

const packages = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const source = join(packages, '@mediapipe/pose');
/** Where the bundles are, out of the repository. */
export const poseModels = join(packages, '.cache/pebble-bay/pose-0.5.1675469404');

/** SHA-256 of the models, as the project that made them publishes them. */
const checksums = {
  'pose_solution_packed_assets.data': 'a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85',
  'pose_landmark_lite.tflite': 'f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61',
  'pose_landmark_full.tflite': 'e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f',
};
/** SHA-256 of what comes out. */
const bundles = {
  lite: '26db73d9804b5b4c3fa4c239907f0633c786198b04b1bb5680b953284835d0dc',
  full: '69970deb91c00404987409d63465d254b98200dafb4e8544808b8cfaab4c18fe',
};

/** Makes the bundles that are missing and returns their folder. Throws when a model is not the one that it should be. */
export function ensurePoseModels() {
  return makePoseModels(poseModels);
}

/** As above, in a folder of the caller's; `read` gives the bytes of a model by its file name. */
export function makePoseModels(folder, read = (name) => readFileSync(join(source, name))) {
  mkdirSync(folder, { recursive: true });
  for (const [size, checksum] of Object.entries(bundles)) {
    const file = join(folder, `pose_landmarker_${size}.task`);
    if (existsSync(file)) continue;
    const bundle = toBundle(size, read);
    expectChecksum(file, bundle, checksum);
    // Two builds at once: a half-written bundle is never seen.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, bundle);
    renameSync(draft, file);
  }
  return folder;
}

/** The tracker's bundle of one size: the detector (the packed assets are that one file) and the landmarks. */
function toBundle(size, read) {
  const model = (name) => {
    const data = read(name);
    expectChecksum(name, data, checksums[name]);
    return data;
  };
  return zipStored([
    ['pose_detector.tflite', addMetadata(model('pose_solution_packed_assets.data'), describeImage('pose_detector', 127.5, 127.5))],
    ['pose_landmarks_detector.tflite', addMetadata(model(`pose_landmark_${size}.tflite`), describeImage('pose_landmarks_detector', 0, 255))],
  ]);
}

function expectChecksum(name, data, wanted) {
  const got = createHash('sha256').update(data).digest('hex');
  if (got !== wanted) throw new Error(`${name}: SHA-256 is ${got}, not ${wanted}`);
}

/** TFLite metadata (file id M001): one RGB image, (value - mean) / std. Without it the tracker refuses the model. */
function describeImage(name, mean, std) {
  const image = { table: [{ u8: 1 }] };
  const scaling = { table: [{ f32: [mean] }, { f32: [std] }] };
  const unit = { table: [{ u8: 1 }, scaling] };
  const input = { table: [{ str: 'image' }, undefined, undefined, { table: [{ u8: 2 }, image] }, { vec: [unit] }] };
  const graph = { table: [undefined, undefined, { vec: [input] }] };
  return writeFlatBuffer({ table: [{ str: name }, undefined, undefined, { vec: [graph] }] }, 'M001');
}

/** The model with metadata: a new root in front of bytes that stay as they are. */
function addMetadata(model, metadata) {
  if (model.toString('latin1', 4, 8) !== 'TFL3') throw new Error('not a TFLite model');
  const read = (at) => model.readUInt32LE(at);
  const root = read(0);
  const layout = root - model.readInt32LE(root);
  const layoutSize = model.readUInt16LE(layout);
  const fieldAt = (i) => {
    const offset = 4 + 2 * i < layoutSize ? model.readUInt16LE(layout + 4 + 2 * i) : 0;
    return offset === 0 ? 0 : root + offset;
  };
  const keep = (i) => (fieldAt(i) === 0 ? undefined : { ext: fieldAt(i) + read(fieldAt(i)) });
  const list = (i) => {
    if (fieldAt(i) === 0) return [];
    const at = fieldAt(i) + read(fieldAt(i));
    return Array.from({ length: read(at) }, (_, k) => ({ ext: at + 4 + 4 * k + read(at + 4 + 4 * k) }));
  };
  const buffers = list(4);
  const entry = { table: [{ str: 'TFLITE_METADATA' }, { u32: buffers.length }] };
  const fields = [
    { u32: read(fieldAt(0)) },
    keep(1),
    keep(2),
    keep(3),
    { vec: [...buffers, { table: [{ bytes: metadata }] }] },
    keep(5),
    { vec: [...list(6), entry] },
    keep(7),
  ];
  return writeFlatBuffer({ table: fields }, 'TFL3', model);
}

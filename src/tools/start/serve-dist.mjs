// Serves dist for the end-to-end tests with the very server of `npm start`: `node src/tools/start/serve-dist.mjs PORT`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from './serve.mjs';

const port = Number(process.argv[2]);
const served = await serveFolder({ folder: join(dirname(fileURLToPath(import.meta.url)), '../../../dist'), port });
if (served.port !== port) {
  console.error(`port ${port} is taken`);
  process.exit(1);
}

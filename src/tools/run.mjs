// Runs one of the TypeScript tools of this folder: `node src/tools/run.mjs analyse reach FILE…`.
// Vite loads it, so that tools see the same modules (and the same import.meta.glob) as the app.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [name, ...rest] = process.argv.slice(2);
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const tool = await server.ssrLoadModule(`/src/tools/${name}.ts`);
  process.exitCode = await tool.main(rest);
} finally {
  await server.close();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serveFolder } from '../start/serve.mjs';

/** The camera page as a product build has it: hashed files, our security policy, no server of Vite's. */
export interface CameraPageServer {
  readonly address: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Builds the camera page with the settings of the product and serves it as `npm start` does. */
export async function serveCameraPage(root: string): Promise<CameraPageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-camera-'));
  const page = 'src/tools/camera/page.html';
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(root, page) } },
  });
  const served = await serveFolder({ folder, port: 41_800 });
  return {
    address: `http://localhost:${served.port}/${page}`,
    folder,
    async close() {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import sirv from 'sirv';

const TRIES = 20;

/** A request listener for the built app in `folder`: files with a hash in their name are kept for ever, all others asked for each time. */
export function fileListener(folder) {
  // `dev` reads the folder at each request, so a new build is served without a restart.
  const serve = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      if (/^\/assets\/.+-[\w-]{8}\.\w+$/.test(path)) response.setHeader('Cache-Control', 'public,max-age=31536000,immutable');
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    serve(request, response, () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n'));
  };
}

const listenOn = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });

/**
 * Serves `folder` on `port` or the next free one (20 tries), over https when given `tls`. Resolves to { port, close }.
 * @param {{ folder: string, port: number, tls?: { key: string, cert: string } }} options
 */
export async function serveFolder({ folder, port, tls }) {
  const listener = fileListener(folder);
  for (let next = port; ; next++) {
    const server = tls ? createHttps({ key: tls.key, cert: tls.cert }, listener) : createHttp(listener);
    try {
      const bound = await listenOn(server, next);
      return {
        port: bound,
        close: () =>
          new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      if (!taken || next + 1 >= port + TRIES || next >= 65_535) throw error;
    }
  }
}

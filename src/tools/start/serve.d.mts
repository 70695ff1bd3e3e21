import type { IncomingMessage, ServerResponse } from 'node:http';
/** A request listener for the built app in `folder`: files with a hash in their name are kept for ever, all others asked for each time. */
export declare function fileListener(folder: string): (request: IncomingMessage, response: ServerResponse) => void;
/** Serves `folder` on `port` or the next free one (20 tries), over https when given `tls` ({ key, cert }). Resolves to { port, close }. */
export declare function serveFolder(options: {
  folder: string;
  port: number;
  tls?: { key: string; cert: string };
}): Promise<{ port: number; close: () => Promise<void> }>;

// `npm start`: builds the app when its sources changed, serves it to this computer and to tablets on the same network.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import qrcode from 'qrcode';
import { lanAddresses } from './start/addresses.mjs';
import { buildApp, buildIsStale } from './start/build.mjs';
import { certificateFor } from './start/certificate.mjs';
import { openBrowser } from './start/open-browser.mjs';
import { serveFolder } from './start/serve.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'dist');
const wanted = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_534) {
  console.error(`PORT is "${process.env.PORT}"; it must be a whole number from 1 to 65534.`);
  process.exit(1);
}

if (buildIsStale(root)) {
  console.log('Building Pebble Bay ...');
  if (!buildApp(root, '--logLevel', 'warn')) process.exit(1);
}

const local = await serveFolder({ folder, port: wanted });
const servers = [local];
const url = `http://localhost:${local.port}/`;
console.log(`\nPebble Bay is open.\n\n  On this computer   ${url}`);

const addresses = lanAddresses();
if (addresses.length > 0) {
  try {
    const tls = await certificateFor(join(root, '.certificate'), addresses, Date.now());
    const shared = await serveFolder({ folder, port: local.port + 1, tls });
    servers.push(shared);
    const urls = addresses.map((address) => `https://${address}:${shared.port}/`);
    console.log(`  On a tablet        ${urls.join('\n                     ')}\n`);
    console.log(await qrcode.toString(urls[0], { type: 'terminal', small: true, errorCorrectionLevel: 'L' }));
    console.log('Scan the code with a tablet on the same network; it will warn about the certificate once, because this computer made it itself.');
    console.log('Camera and motion sensors work only at the https address, or at localhost on this computer.');
  } catch (error) {
    console.log(`  On a tablet        not possible now: ${error.message}`);
  }
} else {
  console.log('  On a tablet        not possible now: this computer is on no network.');
}
console.log('\nCtrl-C stops it.');
openBrowser(url);

const stop = async () => {
  await Promise.all(servers.map((server) => server.close()));
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);

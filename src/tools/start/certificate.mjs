// A browser opens camera and motion sensors on https only, so a tablet on the same network needs a certificate from us.
import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const DAY_MS = 86_400_000;
// iPadOS refuses server certificates that live longer than 398 days: https://support.apple.com/en-us/102028
const LIFE_DAYS = 365;
const RENEW_BEFORE_DAYS = 14;
// The tablet's clock may be behind ours.
const SKEW_DAYS = 1;

const ownNames = { dns: ['localhost'], ip: ['127.0.0.1', '::1'] };

function stored(folder, addresses, nowMs) {
  try {
    const key = readFileSync(join(folder, 'key.pem'), 'utf8');
    const cert = readFileSync(join(folder, 'cert.pem'), 'utf8');
    const x509 = new X509Certificate(cert);
    const lasts = Date.parse(x509.validTo) - nowMs > RENEW_BEFORE_DAYS * DAY_MS && Date.parse(x509.validFrom) <= nowMs;
    const covers = [...ownNames.ip, ...addresses].every((ip) => x509.checkIP(ip)) && ownNames.dns.every((name) => x509.checkHost(name));
    return lasts && covers ? { key, cert, renewed: false } : undefined;
  } catch {
    return undefined;
  }
}

/** The key and certificate (PEM) kept in `folder`, made anew when there is none, it lacks one of `addresses` or ends within 14 days. */
export async function certificateFor(folder, addresses, nowMs) {
  const kept = stored(folder, addresses, nowMs);
  if (kept) return kept;
  const made = await generate([{ name: 'commonName', value: 'Pebble Bay on this computer' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - SKEW_DAYS * DAY_MS),
    notAfterDate: new Date(nowMs + LIFE_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...ownNames.dns.map((value) => ({ type: 2, value })),
          ...[...new Set([...ownNames.ip, ...addresses])].map((ip) => ({ type: 7, ip })),
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'key.pem'), made.private, { mode: 0o600 });
  writeFileSync(join(folder, 'cert.pem'), made.cert);
  return { key: made.private, cert: made.cert, renewed: true };
}

import { networkInterfaces } from 'node:os';

const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];
// Networks between a machine and its own containers: no tablet is on them.
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|vEthernet)/i;

/**
 * IPv4 addresses at which another device can reach this machine, likeliest first; empty without a network.
 * @param {Record<string, readonly { address: string, family: string, internal: boolean }[] | undefined>} interfaces
 * @returns {string[]}
 */
export function lanAddresses(interfaces = networkInterfaces()) {
  const found = Object.entries(interfaces).flatMap(([name, entries]) =>
    (entries ?? [])
      .filter((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
      .map((entry) => {
        const home = PRIVATE.findIndex((pattern) => pattern.test(entry.address));
        return { address: entry.address, rank: (VIRTUAL.test(name) ? 10 : 0) + (home < 0 ? PRIVATE.length : home) };
      }),
  );
  return [...new Set(found.sort((a, b) => a.rank - b.rank).map((entry) => entry.address))];
}

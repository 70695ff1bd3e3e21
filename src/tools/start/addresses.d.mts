import type { NetworkInterfaceInfo } from 'node:os';
/** IPv4 addresses at which another device can reach this machine, likeliest first; empty without a network. */
export declare function lanAddresses(
  interfaces?: Partial<Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>>,
): string[];

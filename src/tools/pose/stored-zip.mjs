import { crc32 } from 'node:zlib';

/** A zip of [name, bytes] entries, stored and not packed, each entry's bytes at a multiple of 64; the same entries give the same bytes. */
export function zipStored(entries) {
  const parts = [];
  const directory = [];
  let place = 0;
  for (const [name, data] of entries) {
    const label = Buffer.from(name);
    let padding = (64 - ((place + 30 + label.length) % 64)) % 64;
    if (padding > 0 && padding < 4) padding += 64;
    const extra = Buffer.alloc(padding);
    if (padding > 0) {
      extra.writeUInt16LE(0xd935, 0);
      extra.writeUInt16LE(padding - 4, 2);
    }
    const common = toCommon(label, data);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common]);
    local.writeUInt16LE(padding, 28);
    const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14)]);
    central.writeUInt32LE(place, 42);
    parts.push(local, label, extra, data);
    directory.push(central, label);
    place += 30 + label.length + padding + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, central, end]);
}

/** The 26 bytes that an entry's two headers share: version, no flags, stored, 1 January 1980, checksum and sizes. */
function toCommon(label, data) {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x21, 8);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(label.length, 22);
  return common;
}

// A small writer of flat buffers, top down: references point forward, so a new head can stand before bytes that stay as they are.
// node: { table: [field …] } { vec: [node …] } { f32: [number …] } { str } { bytes } { ext: place in the bytes that follow }
// field: undefined | node | { u32 } | { u8 }

/** A flat buffer with this root and file id; `appended` follows it, 64-aligned, and `ext` nodes point into it. */
export function writeFlatBuffer(root, fileId, appended = Buffer.alloc(0)) {
  const head = Buffer.alloc(1 << 20);
  let end = 8;
  const waiting = [];
  const external = [];

  const align = (size, plus = 0) => {
    while ((end + plus) % size) end += 1;
  };
  const refer = (at, node) => ('ext' in node ? external.push([at, node.ext]) : waiting.push([at, node]));

  function putTable(fields) {
    align(4);
    const layout = end;
    const layoutSize = 4 + 2 * fields.length;
    end += layoutSize;
    align(4);
    const table = end;
    head.writeInt32LE(table - layout, table);
    let size = 4;
    for (const [i, field] of fields.entries()) {
      if (field === undefined) continue;
      head.writeUInt16LE(size, layout + 4 + 2 * i);
      if ('u32' in field) head.writeUInt32LE(field.u32, table + size);
      else if ('u8' in field) head.writeUInt8(field.u8, table + size);
      else refer(table + size, field);
      size += 4;
    }
    head.writeUInt16LE(layoutSize, layout);
    head.writeUInt16LE(size, layout + 2);
    end = table + size;
    return table;
  }

  function putList(count, write) {
    align(4);
    const at = end;
    head.writeUInt32LE(count, at);
    end = at + 4 + 4 * count;
    for (let i = 0; i < count; i += 1) write(at + 4 + 4 * i, i);
    return at;
  }

  function putBytes(bytes, closing) {
    // The data of byte vectors starts at a multiple of 16.
    align(16, 4);
    const at = end;
    head.writeUInt32LE(bytes.length, at);
    bytes.copy(head, at + 4);
    end = at + 4 + bytes.length + closing;
    return at;
  }

  function put(node) {
    if ('table' in node) return putTable(node.table);
    if ('vec' in node) return putList(node.vec.length, (at, i) => refer(at, node.vec[i]));
    if ('f32' in node) return putList(node.f32.length, (at, i) => head.writeFloatLE(node.f32[i], at));
    return 'str' in node ? putBytes(Buffer.from(node.str, 'utf8'), 1) : putBytes(node.bytes, 0);
  }

  head.writeUInt32LE(put(root), 0);
  head.write(fileId, 4, 'latin1');
  for (let next = waiting.shift(); next; next = waiting.shift()) head.writeUInt32LE(put(next[1]) - next[0], next[0]);
  // Weights keep the alignment that they had.
  align(64);
  for (const [at, place] of external) head.writeUInt32LE(end + place - at, at);
  return Buffer.concat([head.subarray(0, end), appended]);
}

// What can be done to the passages of a text version. A key, once given, stays with the beginning of its passage: spans
// cite it. Each function changes the version's list and answers with the keys of the rows that are to be drawn anew.

const FREE = 'bcdefghijklmnopqrstuvwxyz';

export const at = (version, key) => version.passages.findIndex((passage) => passage.key === key);

export const passageOf = (version, key) => version.passages[at(version, key)];

// Where words stand in a version: the key of their passage or of their footnote; a call of a footnote that no passage
// has is that of the footnote itself. Without words, the first passage.
export function placeOf(version, words) {
  const has = ({ text }) => text.replace(/\s+/g, ' ').includes(words);
  const passage = version.passages.find(has);
  if (passage) return { key: passage.key };
  const note = version.notes.find((one) => words === `[^${one.key}]` || has(one));
  return note && { note: note.key };
}

export const allKeys = (versions) => new Set(versions.flatMap((version) => version.passages.map((one) => one.key)));

// `p3` is followed by `p3b`, then `p3c`; what stands after them keeps its own.
export function keyAfter(key, taken) {
  const base = key.replace(/(\d)[b-z]$/, '$1');
  for (const letter of FREE) if (!taken.has(base + letter)) return base + letter;
  return keyAtEnd(taken);
}

export function keyAtEnd(taken) {
  let number = 1;
  while (taken.has(`p${number}`)) number += 1;
  return `p${number}`;
}

// The order of all keys: that of the first version, with what others have besides behind what stands before it there.
export function orderOf(versions) {
  const order = [];
  const known = new Set();
  for (const version of versions) {
    let before = null;
    const added = new Map();
    for (const { key } of version.passages) {
      if (!known.has(key)) {
        known.add(key);
        added.set(before, [...(added.get(before) ?? []), key]);
      } else before = key;
    }
    if (!added.size) continue;
    const merged = [...(added.get(null) ?? [])];
    for (const key of order) merged.push(key, ...(added.get(key) ?? []));
    order.splice(0, order.length, ...merged);
  }
  return order;
}

// A place for a key in a version: behind the nearest one before it in the order of rows.
export function insert(version, passage, order) {
  const place = order.indexOf(passage.key);
  let index = 0;
  for (let row = place - 1; row >= 0; row -= 1) {
    const found = at(version, order[row]);
    if (found >= 0) { index = found + 1; break; }
  }
  version.passages.splice(index, 0, passage);
  return passage;
}

export function split(version, key, caret, versions, order) {
  const index = at(version, key);
  const passage = version.passages[index];
  const text = passage.text.slice(0, caret).trimEnd();
  const rest = passage.text.slice(caret).trimStart();
  // Where another version has been split here before, the second part stands beside its second part.
  const below = order[order.indexOf(key) + 1];
  const waiting = below && at(version, below) < 0;
  const second = { ...passage, key: waiting ? below : keyAfter(key, allKeys(versions)), text: rest };
  delete second.region;
  if (passage.start != null && passage.end != null) {
    const share = passage.text.length ? caret / passage.text.length : 0.5;
    second.start = Math.round((passage.start + (passage.end - passage.start) * share) * 1000) / 1000;
  } else delete second.start;
  version.passages.splice(index, 1, { ...passage, text, ...(second.start != null && { end: second.start }) }, second);
  return [key, second.key];
}

export function join(version, key) {
  const index = at(version, key);
  const [first, second] = [version.passages[index], version.passages[index + 1]];
  if (!second) return [];
  const timed = first.start != null || first.kind === 'verse';
  const joined = { ...first, text: [first.text, second.text].filter(Boolean).join(timed ? '\n' : '\n\n') };
  if (second.end != null) joined.end = second.end;
  version.passages.splice(index, 2, joined);
  return [key, second.key];
}

export function remove(version, key) {
  const index = at(version, key);
  if (index >= 0) version.passages.splice(index, 1);
  return [key];
}

// Two neighbouring rows change places in every version that has both.
export function swap(versions, one, other) {
  for (const version of versions) {
    const [first, second] = [at(version, one), at(version, other)];
    if (first < 0 || second < 0) continue;
    const passages = version.passages;
    [passages[first], passages[second]] = [passages[second], passages[first]];
    version.dirty = true;
  }
}

// Blocks from the clipboard in the place of a selection; the first words stay in this passage, further blocks fill the
// rows below that have nothing in this version yet, and then new ones.
export function pasteBlocks(version, key, [from, to], blocks, versions, order) {
  const passage = passageOf(version, key);
  const [before, after] = [passage.text.slice(0, from), passage.text.slice(to)];
  const wasEmpty = !before.trim() && !after.trim();
  passage.text = before + blocks[0].text + (blocks.length === 1 ? after : '');
  if (wasEmpty && blocks[0].kind && blocks[0].kind !== 'paragraph') passage.kind = blocks[0].kind;
  const touched = [key];
  let last = passage;
  for (const block of blocks.slice(1)) {
    const rows = orderOf(versions);
    const below = rows[rows.indexOf(last.key) + 1];
    const free = below && !passageOf(version, below)?.text.trim();
    const next = free && passageOf(version, below) ? passageOf(version, below)
      : { key: free ? below : keyAfter(last.key, allKeys(versions)), text: '' };
    next.text = block.text;
    if (block.kind && block.kind !== 'paragraph') next.kind = block.kind;
    if (at(version, next.key) < 0) version.passages.splice(at(version, last.key) + 1, 0, next);
    touched.push(next.key);
    last = next;
  }
  if (blocks.length > 1) last.text += after;
  return touched;
}

// Notes that come with a paste get the next free numbers, in their own words and in the text that calls them.
export function renumber(notes, blocks, taken) {
  const names = new Map();
  let number = 1;
  for (const note of notes) {
    while (taken.has(String(number))) number += 1;
    names.set(note.key, String(number));
    taken.add(String(number));
  }
  const renamed = (text) => text.replace(/\[\^([^\]\s]+)\]/g, (call, key) => (names.has(key) ? `[^${names.get(key)}]` : call));
  return {
    blocks: blocks.map((block) => ({ ...block, text: renamed(block.text) })),
    notes: notes.map((note) => ({ key: names.get(note.key), text: renamed(note.text) })),
  };
}

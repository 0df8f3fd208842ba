// One row: a key, discreetly, with what can be done to the whole row, and the passage of that key in each version.

import { cell, emptyCell } from './cell.js';
import { passageOf } from './editing.js';

export const KINDS = ['paragraph', 'heading', 'verse', 'speech', 'stage', 'quotation', 'list', 'table', 'dateline', 'closer'];

export function row(key, table) {
  const made = document.createElement('div');
  made.className = 'sb-par__row';
  made.dataset.key = key;
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', key);
  made.append(head(key, table));
  for (const version of table.shown) {
    const passage = passageOf(version, key);
    made.append(passage ? cell(passage, version, table) : emptyCell(key, version, table));
  }
  return made;
}

function head(key, table) {
  const holder = document.createElement('div');
  holder.className = 'sb-par__key';
  const code = Object.assign(document.createElement('code'), { textContent: key });
  holder.append(code);
  const citing = table.cited.get(key);
  if (citing) {
    const mark = Object.assign(document.createElement('span'), { className: 'sb-par__cited', textContent: table.words.cited });
    mark.title = [...new Set(citing.map((one) => one.title))].join(' · ');
    holder.append(mark);
  }
  const kind = table.versions.map((version) => passageOf(version, key)).find(Boolean)?.kind ?? 'paragraph';
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', `${table.words.kind}: ${key}`);
  choice.className = 'sb-par__kind';
  choice.append(...KINDS.map((one) => new Option(table.words.kinds[one] ?? one, one, one === kind, one === kind)));
  choice.addEventListener('change', () => table.setKind(key, choice.value));
  const acts = document.createElement('div');
  acts.className = 'sb-par__acts';
  for (const [act, sign] of [['up', '↑'], ['down', '↓'], ['insert', '+'], ['remove', '×']]) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: sign, title: table.words[act] });
    button.setAttribute('aria-label', `${table.words[act]}: ${key}`);
    button.dataset.act = act;
    acts.append(button);
  }
  holder.append(choice, acts);
  return holder;
}

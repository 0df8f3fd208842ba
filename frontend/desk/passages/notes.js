// The footnotes of each version, below its passages.

import { fit } from './cell.js';

export const calls = (version) => new Set(version.passages.flatMap((passage) => [...passage.text.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => match[1])));

export function drawNotes(holder, table) {
  holder.replaceChildren(...table.shown.map((version) => column(version, table)));
  holder.hidden = !table.shown.some((version) => version.notes.length);
}

function column(version, table) {
  const made = document.createElement('div');
  const called = calls(version);
  for (const note of version.notes) {
    const line = document.createElement('div');
    line.className = 'sb-par__note';
    const area = Object.assign(document.createElement('textarea'), { value: note.text, dir: 'auto', lang: version.language, rows: 1, className: 'sb-par__words' });
    area.dataset.note = note.key;
    area.setAttribute('aria-label', `${table.words.note} ${note.key}, ${version.name}`);
    area.addEventListener('input', () => { note.text = area.value; fit(area); table.touched(version); });
    const away = Object.assign(document.createElement('button'), { type: 'button', textContent: '×', title: table.words.removeNote });
    away.setAttribute('aria-label', `${table.words.removeNote} ${note.key}`);
    away.addEventListener('click', () => table.removeNote(version, note.key));
    line.append(Object.assign(document.createElement('code'), { textContent: note.key }), area, away);
    if (!called.has(note.key)) line.append(Object.assign(document.createElement('em'), { textContent: table.words.uncalled }));
    made.append(line);
  }
  return made;
}

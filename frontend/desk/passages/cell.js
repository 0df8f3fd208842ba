// One passage in one version: its words, and above them speaker, times and region where it has any or they are asked for.

import { read, written } from './time.js';

const auto = CSS.supports('field-sizing', 'content');

export function fit(area) {
  if (auto) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

function small(name, label, value, change, mistake) {
  const input = document.createElement('input');
  Object.assign(input, { type: 'text', value, className: `sb-par__${name}`, placeholder: label });
  input.setAttribute('aria-label', label);
  input.addEventListener('input', () => {
    const fault = change(input.value) === false ? mistake : '';
    input.setAttribute('aria-invalid', String(Boolean(fault)));
    input.title = fault;
  });
  return input;
}

export function cell(passage, version, table) {
  const { words } = table;
  const holder = document.createElement('div');
  holder.className = 'sb-par__cell';
  holder.dataset.version = version.index;
  const touched = () => table.touched(version);
  const set = (name, value) => {
    if (value === '' || value == null) delete passage[name];
    else passage[name] = value;
    touched();
  };
  if (table.details || passage.speaker || passage.start != null || passage.end != null || passage.region) {
    const more = document.createElement('div');
    more.className = 'sb-par__more';
    const time = (name, label) => small(name, label, written(passage[name]), (text) => {
      const seconds = read(text);
      if (Number.isNaN(seconds)) return false;
      set(name, seconds);
      return true;
    }, words.noTime);
    more.append(
      small('speaker', words.speaker, passage.speaker ?? '', (text) => set('speaker', text.trim())),
      time('start', words.start),
      time('end', words.end),
      small('region', words.region, passage.region ?? '', (text) => set('region', text.trim())),
    );
    holder.append(more);
  }
  const area = document.createElement('textarea');
  Object.assign(area, { value: passage.text, dir: 'auto', lang: version.language, rows: auto ? 1 : Math.max(1, Math.ceil(passage.text.length / 55)) });
  area.className = 'sb-par__words';
  area.setAttribute('aria-label', `${passage.key}, ${version.name}`);
  area.addEventListener('input', () => {
    passage.text = area.value;
    fit(area);
    touched();
  });
  holder.append(area);
  return holder;
}

export function emptyCell(key, version, table) {
  const holder = document.createElement('div');
  holder.className = 'sb-par__cell sb-par__cell--empty';
  holder.dataset.version = version.index;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: table.words.write });
  button.setAttribute('aria-label', `${table.words.write}: ${key}, ${version.name}`);
  button.addEventListener('click', () => table.begin(version, key));
  holder.append(button);
  return holder;
}

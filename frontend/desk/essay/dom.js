// Elements in one line: h('p', { class: 'x', onclick }, 'words', child).
export function h(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key in made && typeof value !== 'string') made[key] = value;
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

let numbers = 0;
export const fresh = (stem) => `sb-${stem}-${(numbers += 1)}`;

// A label and its input, one above the other.
export function field(label, input) {
  input.id ||= fresh('field');
  return h('div', { class: 'sb-pick__field' }, h('label', { for: input.id }, label), input);
}

export const button = (words, onclick, kind = 'button-secondary') =>
  h('button', { type: 'button', class: `button button-small ${kind}`, onclick }, words);

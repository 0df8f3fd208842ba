// What the page tells the script: its words in the editor's language, addresses, and the options of a note's editor.
let told;

function page() {
  told ??= JSON.parse(document.querySelector('[data-sb-essay]').dataset.sbEssay);
  return told;
}

export const say = (key, gaps = {}) =>
  Object.entries(gaps).reduce((words, [gap, value]) => words.replace(`{${gap}}`, value), page().words[key] ?? key);

export const noteOptions = () => structuredClone(page().note);

// What the rich-text editors below an element hold, as JSON.
export const written = (element = document) =>
  [...element.querySelectorAll('[data-draftail-editor-wrapper]')].map((editor) => editor.parentNode.querySelector('input[type="hidden"]')?.value ?? '').filter(Boolean);

// The next number that no note of this essay has.
export function nextNote() {
  const numbers = written().flatMap((text) => [...text.matchAll(/"key":"(\d+)"/g)].map((match) => Number(match[1])));
  return Math.max(0, ...numbers) + 1;
}

export async function ask(path, question = {}, signal = undefined) {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(question)) for (const one of [value].flat()) asked.append(key, one);
  const answer = await fetch(`${page().pick}${path}?${asked}`, { headers: { Accept: 'application/json' }, signal });
  const read = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(read.error ?? say('fault'));
  return read;
}

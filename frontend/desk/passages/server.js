// What the columns ask of the server: between columns and plain text, a file's words, a paste, who cites what.

export class Unread extends Error {}

export async function post(address, fields) {
  const body = new FormData();
  Object.entries(fields).forEach(([name, value]) => body.append(name, value));
  const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
  let answer;
  try {
    answer = await fetch(address, { method: 'POST', body, headers: { 'X-CSRFToken': token, 'X-Requested-With': 'XMLHttpRequest' } });
  } catch { throw new Unread(''); }
  if (answer.redirected || (!answer.ok && answer.status !== 422)) throw new Unread('');
  const told = await answer.json();
  if (answer.status === 422) throw new Unread(told.error);
  return told;
}

// By key those who cite it; of a run of passages, the first and the last have to stay.
export async function citations(address) {
  const found = new Map();
  if (!address) return found;
  const told = await fetch(address).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
  for (const [fragment, citing] of Object.entries(told)) {
    for (const key of fragment.includes('=') ? [] : fragment.split('--')) found.set(key, [...(found.get(key) ?? []), ...citing]);
  }
  return found;
}

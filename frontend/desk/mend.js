// Opens a form at the field that ?mend= names, and at the words in it that ?words= names: the gate's lists lead here.

const asked = new URLSearchParams(window.location.search);
const wanted = asked.get('mend');
const words = (asked.get('words') ?? '').replace(/\s+/g, ' ').trim();

const named = (name) =>
  [...document.querySelectorAll('[name]')].find((one) => one.name === name && one.type !== 'hidden') ??
  [...document.querySelectorAll('[name]')].find((one) => one.name.startsWith(`${name}__`) && one.type !== 'hidden') ??
  document.getElementById(`id_${name}`) ??
  document.querySelector(`[data-contentpath="${CSS.escape(name)}"], [data-field-name="${CSS.escape(name)}"]`) ??
  // A relation without rows has only its button to add one; a widget of its own has only its hidden input.
  document.getElementById(`id_${name}-ADD`) ??
  [...document.querySelectorAll('[name]')].find((one) => one.name === name || one.name.startsWith(`${name}-`));

// The innermost element inside the field that holds the words: a passage, a block, a paragraph of an editor.
function holding(field) {
  const box = field.closest('[data-field], .w-field, .w-panel') ?? field;
  const holds = (text) => text.replace(/\s+/g, ' ').includes(words);
  const inputs = [...box.querySelectorAll('textarea, input')].filter((one) => one.type !== 'hidden' && holds(one.value));
  if (inputs.length) return inputs[0];
  let found = box;
  for (let inner = box; inner; inner = [...inner.children].find((one) => holds(one.textContent))) found = inner;
  return found;
}

function showTab(element) {
  const panel = element.closest('[role="tabpanel"]');
  if (panel?.hasAttribute('hidden')) document.querySelector(`[role="tab"][href="#${panel.id}"]`)?.click();
  for (let box = element.closest('details, [data-panel]'); box; box = box.parentElement?.closest('details, [data-panel]')) {
    if (box.tagName === 'DETAILS') box.open = true;
    const toggle = box.querySelector(':scope > * [data-panel-toggle]');
    if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click();
  }
}

function mend() {
  const field = named(wanted);
  if (!field) return false;
  const place = words ? holding(field) : field;
  showTab(place);
  const input = place.matches('input, textarea, select, button') ? place : place.querySelector('input:not([type=hidden]), textarea, select, button, [contenteditable]');
  const shown = place.closest('.w-field, .sb-passage, [data-streamfield-child]') ?? place.closest('.w-panel') ?? place;
  shown.classList.add('sb-to-mend');
  shown.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
  if (words && input?.tagName === 'TEXTAREA') {
    const start = input.value.indexOf(words);
    if (start >= 0) input.setSelectionRange(start, start + words.length);
  }
  return true;
}

// Blocks and rich text are drawn some moments after the page is.
function keepTrying(times) {
  if (!mend() && times > 0) setTimeout(() => keepTrying(times - 1), 200);
}
if (wanted) window.addEventListener('load', () => setTimeout(() => keepTrying(20), 50));

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

const seen = (element) => element.getClientRects().length > 0;

// The innermost element inside the field that holds the words: a link, a passage, a block, a paragraph of an editor.
function holding(field) {
  const box = field.closest('[data-field], .w-field, .w-panel') ?? field;
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  const input = [...box.querySelectorAll('textarea, input')].find((one) => seen(one) && plain(one.value).includes(words));
  if (input) return input;
  const exact = [...box.querySelectorAll('*')].filter((one) => seen(one) && plain(one.textContent) === words);
  if (exact.length) return exact.at(-1);
  let found = box;
  for (let inner = box; inner; inner = [...inner.children].find((one) => seen(one) && plain(one.textContent).includes(words))) found = inner;
  return found;
}

// Opens whatever keeps the element from being seen: a tab, a panel that is folded, details.
function uncover(element) {
  for (let box = element.closest('[hidden], details'); box; box = box.parentElement?.closest('[hidden], details')) {
    if (box.tagName === 'DETAILS') box.open = true;
    else if (box.getAttribute('role') === 'tabpanel') document.querySelector(`[role="tab"][href="#${box.id}"]`)?.click();
    else if (box.id) document.querySelector(`[aria-controls="${CSS.escape(box.id)}"]`)?.click();
    if (box.hasAttribute('hidden')) box.removeAttribute('hidden');
  }
}

// A widget that shows its field in a way of its own answers with the element that shows it, or that it must read it first.
function shownBy(field) {
  const detail = { words, place: null, waits: false };
  field.dispatchEvent(new CustomEvent('sb-mend', { bubbles: true, detail }));
  return detail;
}

function mend(last) {
  const field = named(wanted);
  if (!field) return false;
  uncover(field);
  const { place: own, waits } = shownBy(field);
  if (waits && !last) return false;
  const place = own ?? (words ? holding(field) : field);
  // Some widgets fetch their text only when one comes to see them.
  if (words && !own && !last && place.contains(field)) {
    (field.closest('.w-field') ?? field).scrollIntoView();
    return false;
  }
  uncover(place);
  const input = place.matches('input, textarea, select, button') ? place : place.querySelector('input:not([type=hidden]), textarea, select, button, [contenteditable]');
  const box = own ?? place.closest('.w-field') ?? place.closest('.w-panel') ?? place;
  // A long field is not shown as a whole where the very words can be.
  let shown = words && box.offsetHeight > window.innerHeight / 2 ? place : box;
  if (shown.offsetHeight < 8) shown = shown.closest('[data-streamfield-child]') ?? box;
  shown.classList.add('sb-to-mend');
  const show = () => {
    shown.scrollIntoView({ block: shown.offsetHeight < window.innerHeight ? 'center' : 'start' });
    input?.focus({ preventScroll: true });
  };
  show();
  // Tabs and widgets that are drawn late move the place once more; whoever has begun to read is left alone.
  const begun = new AbortController();
  for (const sign of ['wheel', 'pointerdown', 'keydown', 'touchstart']) window.addEventListener(sign, () => begun.abort(), { once: true, passive: true });
  for (const later of [300, 1000, 2000, 3500]) setTimeout(() => begun.signal.aborted || show(), later);
  if (words && input?.tagName === 'TEXTAREA') {
    const start = input.value.indexOf(words);
    if (start >= 0) input.setSelectionRange(start, start + words.length);
  }
  return true;
}

// Blocks and rich text are drawn some moments after the page is.
function keepTrying(times) {
  if (!mend(times === 0) && times > 0) setTimeout(() => keepTrying(times - 1), 200);
}
if (wanted) window.addEventListener('load', () => setTimeout(() => keepTrying(20), 50));

// Choosing passages of a text version: one, or a run from one to another; and words inside them.
import { button, field, fresh, h } from './dom.js';
import { fault, foot, use } from './dialog.js';
import { ask, say } from './page.js';

// `onpick({ span, version })` is told the passages.
export function passagePicker(source, onpick, given = {}) {
  const version = h('select', {}, source.versions.map((one) => h('option', { value: one.key, selected: one.key === given.version }, one.label)));
  const search = h('input', { type: 'search', autofocus: true, dir: 'auto' });
  const list = h('fieldset', { class: 'sb-pick__passages' });
  const more = button(say('more'), () => load(page + 1));
  const go = use(say('take_passages'), () => {
    const keys = [...list.querySelectorAll('input:checked')].map((box) => box.value);
    if (keys.length) onpick({ span: keys.length > 1 ? `${keys[0]}--${keys.at(-1)}` : keys[0], version: version.value });
  });
  let page = 0;
  let timer;

  async function load(next) {
    try {
      const answer = await ask('passages/', { source: source.reference, version: version.value, q: search.value, page: next });
      if (next === 1) list.replaceChildren(h('legend', {}, say('passages')));
      list.append(...answer.passages.map((one) => h('label', { class: 'sb-pick__passage' },
        h('input', { type: 'checkbox', value: one.key, onchange: update }),
        h('code', {}, one.key), h('span', { dir: 'auto' }, one.speaker ? h('b', {}, `${one.speaker} `) : null, one.text))));
      if (!answer.passages.length && next === 1) list.append(h('p', {}, say('found_none')));
      page = answer.page;
      more.hidden = !answer.more;
      update();
    } catch (error) {
      list.replaceChildren(fault(error));
    }
  }

  // What lies between the first and the last that are ticked belongs to the run.
  function update() {
    const boxes = [...list.querySelectorAll('input')];
    const ticked = boxes.flatMap((box, at) => (box.checked ? [at] : []));
    boxes.forEach((box, at) => box.closest('label').classList.toggle('is-between', ticked.length > 1 && at > ticked[0] && at < ticked.at(-1)));
    go.disabled = !ticked.length;
  }

  version.addEventListener('change', () => load(1));
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => load(1), 150);
  });
  load(1);
  return h('div', { class: 'sb-pick' },
    h('div', { class: 'sb-pick__row' }, field(say('version'), version), field(say('search_passages'), search)),
    h('p', { class: 'sb-pick__help' }, say('passages_help')), list, more, foot(go));
}

// `onpick({ target, version, words })`: the words are fetched from the source, whatever was marked here.
export function wordPicker(source, { span, version }, onpick) {
  // Browsers let nobody select with the keyboard in what is read-only, so it only refuses what is typed.
  const area = h('textarea', { 'aria-readonly': 'true', inputmode: 'none', rows: '9', autofocus: true, dir: 'auto', class: 'sb-pick__text', spellcheck: 'false',
    onbeforeinput: (event) => event.preventDefault(), ondrop: (event) => event.preventDefault(), oninput: () => { area.value = text; } });
  let text = '';
  const preview = h('blockquote', { class: 'sb-pick__preview', 'aria-live': 'polite', id: fresh('preview') });
  const parts = [];
  let words = '';
  const question = { source: source.reference, version, span };
  const letters = (end) => [...area.value.slice(0, end)].length;

  // The answer to an earlier question may come after that to a later one.
  let latest;

  async function show(asked) {
    latest = asked;
    try {
      const answer = await ask('words/', asked);
      if (latest !== asked) return;
      text = answer.text;
      if (area.value !== text) area.value = text;
      words = answer.words;
      preview.textContent = words || say('no_words');
      go.disabled = !words;
    } catch (error) {
      preview.replaceChildren(fault(error));
    }
  }

  async function take(first, last) {
    if (first < last) parts.push([first, last]);
    parts.sort((one, other) => one[0] - other[0]);
    for (let at = parts.length - 1; at > 0; at -= 1) {
      if (parts[at][0] <= parts[at - 1][1]) {
        parts[at - 1][1] = Math.max(parts[at - 1][1], parts[at][1]);
        parts.splice(at, 1);
      }
    }
    await show({ ...question, part: parts.map((part) => part.join('-')) });
  }

  const go = use(say('use_words'), () => onpick({ target: `${source.reference}#${span}`, version, words }));
  go.disabled = true;
  const come = show(question);
  return h('div', { class: 'sb-pick' }, field(say('text_of_passage'), area), h('p', { class: 'sb-pick__help' }, say('words_help')),
    h('div', { class: 'sb-pick__row' },
      button(say('take_selected'), () => take(letters(area.selectionStart), letters(area.selectionEnd))),
      button(say('take_all'), async () => {
        await come;
        parts.length = 0;
        return take(0, letters(area.value.length));
      }),
      button(say('begin_again'), () => {
        parts.length = 0;
        return show(question);
      })),
    h('h3', {}, say('chosen_words')), preview, foot(go));
}

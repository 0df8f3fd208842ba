// Finding a record by any of its names: a combobox with a list below it (ARIA Authoring Practices), page by page.
import { button, field, fresh, h } from './dom.js';
import { fault } from './dialog.js';
import { ask, say } from './page.js';

const PAUSE = 150;

export function recordPicker(kind, onpick, query = '') {
  const list = h('ul', { role: 'listbox', id: fresh('list'), class: 'sb-pick__list', 'aria-label': say('found_list') });
  const status = h('p', { class: 'sb-pick__status', role: 'status' });
  const more = button(say('more'), () => load(page + 1));
  more.hidden = true;
  const input = h('input', {
    type: 'search', role: 'combobox', autocomplete: 'off', autofocus: true, 'aria-autocomplete': 'list',
    'aria-expanded': 'true', 'aria-controls': list.id, value: query, dir: 'auto', spellcheck: 'false',
  });
  let page = 0;
  let asking;
  let timer;
  let current = -1;

  async function load(next) {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await ask('', { kind, q: input.value, page: next }, asking.signal);
      if (next === 1) list.replaceChildren();
      const from = list.children.length;
      list.append(...answer.items.map(option));
      page = answer.page;
      more.hidden = !answer.more;
      const count = list.children.length;
      status.textContent = count ? say(answer.more ? 'found_more' : 'found', { n: count }) : say('found_none');
      if (next === 1) mark(count ? 0 : -1);
      else mark(from);
    } catch (error) {
      if (error.name !== 'AbortError') list.replaceChildren(h('li', {}, fault(error)));
    }
  }

  function option(item) {
    const picture = item.thumbnail
      ? h('img', { src: item.thumbnail, alt: '', loading: 'lazy', width: '40', height: '40', onerror: (event) => event.target.replaceWith(icon(item)) })
      : icon(item);
    const lines = [item.names?.join(' · '), item.detail].filter(Boolean);
    const made = h('li', { role: 'option', id: fresh('option'), 'aria-selected': 'false', onclick: () => onpick(item) },
      picture,
      h('span', { class: 'sb-pick__words' }, h('strong', { dir: 'auto' }, item.title),
        item.live ? null : h('em', { class: 'sb-pick__draft' }, say('unpublished')),
        ...lines.map((line) => h('small', { dir: 'auto' }, line))));
    made.item = item;
    return made;
  }

  const icon = (item) => h('span', { class: `sb-pick__icon sb-pick__icon--${item.medium ?? kind}`, 'aria-hidden': 'true' }, (item.title || '?').slice(0, 1));

  function mark(at) {
    list.children[current]?.setAttribute('aria-selected', 'false');
    current = at;
    const marked = list.children[at];
    if (!marked?.item) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    marked.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', marked.id);
    marked.scrollIntoView({ block: 'nearest' });
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => load(1), PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const last = list.children.length - 1;
    if (event.key === 'ArrowDown' && current === last && !more.hidden) load(page + 1);
    else if (event.key === 'ArrowDown') mark(Math.min(last, current + 1));
    else if (event.key === 'ArrowUp') mark(Math.max(0, current - 1));
    else if (event.key === 'Enter' && list.children[current]?.item) onpick(list.children[current].item);
    else return;
    event.preventDefault();
  });
  load(1);
  return h('div', { class: 'sb-pick' }, field(say(`find_${kind}`), input), status, list, more);
}

// Windows in which a note is written, a work is cited and a web address is given.
import { button, field, fresh, h } from './dom.js';
import { foot, openWindow, use } from './dialog.js';
import { nextNote, noteOptions, say } from './page.js';

const EMPTY = { blocks: [{ key: 'note0', text: '', type: 'unstyled', depth: 0, inlineStyleRanges: [], entityRanges: [], data: {} }], entityMap: {} };

export function writeNote(data) {
  const key = data?.key || String(nextNote());
  return openWindow(data ? say('change_note') : say('new_note'), (done) => {
    if (data && !data.content && data.markdown) {
      const area = h('textarea', { rows: '6', autofocus: true, dir: 'auto' });
      area.value = data.markdown;
      return h('div', { class: 'sb-pick' }, field(say('note_markdown'), area), foot(use(say('keep_note'), () => done({ key, markdown: area.value }))));
    }
    const input = h('input', { type: 'hidden', id: fresh('note') });
    input.value = JSON.stringify(data?.content ?? EMPTY);
    const holder = h('div', { class: 'sb-note-editor' }, input);
    // The editor can be made when its place is in the page.
    setTimeout(() => {
      window.draftail.initEditor(`#${input.id}`, noteOptions());
      setTimeout(() => input.draftailEditor?.focus(), 50);
    });
    return h('div', { class: 'sb-pick' }, holder, h('p', { class: 'sb-pick__help' }, say('note_help')),
      foot(use(say('keep_note'), () => done({ key, content: JSON.parse(input.value) ?? EMPTY, text: data?.text ?? '' }))));
  });
}

// The works of the essay that is being written, as its form has them now.
function works() {
  const all = [...document.querySelectorAll('[data-contentpath="bibliography"], .sb-works')].flatMap((form) =>
    [...form.querySelectorAll('input[name*="-bibliography-"][name$="-value-id"]')].map((id) => {
      const stem = id.name.slice(0, -2);
      const read = (name) => document.getElementsByName(stem + name)[0]?.value.trim() ?? '';
      const author = read('author').split('\n')[0];
      const key = id.value.trim() || keyOf(author || read('title'), read('issued'));
      // A work without a key is given the one by which it is cited.
      return { key, id, title: [author, read('title'), read('issued')].filter(Boolean).join(', ') };
    }));
  return [...new Map(all.map((work) => [work.id.name, work])).values()].filter((work) => work.title);
}

function keyOf(name, year) {
  const plain = name.split(',')[0].normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase();
  const stem = [plain || 'work', year.slice(0, 4)].filter(Boolean).join('-');
  const taken = new Set([...document.querySelectorAll('input[name*="-bibliography-"][name$="-value-id"]')].map((input) => input.value));
  let key = stem;
  for (let n = 2; taken.has(key); n += 1) key = `${stem}-${n}`;
  return key;
}

export function pickCitation(data) {
  const found = works();
  return openWindow(say('cite'), (done) => {
    if (!found.length) return h('p', {}, say('no_works'));
    const select = h('select', { autofocus: true }, found.map((work, at) => h('option', { value: String(at), selected: work.key === data?.key }, work.title)));
    const locator = h('input', { type: 'text', value: data?.locator ?? '', dir: 'auto' });
    return h('div', { class: 'sb-pick' }, field(say('work'), select), field(say('locator'), locator), h('p', { class: 'sb-pick__help' }, say('locator_help')),
      foot(use(say('cite_work'), () => {
        const work = found[Number(select.value)];
        if (!work.id.value) {
          work.id.value = work.key;
          work.id.dispatchEvent(new Event('change', { bubbles: true }));
        }
        done({ key: work.key, locator: locator.value.trim() });
      })));
  });
}

export function pickWeb(address) {
  return openWindow(say('web'), (done) => {
    const input = h('input', { type: 'url', value: address, placeholder: 'https://', autofocus: true });
    const form = h('form', { class: 'sb-pick', novalidate: true, onsubmit: (event) => {
      event.preventDefault();
      const given = input.value.trim();
      if (/^(https?:\/\/|mailto:)./.test(given)) done(given);
      else input.setAttribute('aria-invalid', 'true');
    } }, field(say('web_address'), input), h('p', { class: 'sb-pick__help' }, say('web_help')));
    const go = button(say('link'), () => form.requestSubmit(), '');
    form.append(foot(go));
    return form;
  });
}

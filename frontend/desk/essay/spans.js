// From a source to a place in it. What the source has decides what is asked: passages, a picture, a recording.
import { clipPicker, timeOf } from './clip.js';
import { button, h } from './dom.js';
import { fault, openWindow } from './dialog.js';
import { ask, say } from './page.js';
import { passagePicker, wordPicker } from './passages.js';
import { recordPicker } from './record-picker.js';
import { regionOf, regionPicker } from './region.js';

// First the source, unless it is known, then `next(source, done, show)`.
function within(title, target, next) {
  const [reference, fragment = ''] = (target ?? '').split('#');
  return openWindow(title, (done, show) => {
    const again = () => h('p', { class: 'sb-pick__source' }, button(say('other_source'), () => show(recordPicker('source', (item) => go(item.reference)))));
    async function go(picked) {
      try {
        const source = await ask('source/', { source: picked });
        show(again(), h('p', { class: 'sb-pick__title', dir: 'auto' }, source.title), next(source, done, (step) => show(again(), step), picked === reference ? fragment : ''));
      } catch (error) {
        show(again(), fault(error));
      }
    }
    if (!reference) return recordPicker('source', (item) => go(item.reference));
    go(reference);
    return h('p', { role: 'status' }, say('loading'));
  });
}

const none = (words) => h('p', { role: 'status' }, say(words));

export const pickQuotation = (target) =>
  within(say('quotation'), target, (source, done, show) =>
    source.versions.length
      ? passagePicker(source, (picked) => show(wordPicker(source, picked, (words) => done({ ...words, title: source.title }))))
      : none('no_text'));

export const pickFigure = (target) =>
  within(say('figure'), target, (source, done, _show, fragment) =>
    source.canvases.length
      ? regionPicker(source, (span) => done({ target: source.reference + (span && `#${span}`), title: source.title }), regionOf(fragment))
      : none('no_picture'));

export const pickClip = (target) =>
  within(say('clip'), target, (source, done, _show, fragment) =>
    source.recordings.length
      ? clipPicker(source, (span) => done({ target: `${source.reference}#${span}`, title: source.title }), timeOf(fragment))
      : none('no_recording'));

// Any of the three, for a link.
export const pickSpan = (target) =>
  within(say('span'), target, (source, done, _show, fragment) => {
    const give = (span) => done({ reference: source.reference + (span && `#${span}`), title: source.title });
    const parts = [
      source.versions.length && [say('passages'), () => passagePicker(source, ({ span }) => give(span))],
      source.canvases.length && [say('pictures'), () => regionPicker(source, give, regionOf(fragment))],
      source.recordings.length && [say('recordings'), () => clipPicker(source, give, timeOf(fragment))],
    ].filter(Boolean);
    if (!parts.length) return none('no_text');
    const shown = h('div', {}, parts[fragment.startsWith('t=') ? parts.length - 1 : 0][1]());
    const tabs = parts.map(([words, make]) => button(words, () => shown.replaceChildren(make())));
    return h('div', {}, parts.length > 1 ? h('div', { class: 'sb-pick__row' }, tabs) : null, shown);
  });

export const pickRecord = (kind, title, query) => openWindow(title, (done) => recordPicker(kind, done, query));

// A window above the form. The browser keeps the focus in it, Escape closes it, and the focus returns to where it was.
import { button, fresh, h } from './dom.js';
import { say } from './page.js';

// `build(done, show)` gives the first contents; `show` puts others in their place. What `done` is given is the answer.
export function openWindow(title, build) {
  const before = document.activeElement;
  const heading = h('h2', { id: fresh('title'), tabindex: '-1' }, title);
  const body = h('div', { class: 'sb-window__body' });
  const shut = h('button', { type: 'button', class: 'sb-window__close', 'aria-label': say('close') }, '×');
  const dialog = h('dialog', { class: 'sb-window', 'aria-labelledby': heading.id }, h('header', {}, heading, shut), body);
  return new Promise((resolve) => {
    let answer = null;
    const done = (given) => {
      answer = given;
      dialog.close();
    };
    const show = (...contents) => {
      body.replaceChildren(...contents.flat().filter(Boolean));
      (body.querySelector('[autofocus]') ?? heading).focus();
    };
    shut.addEventListener('click', () => dialog.close());
    // Keys and changes in the window are no business of the form behind it.
    for (const type of ['keydown', 'keyup', 'input', 'change', 'paste']) dialog.addEventListener(type, (event) => event.stopPropagation());
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before?.isConnected) before.focus({ preventScroll: true });
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    show(build(done, show));
  });
}

export const foot = (...children) => h('div', { class: 'sb-window__foot' }, ...children);
export const use = (words, onclick) => button(words, onclick, '');

export function fault(error) {
  return h('p', { class: 'sb-pick__fault', role: 'alert' }, error.message || say('fault'));
}

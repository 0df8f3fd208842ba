// Somebody may be signed out while a form stands open: the session came to its end, or it was ended in another window.
// Sent then, the form would lead to the page for signing in, and what was written would be gone. So the form asks first.

import { csrfToken } from './uploads/token.js';

const { askedAt, signIn, told, link } = document.currentScript.dataset;
const MINUTE = 60_000;
let banner = null;

function show() {
  if (banner) return;
  banner = document.createElement('div');
  banner.className = 'sb-signed-out';
  banner.setAttribute('role', 'alert');
  const way = Object.assign(document.createElement('a'), { href: signIn, target: '_blank', textContent: link });
  banner.append(`${told} `, way);
  document.body.append(banner);
}

function renew(form) {
  const token = csrfToken();
  const input = form?.querySelector('input[name=csrfmiddlewaretoken]');
  if (token && input) input.value = token;
}

async function signedIn() {
  try {
    const answer = await fetch(askedAt, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, redirect: 'manual' });
    return answer.status !== 403 && answer.type !== 'opaqueredirect';
  } catch {
    return true; // Nobody answers, which the browser says by itself.
  }
}

async function ask(form) {
  const still = await signedIn();
  if (still) {
    banner?.remove();
    banner = null;
    renew(form);
  } else {
    show();
  }
  return still;
}

const open = () => document.querySelector('form[data-edit-form]');
let answered = null;

window.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-edit-form]')) return;
  if (answered === form) {
    answered = null;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  if (await ask(form)) {
    answered = form;
    // A button that says meanwhile that it is at work is disabled, and what it stands for would not be sent: “Publish” only saved.
    if (submitter) submitter.disabled = false;
    form.requestSubmit(submitter);
    answered = null;
    return;
  }
  // The button says that it is saving, and does not.
  const progress = window.wagtail?.app?.getControllerForElementAndIdentifier(submitter, 'w-progress');
  if (progress) progress.loadingValue = false;
}, true);

window.addEventListener('focus', () => banner && ask(open()));
window.addEventListener('pageshow', (event) => event.persisted && ask(open()));
document.addEventListener('w-autosave:error', () => ask(open()));
setInterval(() => document.visibilityState === 'visible' && open() && ask(open()), MINUTE);

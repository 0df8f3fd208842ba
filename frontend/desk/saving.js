// A form that saves itself while one writes has one state at a time. Who presses “Save” while the draft is on its way must
// not have the older state written over the newer one, so the form is sent when that is done; and once the form is sent, the
// draft no longer saves itself: a new thing would be made a second time, since nobody knows yet where it is kept.

let begun = -Infinity;
document.addEventListener('w-autosave:save', () => {
  begun = performance.now();
});

// Whoever stays on the page after all goes on writing: the browser's button brought it back, or something kept it from going.
function resume(autosave) {
  autosave.submitPromise = null;
  autosave.activeValue = true;
}

const controller = () => window.wagtail?.app?.queryController?.('w-autosave');

window.addEventListener('pageshow', (event) => {
  if (event.persisted && controller()) resume(controller());
});

document.addEventListener('submit', async (event) => {
  const form = event.target;
  const autosave = controller();
  if (!autosave || !form.matches('[data-edit-form]')) return;
  const saving = autosave.submitPromise;
  autosave.activeValue = false;
  if (!saving || performance.now() - begun < autosave.intervalValue) {
    // It only waits for a pause in the typing, if at all, and what it would send goes with the form.
    autosave.submit.cancel?.();
    setTimeout(() => event.defaultPrevented && resume(autosave));
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  await Promise.resolve(saving).catch(() => {});
  autosave.submitPromise = null;
  if (submitter) submitter.disabled = false;
  form.requestSubmit(submitter);
}, true);

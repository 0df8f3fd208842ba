// Who presses “Save” while the draft is just saving itself must not have the older state written over the newer one: the
// form is sent when that is done.

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-edit-form]')) return;
  const saving = window.wagtail?.app?.queryController?.('w-autosave')?.submitPromise;
  if (!saving) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  await Promise.resolve(saving).catch(() => {});
  form.requestSubmit(submitter);
}, true);

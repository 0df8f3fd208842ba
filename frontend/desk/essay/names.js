// Every rich-text editor is named by the label of its field, which Draft.js does not do for itself.
const NAMED = '.public-DraftEditor-content';

function labelOf(editor) {
  const window_ = editor.closest('.sb-window');
  if (window_) return window_.querySelector('h2').textContent;
  const labels = [];
  for (let at = editor.closest('[data-contentpath]'); at; at = at.parentElement?.closest('[data-contentpath]')) {
    const label = at.querySelector(':scope > label, :scope > .w-panel__header .w-panel__heading, :scope .w-field__label');
    if (label) labels.push(label.textContent.replace('*', '').trim());
  }
  return labels[0] ?? '';
}

function name(editor) {
  if (!editor.getAttribute('aria-label')) {
    const block = editor.closest('section')?.querySelector('[data-panel-heading-text], .c-sf-block__type');
    const label = labelOf(editor) || block?.textContent.trim() || document.title;
    editor.setAttribute('aria-label', label);
  }
  // While a window is open the editor behind it cannot be written in; it is a text field all the same.
  if (editor.getAttribute('role') !== 'textbox') editor.setAttribute('role', 'textbox');
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    if (target.matches?.(NAMED)) name(target);
    for (const node of addedNodes) node.querySelectorAll?.(NAMED).forEach(name);
  }
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['contenteditable'] });

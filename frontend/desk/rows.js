// A folded row says what stands in it, so that one knows what one drags: the thing that is chosen, or its first words.

const LONGEST = 90;

// Without what belongs to the rows inside it.
const ownOf = (row, selector) => [...row.querySelectorAll(selector)].filter((one) => one.closest('[data-inline-panel-child]') === row);

function titleOf(row) {
  const chosen = ownOf(row, '.chooser:not(.blank) [data-chooser-title], .chooser:not(.blank) .chooser__title')[0];
  if (chosen?.textContent.trim()) return chosen.textContent.trim();
  for (const input of ownOf(row, '.w-field input:not([type=hidden], [type=file], [type=checkbox]), .w-field textarea, .w-field select')) {
    const words = input.tagName === 'SELECT' ? input.value && input.selectedOptions[0]?.text : input.value;
    if (words?.trim()) return words.trim();
  }
  return '';
}

function tell(row) {
  const heading = row.querySelector('[data-panel-heading]');
  if (!heading) return;
  let shown = heading.querySelector('.sb-row-title');
  if (!shown) {
    shown = Object.assign(document.createElement('span'), { className: 'sb-row-title' });
    shown.dir = 'auto';
    heading.append(shown);
  }
  const words = titleOf(row).replace(/\s+/g, ' ');
  shown.textContent = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

// Folding is always a click: on the row's own button, or on the one that folds all.
document.addEventListener('click', () => setTimeout(() => {
  for (const button of document.querySelectorAll('[data-inline-panel-child] > .w-panel > .w-panel__header > [data-panel-toggle][aria-expanded=false]')) {
    tell(button.closest('[data-inline-panel-child]'));
  }
}));

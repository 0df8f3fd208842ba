// Rows of Wagtail's inline panels: added, filled and found by the names of their inputs.

export const panelRows = (prefix) => [...document.querySelectorAll(`#id_${prefix}-FORMS > [data-inline-panel-child]:not(.deleted)`)];

export const prefixOf = (row) => row.id.replace('inline_child_', '');

export const field = (row, name) => row.querySelector(`[name="${prefixOf(row)}-${name}"]`);

export function fill(row, values) {
  for (const [name, value] of Object.entries(values)) {
    const input = field(row, name);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

export function addRow(prefix) {
  // Wagtail goes to the row it adds; whoever waits for files to come is doing something else meanwhile.
  const scrolled = document.scrollingElement.scrollTop;
  const busy = document.activeElement;
  document.getElementById(`id_${prefix}-ADD`).click();
  busy?.focus({ preventScroll: true });
  document.scrollingElement.scrollTop = scrolled;
  return panelRows(prefix).at(-1);
}

// What the rows of files say: by name the checksum, the kind, and where its thumbnail is.
export function filesOfForm() {
  const found = new Map();
  for (const row of panelRows('files')) {
    const kept = row.querySelector('.sb-kept');
    const name = field(row, 'name').value;
    if (name && kept) found.set(name, { ...kept.dataset, sha256: field(row, 'sha256').value, row });
  }
  return found;
}

export function numberRows(prefix) {
  const rows = panelRows(prefix);
  rows.forEach((row, index) => {
    field(row, 'ORDER').value = index + 1;
    const count = row.querySelector('[data-inline-panel-child-count]');
    if (count) count.textContent = ` ${index + 1}`;
    const [up, down] = ['up', 'down'].map((way) => row.querySelector(`[data-inline-panel-child-move-${way}]`));
    if (up) up.disabled = index === 0;
    if (down) down.disabled = index === rows.length - 1;
  });
  rows[0] && field(rows[0], 'ORDER').dispatchEvent(new Event('change', { bubbles: true }));
}

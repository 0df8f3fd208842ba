// The chain of provenance in one glance while its events are written: in their order, with its gaps and what stands
// before what it follows.

import { field, panelRows } from './uploads/rows.js';

class Provenance extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    const rows = document.getElementById('id_provenance-FORMS');
    const later = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.draw(), 200); };
    for (const kind of ['input', 'change', 'w-formset:removed', 'w-formset:added']) rows.addEventListener(kind, later);
    new MutationObserver(later).observe(rows, { childList: true, subtree: true });
    this.draw();
  }

  // First and last day of a date that nobody has changed since it was read; of others they are not known here.
  days(row) {
    const kept = field(row, 'date__kept')?.value;
    if (!kept) return [];
    const { as_written: written, earliest, latest } = JSON.parse(kept);
    return written === field(row, 'date__as_written').value ? [earliest, latest] : [];
  }

  draw() {
    const rows = panelRows('provenance');
    this.hidden = rows.length === 0;
    let before = null;
    const items = rows.map((row) => {
      const type = field(row, 'type');
      const chosen = (name) => (field(row, name)?.value ? field(row, name).closest('[data-field]')?.querySelector('[data-chooser-title]')?.textContent.trim() : '');
      const who = chosen('agent') || field(row, 'agent_as').value;
      const parts = [field(row, 'date__as_written').value, who, chosen('place')].filter(Boolean);
      const item = document.createElement('li');
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: type.selectedOptions[0]?.value ? type.selectedOptions[0].text : '—' });
      button.addEventListener('click', () => { row.scrollIntoView({ block: 'center' }); type.focus({ preventScroll: true }); });
      item.append(button, parts.length ? ` ${parts.join(', ')}` : '');
      if (type.value === 'unknown') { item.className = 'sb-chain__gap'; item.append(` — ${this.words.gap}`); }
      const certainty = field(row, 'certainty');
      if (certainty.value !== 'certain') item.append(` (${certainty.selectedOptions[0].text})`);
      const [first, last] = this.days(row);
      if (last && before && last < before) item.append(Object.assign(document.createElement('em'), { textContent: ` ${this.words.early}` }));
      if (first && (!before || first > before)) before = first;
      return item;
    });
    this.querySelector('ol').replaceChildren(...items);
  }
}

customElements.define('sb-provenance', Provenance);

// All canvases of a source at a glance: their order is changed by dragging or with the arrow keys, labels are counted
// on, and what still lacks an alternative text is marked.

import { field, filesOfForm, fill, numberRows, panelRows, prefixOf } from './uploads/rows.js';
import { labelsAfter } from './uploads/labels.js';

class Canvases extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.languages = this.dataset.languages.split(' ');
    this.sheet = this.querySelector('ol');
    this.status = this.querySelector('.sb-sheet__status');
    const rows = document.getElementById('id_canvases-FORMS');
    const later = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.draw(), 150); };
    new MutationObserver(later).observe(rows, { childList: true, attributes: true, attributeFilter: ['class'], subtree: false });
    rows.addEventListener('w-formset:removed', later);
    rows.addEventListener('input', later);
    document.addEventListener('sb-files:changed', later);
    document.getElementById('id_files-FORMS').addEventListener('input', later);
    this.querySelector('[data-act=next]').addEventListener('click', () => this.goToLacking());
    this.querySelector('[data-act=number]').addEventListener('click', () => this.number());
    this.sheet.addEventListener('keydown', (event) => this.onKey(event));
    this.sheet.addEventListener('click', (event) => this.open(event.target.closest('li')));
    for (const kind of ['dragstart', 'dragover', 'drop', 'dragend']) {
      this.sheet.addEventListener(kind, (event) => this[kind](event));
    }
    this.draw();
  }

  lacking(row) {
    const file = filesOfForm().get(field(row, 'file').value);
    if (file?.mediaType && !file.mediaType.startsWith('image/')) return [];
    return this.languages.filter((language) => !field(row, `alt__${language}`)?.value.trim());
  }

  draw() {
    const files = filesOfForm();
    const rows = panelRows('canvases');
    let without = 0;
    this.sheet.replaceChildren(...rows.map((row, index) => {
      const file = files.get(field(row, 'file').value);
      const lacking = this.lacking(row);
      without += lacking.length ? 1 : 0;
      this.picture(row, file);
      const item = document.createElement('li');
      item.tabIndex = 0;
      item.draggable = true;
      item.dataset.row = row.id;
      const label = field(row, 'label').value || field(row, 'file').value;
      const what = lacking.length ? `${this.words.lacks} ${lacking.join(', ')}` : '';
      item.setAttribute('aria-label', `${index + 1}. ${label}. ${what} ${this.words.keys}`);
      const picture = file?.thumbnail
        ? Object.assign(new Image(), { src: file.thumbnail, alt: '', loading: 'lazy', draggable: false })
        : Object.assign(document.createElement('span'), { className: 'sb-sheet__kind', textContent: (file?.mediaType ?? '?').split('/')[0] });
      const below = Object.assign(document.createElement('span'), { className: 'sb-sheet__label', textContent: `${index + 1} · ${label}` });
      item.append(picture, below);
      if (what) item.append(Object.assign(document.createElement('span'), { className: 'sb-sheet__lack', textContent: what }));
      return item;
    }));
    this.hidden = !rows.length;
    this.status.textContent = without ? this.words.without.replace('%(some)s', without).replace('%(all)s', rows.length) : this.words.complete;
    this.querySelector('[data-act=next]').hidden = !without;
  }

  // In the row itself, beside its words.
  picture(row, file) {
    let holder = row.querySelector('.sb-canvas__picture');
    if (!holder) {
      holder = Object.assign(document.createElement('div'), { className: 'sb-canvas__picture' });
      const content = field(row, 'file').closest('.w-panel__content');
      content.classList.add('sb-canvas');
      content.prepend(holder);
    }
    const address = file?.thumbnail ?? '';
    if (holder.dataset.address === address) return;
    holder.dataset.address = address;
    holder.replaceChildren(...(address ? [Object.assign(new Image(), { src: address, alt: '', loading: 'lazy' })] : []));
  }

  move(from, before) {
    const row = document.getElementById(from.dataset.row);
    const target = before ? document.getElementById(before.dataset.row) : null;
    if (row === target) return;
    row.parentElement.insertBefore(row, target);
    numberRows('canvases');
    this.draw();
    this.sheet.querySelector(`[data-row="${row.id}"]`).focus();
    this.querySelector('[aria-live=polite]').textContent = this.words.moved.replace('%s', panelRows('canvases').indexOf(row) + 1);
  }

  onKey(event) {
    const item = event.target.closest('li');
    if (!item) return;
    const back = ['ArrowLeft', 'ArrowUp'].includes(event.key);
    const on = ['ArrowRight', 'ArrowDown'].includes(event.key);
    if (event.key === 'Enter') return this.open(item);
    if (!back && !on) return;
    event.preventDefault();
    const next = back ? item.previousElementSibling : item.nextElementSibling;
    if (!next) return;
    if (event.altKey || event.ctrlKey || event.metaKey) this.move(item, back ? next : next.nextElementSibling);
    else next.focus();
  }

  open(item) {
    if (!item) return;
    const row = document.getElementById(item.dataset.row);
    row.scrollIntoView({ block: 'center' });
    field(row, 'label').focus({ preventScroll: true });
  }

  goToLacking() {
    const row = panelRows('canvases').find((one) => this.lacking(one).length);
    if (!row) return;
    row.scrollIntoView({ block: 'center' });
    field(row, `alt__${this.lacking(row)[0]}`).focus({ preventScroll: true });
  }

  number() {
    const rows = panelRows('canvases');
    const first = this.querySelector('[name=sb-first-label]').value.trim();
    const start = Math.max(1, Number(this.querySelector('[name=sb-from]').value) || 1) - 1;
    const labels = labelsAfter(first, rows.length - start);
    rows.slice(start).forEach((row, index) => fill(row, { label: labels[index] }));
    this.draw();
  }

  dragstart(event) {
    this.dragged = event.target.closest('li');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.dragged.dataset.row);
  }

  dragover(event) {
    const over = event.target.closest('li');
    if (!this.dragged || !over) return;
    event.preventDefault();
    this.sheet.querySelectorAll('.sb-sheet__over').forEach((one) => one.classList.remove('sb-sheet__over'));
    over.classList.add('sb-sheet__over');
  }

  drop(event) {
    const over = event.target.closest('li');
    if (!this.dragged || !over) return;
    event.preventDefault();
    const items = [...this.sheet.children];
    const onwards = items.indexOf(this.dragged) < items.indexOf(over);
    this.move(this.dragged, onwards ? over.nextElementSibling : over);
  }

  dragend() {
    this.dragged = null;
    this.sheet.querySelectorAll('.sb-sheet__over').forEach((one) => one.classList.remove('sb-sheet__over'));
  }
}

customElements.define('sb-canvases', Canvases);

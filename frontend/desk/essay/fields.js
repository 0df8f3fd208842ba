// Inputs that are filled in a window: <sb-quotation>, <sb-figure>, <sb-clip>, <sb-place> around one hidden input.
import { button, h } from './dom.js';
import { ask, say } from './page.js';
import { regionOf } from './region.js';
import { pickClip, pickFigure, pickQuotation, pickRecord } from './spans.js';
import { learn, titleOf } from './titles.js';

class Picked extends HTMLElement {
  connectedCallback() {
    if (this.shown) return;
    if (!this.querySelector('input')) {
      // The parser has come to the element, and not to what is in it.
      document.addEventListener('DOMContentLoaded', () => this.connectedCallback(), { once: true });
      return;
    }
    this.words = JSON.parse(this.dataset.say || '{}');
    this.input = this.querySelector('input');
    this.shown = h('div', { class: 'sb-picked', 'aria-live': 'polite' });
    this.choose = button('', () => this.pick());
    this.less = this.words.remove && button(this.words.remove, () => { this.value = ''; this.choose.focus(); });
    this.append(...[this.shown, this.choose, this.less].filter(Boolean));
    // Wagtail gives a new block its value after it has put it into the page.
    queueMicrotask(() => this.show());
  }

  get value() {
    return this.input.value === 'null' ? '' : this.input.value;
  }

  set value(value) {
    this.input.value = value;
    this.input.dispatchEvent(new Event('input', { bubbles: true }));
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
    this.show();
  }

  show() {
    this.choose.textContent = this.value ? this.words.another : this.words.choose;
    if (this.less) this.less.hidden = !this.value;
    this.shown.replaceChildren(...[this.draw()].flat().filter(Boolean));
  }

  // The title of a source and the place in it.
  named(target) {
    const title = h('strong', { dir: 'auto' }, target.split('#')[0]);
    titleOf(target).then((words) => {
      if (words) title.textContent = words;
    });
    return h('p', { class: 'sb-picked__target' }, title, target.includes('#') ? h('code', {}, target.split('#')[1]) : null);
  }
}

class Quotation extends Picked {
  get picked() {
    try {
      return JSON.parse(this.value || '{}') ?? {};
    } catch {
      return {};
    }
  }

  draw() {
    const { target, words } = this.picked;
    if (!target) return h('p', {}, this.words.none);
    const plain = (words ?? '')
      .replace(/\\\n/g, '\u2028').replace(/(?<!\n)\n(?!\n)/g, ' ').replace(/\u2028/g, '\n')
      .replace(/\\(?=[!-/:-@[-`{-~])|(?<!\\)[*_]{1,2}/g, '');
    return [h('blockquote', { dir: 'auto' }, plain), this.named(target)];
  }

  async pick() {
    const chosen = await pickQuotation(this.picked.target);
    if (!chosen) return;
    learn(chosen.target, chosen.title);
    this.value = JSON.stringify({ target: chosen.target, words: chosen.words });
    const label = document.getElementsByName(this.input.name.replace(/-words$/, '-label'))[0];
    if (label && !label.value) {
      label.value = `${chosen.title}, ${chosen.target.split('#')[1].replace('--', '–')}`;
      label.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

class Figure extends Picked {
  draw() {
    if (!this.value) return null;
    return [this.thumbnail(), this.named(this.value)];
  }

  thumbnail() {
    const place = h('div', { class: 'sb-picked__picture' });
    const region = regionOf(this.value.split('#')[1]);
    ask('source/', { source: this.value.split('#')[0] }).then(({ canvases }) => {
      const canvas = canvases.find((one) => one.number === (region?.canvas ?? 1));
      if (!canvas) return;
      const [x, y, width, height] = region?.box ?? [0, 0, canvas.width, canvas.height];
      const scale = Math.min(220 / width, 150 / height);
      const picture = h('img', { src: region ? canvas.picture : canvas.thumbnail, alt: canvas.alt || say('preview_alt') });
      Object.assign(place.style, { width: `${width * scale}px`, height: `${height * scale}px` });
      Object.assign(picture.style, { width: `${canvas.width * scale}px`, height: `${canvas.height * scale}px`, marginLeft: `${-x * scale}px`, marginTop: `${-y * scale}px` });
      place.replaceChildren(picture);
    }, () => place.remove());
    return place;
  }

  async pick() {
    const chosen = await pickFigure(this.value);
    if (!chosen) return;
    learn(chosen.target, chosen.title);
    this.value = chosen.target;
  }
}

class Clip extends Picked {
  draw() {
    return this.value && this.named(this.value);
  }

  async pick() {
    const chosen = await pickClip(this.value);
    if (!chosen) return;
    learn(chosen.target, chosen.title);
    this.value = chosen.target;
  }
}

class Place extends Picked {
  connectedCallback() {
    super.connectedCallback();
    if (this.typed || !this.shown) return;
    this.typed = h('input', { type: 'text', 'aria-label': this.words.none, placeholder: '47.498, 19.04', onchange: () => { this.value = this.typed.value.trim(); } });
    this.append(h('span', {}, ` ${this.words.none} `), this.typed);
  }

  draw() {
    const isPlace = this.value.startsWith('place:');
    this.typed.value = isPlace ? '' : this.value;
    return isPlace && this.named(this.value);
  }

  async pick() {
    const chosen = await pickRecord('place', this.words.choose, '');
    if (!chosen) return;
    learn(chosen.reference, chosen.title);
    this.value = chosen.reference;
  }
}

customElements.define('sb-quotation', Quotation);
customElements.define('sb-figure', Figure);
customElements.define('sb-clip', Clip);
customElements.define('sb-place', Place);

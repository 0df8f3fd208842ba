// How many words the essay has, told below it while it is written.
import { say } from './page.js';

const words = (text) => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

function count(place) {
  const form = place.closest('.sb-essay');
  let number = 0;
  for (const input of form.querySelectorAll('input[data-draftail-input]')) {
    if (!input.value) continue;
    for (const block of JSON.parse(input.value)?.blocks ?? []) number += words(block.text);
  }
  for (const input of form.querySelectorAll('sb-quotation input')) {
    try {
      number += words(JSON.parse(input.value || '{}').words ?? '');
    } catch {
      // Nothing was chosen.
    }
  }
  const told = say('word_count', { n: number });
  if (place.textContent !== told) place.textContent = told;
}

class WordCount extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.isConnected && this.offsetParent && count(this), 1500);
    setTimeout(() => count(this), 400);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }
}

customElements.define('sb-word-count', WordCount);

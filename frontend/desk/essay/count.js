// How many words the essay has, told below it while it is written.
import { say, written } from './page.js';

const words = (text) => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

// The text without the marks of notes and citations.
function spoken({ text, entityRanges }, entityMap) {
  const letters = [...text];
  for (const { offset, length, key } of entityRanges) {
    if (['NOTE', 'CITATION'].includes(entityMap[key]?.type)) letters.fill('', offset, offset + length);
  }
  return letters.join('');
}

function count(place) {
  const form = place.closest('.sb-essay');
  let number = 0;
  for (const text of written(form)) {
    const { blocks = [], entityMap = {} } = JSON.parse(text) ?? {};
    for (const block of blocks) number += words(spoken(block, entityMap));
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

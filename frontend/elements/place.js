// Brings the reader to a span of this page: a second of its recording, a rectangle of a picture, the words that a
// search has found. Without this script the address leads to the page, or to the passage.
const text = document.querySelector('.text');

function toTime(spoken) {
  const [begins] = spoken.split(',').map(Number);
  const player = document.querySelector('.players :is(audio, video)');
  if (!player || !Number.isFinite(begins)) return;
  const seek = () => { player.currentTime = begins; };
  if (player.readyState > 0) seek();
  else {
    player.addEventListener('loadedmetadata', seek, { once: true });
    player.load();
  }
  const rows = [...document.querySelectorAll('.row[data-begins]')];
  const row = rows.filter((one) => Number(one.dataset.begins) <= begins + 0.05).pop();
  (row ?? player).scrollIntoView({ block: 'center' });
  row?.classList.add('here');
}

function toRegion(region) {
  const [canvas, rectangle = ''] = region.includes(':') ? region.split(':') : ['1', region];
  const figure = document.getElementById(`_canvas-${canvas}`);
  const image = figure?.querySelector('img');
  const [x, y, width, height] = rectangle.split(',').map(Number);
  if (!image || ![x, y, width, height].every(Number.isFinite)) return figure?.scrollIntoView();
  const [whole, high] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  frame.setAttribute('class', 'span-frame');
  frame.setAttribute('viewBox', `0 0 ${whole} ${high}`);
  frame.setAttribute('aria-hidden', 'true');
  const box = document.createElementNS(frame.namespaceURI, 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height })) box.setAttribute(name, value);
  frame.append(box);
  figure.querySelector('.span-frame')?.remove();
  image.parentElement.append(frame);
  image.parentElement.classList.add('framed');
  figure.scrollIntoView({ block: 'center' });
}

function go() {
  const span = decodeURIComponent(location.hash.slice(1));
  for (const row of document.querySelectorAll('.row.here')) row.classList.remove('here');
  if (span.startsWith('t=')) toTime(span.slice(2));
  else if (span.startsWith('xywh=')) toRegion(span.slice(5));
}

// What was found, marked in the page's own text. The server says which words of which passage.
async function mark(box) {
  const asked = new URLSearchParams(location.search).get('q');
  const tally = box.querySelector('[data-tally]');
  if (!asked || !window.Highlight) return;
  box.querySelector('input[name="q"]').value = asked;
  const answer = await fetch(`${box.dataset.within}?${new URLSearchParams({ record: box.dataset.record, q: asked, language: document.documentElement.lang })}`);
  if (!answer.ok) return;
  const { passages } = await answer.json();
  const ranges = passages.flatMap((passage) => passage.marks.map(({ start, end }) => passage.text.slice(start, end)).flatMap((words) => rangesOf(passage, words)));
  const found = [...new Map(ranges.map((range) => [`${range.startContainer.textContent}${range.startOffset}`, range])).values()]
    .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
  CSS.highlights.set('found', new Highlight(...found));
  tally.textContent = tally.dataset.words.replace('{n}', String(found.length));
  let now = -1;
  for (const button of box.querySelectorAll('[data-step]')) {
    button.hidden = found.length === 0;
    button.addEventListener('click', () => {
      now = (now + Number(button.dataset.step) + found.length) % found.length;
      found[now].startContainer.parentElement.scrollIntoView({ block: 'center' });
      getSelection().removeAllRanges();
      getSelection().addRange(found[now]);
      tally.textContent = `${now + 1} / ${found.length}`;
    });
  }
}

function rangesOf(passage, words) {
  const ranges = [];
  const rows = passage.keys.map((key) => document.getElementById(key)).filter(Boolean);
  for (const row of rows.length ? rows : [document.querySelector('article')]) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let place = node.data.indexOf(words);
      while (place >= 0) {
        const range = new Range();
        range.setStart(node, place);
        range.setEnd(node, place + words.length);
        ranges.push(range);
        place = node.data.indexOf(words, place + words.length);
      }
    }
  }
  return ranges;
}

addEventListener('hashchange', go);
go();
const box = document.querySelector('[data-within]');
const quietly = () => {};
if (box && text) mark(box).catch(quietly);

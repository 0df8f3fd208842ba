// A rectangle on a picture, drawn with the pointer or set in numbers: pixels of the file, whatever size it is shown in.
import { field, h } from './dom.js';
import { foot, use } from './dialog.js';
import { say } from './page.js';

const NAMES = ['x', 'y', 'width', 'height'];

// `onpick(fragment)`: `xywh=2:120,80,600,400`, or nothing for the whole first canvas.
export function regionPicker(source, onpick, given = null) {
  let canvas = source.canvases.find((one) => one.number === given?.canvas) ?? source.canvases[0];
  let box = given?.box ?? null;
  const select = h('select', {}, source.canvases.map((one) => h('option', { value: String(one.number), selected: one === canvas }, `${one.number}. ${one.label || one.alt || ''}`)));
  const picture = h('img', { alt: '', draggable: false });
  const frame = h('div', { class: 'sb-region__frame', hidden: true });
  const stage = h('div', { class: 'sb-region__stage' }, picture, frame);
  const preview = h('div', { class: 'sb-region__preview' }, h('img', { alt: say('preview_alt') }));
  const inputs = NAMES.map((name) => h('input', { type: 'number', min: name === 'x' || name === 'y' ? '0' : '1', step: '1', inputmode: 'numeric', oninput: typed }));
  const note = h('p', { class: 'sb-pick__status', role: 'status' });

  function start() {
    picture.src = canvas.picture;
    picture.alt = canvas.alt;
    preview.firstChild.src = canvas.picture;
    draw();
  }

  function bounded([x, y, width, height]) {
    const left = Math.min(Math.max(0, Math.round(x)), canvas.width - 1);
    const top = Math.min(Math.max(0, Math.round(y)), canvas.height - 1);
    return [left, top, Math.min(Math.max(1, Math.round(width)), canvas.width - left), Math.min(Math.max(1, Math.round(height)), canvas.height - top)];
  }

  function draw(fromInputs = false) {
    frame.hidden = !box;
    const [x, y, width, height] = box ?? [0, 0, canvas.width, canvas.height];
    const percent = (part, whole) => `${(100 * part) / whole}%`;
    Object.assign(frame.style, { left: percent(x, canvas.width), top: percent(y, canvas.height), width: percent(width, canvas.width), height: percent(height, canvas.height) });
    if (!fromInputs) inputs.forEach((input, at) => { input.value = box ? box[at] : ''; });
    inputs.forEach((input, at) => { input.max = [canvas.width - 1, canvas.height - 1, canvas.width, canvas.height][at]; });
    const scale = Math.min(160 / width, 160 / height);
    Object.assign(preview.style, { width: `${width * scale}px`, height: `${height * scale}px` });
    Object.assign(preview.firstChild.style, { width: `${canvas.width * scale}px`, height: `${canvas.height * scale}px`, marginLeft: `${-x * scale}px`, marginTop: `${-y * scale}px` });
    note.textContent = box ? say('part_of', { w: width, h: height }) : say('whole_picture');
  }

  function typed() {
    const numbers = inputs.map((input) => input.valueAsNumber);
    if (numbers.every((number) => !Number.isNaN(number))) {
      box = bounded(numbers);
      draw(true);
    }
  }

  stage.addEventListener('pointerdown', (down) => {
    if (down.button) return;
    down.preventDefault();
    const area = picture.getBoundingClientRect();
    const at = (event) => [((event.clientX - area.left) / area.width) * canvas.width, ((event.clientY - area.top) / area.height) * canvas.height];
    const [x, y] = at(down);
    const move = (event) => {
      const [toX, toY] = at(event).map((value, i) => Math.min(Math.max(0, value), [canvas.width, canvas.height][i]));
      box = bounded([Math.min(x, toX), Math.min(y, toY), Math.abs(toX - x), Math.abs(toY - y)]);
      draw();
    };
    stage.setPointerCapture(down.pointerId);
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', () => stage.removeEventListener('pointermove', move), { once: true });
  });
  inputs.forEach((input) => input.addEventListener('change', () => box && draw()));
  select.addEventListener('change', () => {
    canvas = source.canvases.find((one) => String(one.number) === select.value);
    box = null;
    start();
  });
  start();
  const whole = h('button', { type: 'button', class: 'button button-small button-secondary', onclick: () => {
    box = null;
    draw();
  } }, say('take_whole'));
  return h('div', { class: 'sb-pick sb-region' },
    source.canvases.length > 1 ? field(say('canvas'), select) : null,
    h('p', { class: 'sb-pick__help' }, say('region_help')), stage,
    h('div', { class: 'sb-region__beside' },
      h('div', { class: 'sb-region__numbers' }, NAMES.map((name, at) => field(say(name), inputs[at])), whole),
      preview), note,
    foot(use(say('use_picture'), () => onpick(box ? `xywh=${canvas.number}:${box.join(',')}` : canvas.number === 1 ? '' : `xywh=${canvas.number}:0,0,${canvas.width},${canvas.height}`))));
}

export function regionOf(fragment) {
  const read = /^xywh=(?:(\d+):)?(\d+),(\d+),(\d+),(\d+)$/.exec(fragment ?? '');
  return read && { canvas: Number(read[1] ?? 1), box: read.slice(2).map(Number) };
}

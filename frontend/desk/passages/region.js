// A region of a canvas, drawn on its picture: `2:120,80,600,400`, in pixels of the file.

import { field, filesOfForm, panelRows } from '../uploads/rows.js';

export const pictures = () => {
  const files = filesOfForm();
  return panelRows('canvases').map((row, index) => ({ number: index + 1, ...files.get(field(row, 'file').value) }))
    .filter((canvas) => canvas.thumbnail && Number(canvas.width));
};

const PLACE = /^(?:(\d+):)?(\d+),(\d+),(\d+),(\d+)$/;
const SHOWN = /^image\/(jpeg|png|webp|gif|avif)$/;

export function drawRegion(table, region, done) {
  const canvases = pictures();
  const given = PLACE.exec(region ?? '');
  const dialog = document.createElement('dialog');
  dialog.className = 'sb-region';
  dialog.setAttribute('aria-label', table.words.drawRegion.replace(/\s*…$/, ''));
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', table.words.canvas);
  choice.append(...canvases.map((one) => new Option(`${table.words.canvas} ${one.number}`, one.number)));
  if (given) choice.value = given[1] ?? 1;
  const stage = Object.assign(document.createElement('div'), { className: 'sb-region__stage' });
  const image = Object.assign(new Image(), { alt: '', draggable: false });
  const box = Object.assign(document.createElement('div'), { className: 'sb-region__box', hidden: true });
  const written = Object.assign(document.createElement('input'), { type: 'text', value: region ?? '' });
  written.setAttribute('aria-label', table.words.region);
  const button = (text, act) => Object.assign(document.createElement('button'), { type: 'button', textContent: text, className: 'button button-small', onclick: act });
  const current = () => canvases.find((one) => String(one.number) === choice.value) ?? canvases[0];
  const show = () => {
    const canvas = current();
    image.src = SHOWN.test(canvas.mediaType) ? table.dataset.masters.replace('0'.repeat(64), canvas.sha256) : canvas.thumbnail;
  };
  const place = ([x, y, width, height]) => {
    const scale = image.clientWidth / current().width;
    Object.assign(box.style, { left: `${x * scale}px`, top: `${y * scale}px`, width: `${width * scale}px`, height: `${height * scale}px` });
    box.hidden = false;
  };
  image.onload = () => given && choice.value === (given[1] ?? '1') && place(given.slice(2).map(Number));
  choice.onchange = () => { box.hidden = true; show(); };
  let from = null;
  const point = (event) => {
    const frame = image.getBoundingClientRect();
    const scale = current().width / frame.width;
    const within = (value, limit) => Math.round(Math.min(Math.max(value, 0), limit) * scale);
    return [within(event.clientX - frame.left, frame.width), within(event.clientY - frame.top, frame.height)];
  };
  stage.addEventListener('pointerdown', (event) => { event.preventDefault(); from = point(event); stage.setPointerCapture(event.pointerId); });
  stage.addEventListener('pointermove', (event) => {
    if (!from) return;
    const to = point(event);
    const rectangle = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
    place(rectangle);
    if (rectangle[2] && rectangle[3]) written.value = `${choice.value}:${rectangle.join(',')}`;
  });
  // A click that draws nothing leaves the frame that is written.
  const settle = () => {
    from = null;
    const kept = PLACE.exec(written.value);
    box.hidden = !kept || (kept[1] ?? '1') !== choice.value;
    if (!box.hidden) place(kept.slice(2).map(Number));
  };
  stage.addEventListener('pointerup', settle);
  stage.addEventListener('pointercancel', settle);
  written.addEventListener('input', settle);
  stage.append(image, box);
  const acts = document.createElement('p');
  acts.append(written, button(table.words.take, () => { done(written.value.trim()); dialog.close(); }), button(table.words.close, () => dialog.close()));
  dialog.append(choice, Object.assign(document.createElement('p'), { className: 'sb-region__help', textContent: table.words.regionHelp }), stage, acts);
  dialog.addEventListener('close', () => dialog.remove());
  table.append(dialog);
  show();
  dialog.showModal();
}

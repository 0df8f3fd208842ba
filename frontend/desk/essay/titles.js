// What references stand for, asked once each, many at a time.
import { ask } from './page.js';

const known = new Map();
let waiting = null;

export function titleOf(target) {
  const reference = target.split('#')[0];
  if (!known.has(reference)) {
    waiting ??= { references: [], answer: new Promise((resolve) => setTimeout(resolve, 30)).then(load) };
    waiting.references.push(reference);
    known.set(reference, waiting.answer.then((titles) => titles[reference] ?? ''));
  }
  return known.get(reference);
}

export const learn = (target, title) => known.set(target.split('#')[0], Promise.resolve(title));

async function load() {
  const { references } = waiting;
  waiting = null;
  const titles = {};
  try {
    for (let at = 0; at < references.length; at += 100) {
      Object.assign(titles, (await ask('names/', { reference: references.slice(at, at + 100) })).titles);
    }
  } catch {
    // Without an answer the reference itself is shown.
  }
  return titles;
}

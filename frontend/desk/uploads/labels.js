// Labels counted on from the first: `f. 1r`, `f. 1v`, `f. 2r`; `p. 12`, `p. 13`; `iv`, `v`.

const ROMAN = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

const roman = (number) => ROMAN.reduce(([rest, text], [value, letters]) => {
  const times = Math.floor(rest / value);
  return [rest - times * value, text + letters.repeat(times)];
}, [number, ''])[1];

const arabic = (text) => {
  let rest = text;
  let number = 0;
  for (const [value, letters] of ROMAN) while (rest.startsWith(letters)) { number += value; rest = rest.slice(letters.length); }
  return rest === '' && roman(number) === text ? number : 0;
};

function after(label) {
  const leaf = /^(.*?)(\d+)\s?([rv])$/.exec(label);
  if (leaf) return leaf[3] === 'r' ? label.replace(/r$/, 'v') : `${leaf[1]}${Number(leaf[2]) + 1}${label.slice(leaf[1].length + leaf[2].length, -1)}r`;
  const numbered = /^(.*?)(\d+)(\D*)$/.exec(label);
  if (numbered) return `${numbered[1]}${String(Number(numbered[2]) + 1).padStart(numbered[2].length, '0')}${numbered[3]}`;
  const lower = /^(.*?)([ivxlcdm]+)$/.exec(label);
  if (lower && arabic(lower[2])) return lower[1] + roman(arabic(lower[2]) + 1);
  return label;
}

export function labelsAfter(first, count) {
  const labels = [first];
  while (labels.length < count) labels.push(after(labels.at(-1)));
  return labels;
}

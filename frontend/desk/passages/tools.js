// The tools for the passage in which one is writing: one small bar, which goes along from cell to cell.

export function toolbar(table) {
  const bar = document.createElement('div');
  bar.className = 'sb-par__tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', table.words.tools);
  const make = (act, keys = '') => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: table.words[act] });
    button.title = [table.words[`${act}Help`], keys].filter(Boolean).join(' ');
    button.dataset.tool = act;
    // The caret stays where it is in the passage.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => table.use(act));
    bar.append(button);
    return button;
  };
  make('split', '(Ctrl+Enter)');
  make('join');
  make('footnote');
  make('removeHere');
  const timed = [make('startHere'), make('endHere'), make('play')];
  make('drawRegion');
  bar.forCell = () => {
    timed.forEach((button) => { button.hidden = !table.player.media; });
    bar.lastElementChild.hidden = !table.hasPictures;
  };
  return bar;
}

// Bundles styles, scripts, fonts and the icon into the package, under names that hold a hash of their content, and
// writes manifest.json beside them: from the name a template asks for to the name of the file. What readers load goes
// to the reading room, each file of desk/ to the editor.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const readers = join(here, '../src/sourcebook/reading_room/assets');
const editors = join(here, '../src/sourcebook/authorities/static/sourcebook/desk');

const filesOf = (folder) => readdirSync(join(here, folder)).filter((name) => /\.(js|css)$/.test(name)).sort();

// Every browser that these pages are for reads WOFF2; the packages name an older form of each font beside it.
const onlyWoff2 = {
  name: 'only-woff2',
  setup({ onLoad }) {
    onLoad({ filter: /@fontsource.*\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''),
      loader: 'css',
    }));
  },
};

const hashed = /-[A-Z0-9]{8}(?=\.[a-z0-9]+$)/;

async function bundle(outdir, entries) {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: entries.map((file) => ({ in: file, out: basename(file).replace(/\.[a-z]+$/, '') })),
    outdir,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    plugins: [onlyWoff2],
    target: ['chrome111', 'firefox113', 'safari16.4'],
    logLevel: 'warning',
  });
  const names = readdirSync(outdir).sort().map((file) => [basename(file).replace(hashed, ''), file]);
  writeFileSync(join(outdir, 'manifest.json'), `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`);
}

await bundle(readers, ['styles/reading-room.css', 'icon.svg', ...filesOf('elements').map((name) => `elements/${name}`)]);
await bundle(editors, filesOf('desk').map((name) => `desk/${name}`));

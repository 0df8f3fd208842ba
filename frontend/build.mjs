// Bundles styles, fonts and the icon into the package, under names that hold a hash of their content, and writes
// manifest.json beside them: from the name a template asks for to the name of the file.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '../src/sourcebook/reading_room/assets');

rmSync(assets, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });

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

await build({
  absWorkingDir: here,
  entryPoints: [
    { in: 'styles/reading-room.css', out: 'reading-room' },
    { in: 'icon.svg', out: 'icon' },
  ],
  outdir: assets,
  bundle: true,
  minify: true,
  charset: 'utf8',
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  plugins: [onlyWoff2],
  target: ['chrome111', 'firefox113', 'safari16.4'],
  logLevel: 'warning',
});

const hashed = /-[A-Z0-9]{8}(?=\.[a-z0-9]+$)/;
const names = readdirSync(assets).sort().map((file) => [basename(file).replace(hashed, ''), file]);
writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`);

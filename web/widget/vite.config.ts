/// <reference types="vitest/config" />
import { cpSync, mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The pages on which the widget and calls can be tried, with the typeface and the tokens of the design beside them.
 * Only the subsets the pages need: Latin and Arabic.
 */
const demoPage: Plugin = {
  name: 'hiwar-demo-page',
  closeBundle() {
    cpSync(here('demo'), here('dist/demo'), { recursive: true });
    cpSync(here('../desktop/src/theme/tokens.css'), here('dist/demo/tokens.css'));
    mkdirSync(here('dist/demo/fonts'), { recursive: true });
    const latin = 'node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2';
    cpSync(here(latin), here('dist/demo/fonts/plex-latin.woff2'));
    for (const weight of [400, 500, 600]) {
      const arabic = `node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`;
      cpSync(here(arabic), here(`dist/demo/fonts/plex-arabic-${weight}.woff2`));
    }
  },
};

/**
 * A page of any encoding may load the script, and old pages read it in theirs: only ASCII reads the same in all.
 * Everything else stands in strings and patterns, where an escape means the same.
 */
const onlyAscii: Plugin = {
  name: 'hiwar-only-ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

/** Every page that has a chat loads this script, on telephones too. In bytes, compressed. */
const MOST = 25 * 1024;

const small: Plugin = {
  name: 'hiwar-small',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const size = gzipSync(Object.values(bundle).map((file) => (file.type === 'chunk' ? file.code : '')).join('')).length;
      if (size > MOST) this.error(`widget.js has ${size} bytes compressed; ${MOST} are the most`);
    },
  },
};

export default defineConfig({
  plugins: [onlyAscii, demoPage, small],
  build: {
    target: 'es2022',
    lib: { entry: here('src/main.ts'), formats: ['iife'], name: 'HiwarWidget', fileName: () => 'widget.js' },
    copyPublicDir: false,
  },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Files, rating and transcript: a file of its own beside widget.js, which loads it when it is first wanted. */
export default defineConfig({
  build: {
    target: 'es2022',
    lib: { entry: fileURLToPath(new URL('src/more.ts', import.meta.url)), formats: ['es'], fileName: () => 'widget-more.js' },
    emptyOutDir: false,
    copyPublicDir: false,
  },
});

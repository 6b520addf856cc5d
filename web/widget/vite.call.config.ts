import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The sound of calls: a file of its own beside widget.js, which loads it when somebody calls. */
export default defineConfig({
  build: {
    target: 'es2022',
    lib: { entry: fileURLToPath(new URL('src/sound/sound.ts', import.meta.url)), formats: ['es'], fileName: () => 'widget-call.js' },
    emptyOutDir: false,
    copyPublicDir: false,
  },
});

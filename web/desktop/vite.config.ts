import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/// The server that answers /api while the pages come from Vite (npm run dev).
const server = process.env.HIWAR_SERVER ?? 'http://127.0.0.1:8099'

export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: server, ws: true } },
  },
  build: {
    // The policy of the server allows nothing inline: no data: addresses, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
  },
})

import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/// The server that answers /api while the pages come from Vite (npm run dev).
const server = process.env.HIWAR_SERVER ?? 'http://127.0.0.1:8099'

/// What a browser loads before the first screen, compressed: our own limit, so that it does not grow unseen.
const FIRST_LOAD_BYTES = 310_000

/// A section of its own that only some users open, and when they do.
function isLater(chunk: { readonly facadeModuleId: string | null }): boolean {
  return chunk.facadeModuleId?.endsWith('/src/administration/AdministrationPage.tsx') ?? false
}

/// The words of one language: a browser loads those of its user, and no other.
function isCatalogue(chunk: { readonly facadeModuleId: string | null }): boolean {
  return /\/src\/i18n\/\w+\.json$/.test(chunk.facadeModuleId ?? '')
}

const firstLoad: Plugin = {
  name: 'first-load',
  writeBundle(_, bundle) {
    let bytes = 0
    let words = 0
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || isLater(file)) continue
      const size = gzipSync(file.code).length
      if (isCatalogue(file)) words = Math.max(words, size)
      else bytes += size
    }
    bytes += words
    const said = `first load: ${Math.round(bytes / 1000)} kB of script, compressed, of ${FIRST_LOAD_BYTES / 1000}`
    if (bytes > FIRST_LOAD_BYTES) throw new Error(said)
    console.log(said)
  },
}

export default defineConfig({
  plugins: [react(), firstLoad],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: server, ws: true } },
  },
  build: {
    // The policy of the server allows nothing inline: no data: addresses, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // In bytes before compression; the limit that counts is the one above.
    chunkSizeWarningLimit: 1_000,
  },
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // Against a test that never ends; a machine that does much else may take its time.
    testTimeout: 60_000,
  },
})

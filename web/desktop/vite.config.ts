import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { words } from './words.ts'

/// The server that answers /api while the pages come from Vite (npm run dev).
const server = process.env.HIWAR_SERVER ?? 'http://127.0.0.1:8099'

/// What a browser loads before the first screen, compressed: our own limit, so that it does not grow unseen.
const FIRST_LOAD_BYTES = 300_000
const ENTRY = fileURLToPath(new URL('src/main.tsx', import.meta.url))

/// The words of one language: a browser loads those of its user, and no other.
function isCatalogue(chunk: { readonly facadeModuleId: string | null }): boolean {
  return /\/src\/i18n\/\w+\.json\?first$/.test(chunk.facadeModuleId ?? '')
}

type OutputBundle = Rolldown.OutputBundle
type OutputChunk = Rolldown.OutputChunk

/// The script of the page and all that it cannot begin without; sections that open later come later.
function firstChunks(bundle: OutputBundle): readonly OutputChunk[] {
  const found = new Set<OutputChunk>()
  const add = (file: OutputBundle[string] | undefined) => {
    if (file?.type !== 'chunk' || found.has(file)) return
    found.add(file)
    for (const name of file.imports) add(bundle[name])
  }
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.isEntry) add(file)
  return [...found]
}

const compressed = (chunk: OutputChunk): number => gzipSync(chunk.code).length

const firstLoad: Plugin = {
  name: 'first-load',
  writeBundle(_, bundle) {
    const catalogues = Object.values(bundle).flatMap((file) => (file.type === 'chunk' && isCatalogue(file) ? [compressed(file)] : []))
    const bytes = firstChunks(bundle).reduce((sum, chunk) => sum + compressed(chunk), Math.max(...catalogues))
    const said = `first load: ${Math.round(bytes / 1000)} kB of script, compressed, of ${FIRST_LOAD_BYTES / 1000}`
    if (bytes > FIRST_LOAD_BYTES) throw new Error(said)
    console.log(said)
  },
}

/// Tells boot.js where the words of each language are.
const wordsBeside: Plugin = {
  name: 'words-beside',
  transformIndexHtml: {
    order: 'post',
    handler(page, { bundle }) {
      const addresses = Object.values(bundle ?? {}).flatMap((file) => {
        if (file.type !== 'chunk' || !isCatalogue(file)) return []
        return [` data-words-${/(\w+)\.json\?first$/.exec(file.facadeModuleId ?? '')?.[1]}="/${file.fileName}"`]
      })
      return page.replace('<script src="/boot.js"', `<script src="/boot.js"${addresses.join('')}`)
    },
  },
}

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

let firstModules: ReadonlySet<string> | null = null

/// All that the page cannot begin without stands in one file: split by who else uses it, it would be compressed in forty
/// small pieces, which together are larger.
function inOnePiece(id: string, modules: Modules): string | null {
  firstModules ??= modulesOf(ENTRY, modules)
  return id !== ENTRY && firstModules.has(id) ? 'first' : null
}

function modulesOf(entry: string, modules: Modules): ReadonlySet<string> {
  const found = new Set<string>([entry])
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}

export default defineConfig({
  plugins: [words, react(), firstLoad, wordsBeside],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: server, ws: true } },
  },
  build: {
    // The policy of the server allows nothing inline: no data: addresses, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: inOnePiece }] } } },
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

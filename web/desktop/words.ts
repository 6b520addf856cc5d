import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/// What only administration, details of contacts, help, the palette, the settings, mentions, supervision and farewells to
/// guests say: it is loaded with the first of them, and with nothing before.
export const SAID_LATER = /^(account|admin|aside|audit|campaign|details|directory|doNotCall|help|ledger|lists|mention|palette|reasons|report|retention|reword|services|settings|shortcuts|staff|supervision|visit|why)\./

/// A catalogue in two parts: `en.json?first` and `en.json?later`.
export const words: Plugin = {
  name: 'words',
  enforce: 'pre',
  load(id) {
    const [, file, part] = /^(.*\/i18n\/\w+\.json)\?(first|later)$/.exec(id) ?? []
    if (file === undefined) return null
    this.addWatchFile(file)
    const all: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
    const some = Object.entries(all).filter(([key]) => SAID_LATER.test(key) === (part === 'later'))
    return { code: `export default ${JSON.stringify(Object.fromEntries(some))}`, moduleType: 'js' }
  },
}

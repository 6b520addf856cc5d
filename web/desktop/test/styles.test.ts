import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = new URL('../src/', import.meta.url).pathname

/// What stands on the left in English stands on the right in Arabic: styles name start and end, not sides.
const SIDES =
  /(?<![\w-])((margin|padding|border)-(left|right|top|bottom)|(left|right|top|bottom)\s*:|border-(top|bottom)-(left|right)|(text-align|float|clear)\s*:\s*(left|right)|(min-|max-)?(width|height)\s*:)/

test('styles use logical properties only', () => {
  const found: string[] = []
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.css'))) {
    readFileSync(join(SOURCE, name), 'utf8')
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('@media'))
      .forEach((line, index) => {
        if (SIDES.test(line)) found.push(`${name}:${index + 1} ${line.trim()}`)
      })
  }
  expect(found).toEqual([])
})

test('components set no style that knows left from right', () => {
  const found: string[] = []
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.tsx'))) {
    const text = readFileSync(join(SOURCE, name), 'utf8')
    if (/\b(margin|padding)(Left|Right)\b|textAlign: '(left|right)'|\b(ml|mr|pl|pr)=/.test(text)) found.push(name)
  }
  expect(found).toEqual([])
})

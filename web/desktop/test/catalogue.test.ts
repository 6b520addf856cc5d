import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse as icu, TYPE } from '@formatjs/icu-messageformat-parser'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import ar from '../src/i18n/ar.json' with { type: 'json' }
import en from '../src/i18n/en.json' with { type: 'json' }
import { SAID_LATER } from '../words.ts'

/// Every word on the screen comes from the catalogue, complete in both languages, and nothing in it is left over.

const SOURCE = new URL('../src/', import.meta.url).pathname
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
const catalogues: Record<string, Readonly<Record<string, string>>> = { en, ar }

function parse(name: string): ts.SourceFile {
  const text = readFileSync(join(SOURCE, name), 'utf8')
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  node.forEachChild((child) => visit(child, look))
}

interface Parts {
  readonly names: Set<string>
  /// The forms of each plural; exact ones (=0) left out.
  readonly plurals: string[][]
}

function partsOf(sentence: string): Parts {
  const parts: Parts = { names: new Set(), plurals: [] }
  collect(icu(sentence), parts)
  return parts
}

function collect(elements: readonly MessageFormatElement[], parts: Parts): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    parts.names.add(element.value)
    if (element.type === TYPE.plural) parts.plurals.push(Object.keys(element.options).filter((form) => !form.startsWith('=')))
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) collect(option.value, parts)
    }
  }
}

const namesIn = (sentence: string | undefined) => [...partsOf(sentence ?? '').names].sort()

describe('the catalogue', () => {
  test('has the same keys in both languages', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort())
  })

  test('has no empty sentence', () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      const empty = Object.entries(catalogue).filter(([, sentence]) => sentence.trim() === '')
      expect(empty, language).toEqual([])
    }
  })

  test('names the same things in both languages', () => {
    for (const key of Object.keys(en)) {
      expect({ key, names: namesIn(catalogues.ar?.[key]) }).toEqual({ key, names: namesIn(catalogues.en?.[key]) })
    }
  })

  test('has all six forms of every Arabic plural', () => {
    for (const [key, sentence] of Object.entries(ar)) {
      for (const forms of partsOf(sentence).plurals) {
        expect({ key, forms: forms.sort() }).toEqual({ key, forms: ['few', 'many', 'one', 'other', 'two', 'zero'] })
      }
    }
  })

  test('has no key that nothing uses', () => {
    const used = new Set<string>()
    for (const name of files) {
      visit(parse(name), (node) => {
        if (ts.isStringLiteralLike(node)) used.add(node.text)
      })
    }
    expect(Object.keys(en).filter((key) => !used.has(key))).toEqual([])
  })

  test('says later only what is opened later', () => {
    const theirs = /^(administration\/|contact\/details\/|help\/(HelpPage|pages)\.|directory\/|guest\/Farewell\.|mention\/Mention(News|sPage)\.|writing\/(MessageMenu|Earlier)\.|i18n\/problems\.|keyboard\/|settings\/|supervision\/)/
    const others = files.filter((one) => !theirs.test(one))
    const lent = others.flatMap((name) => [...readFileSync(join(SOURCE, name), 'utf8').matchAll(/from '[./]+(administration\/[^']+)'/g)].map((one) => one[1] ?? ''))
    const found: string[] = []
    for (const name of new Set([...others, ...lent])) {
      visit(parse(name), (node) => {
        if (ts.isStringLiteralLike(node) && node.text in en && SAID_LATER.test(node.text)) found.push(`${name}: ${node.text}`)
      })
    }
    expect(found).toEqual([])
  })

  test('is the only place where words stand', () => {
    const spoken = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label'])
    const found: string[] = []
    for (const name of files.filter((one) => one.endsWith('.tsx'))) {
      visit(parse(name), (node) => {
        if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(`${name}: ${node.text.trim()}`)
        if (ts.isJsxExpression(node) && node.expression !== undefined && ts.isStringLiteralLike(node.expression)) {
          if (!ts.isJsxAttribute(node.parent) && /\p{L}/u.test(node.expression.text)) found.push(`${name}: ${node.expression.text}`)
        }
        if (ts.isJsxAttribute(node) && node.initializer !== undefined && ts.isStringLiteral(node.initializer)) {
          if (spoken.has(node.name.getText()) && /\p{L}/u.test(node.initializer.text)) found.push(`${name}: ${node.initializer.text}`)
        }
      })
    }
    expect(found).toEqual([])
  })
})

import type { MessageKey } from '../i18n/language.ts'

/// What can be said of a field before the server is asked. It has the last word in any case.

const HOST = /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9-]+)*\.?$/
const IPV6 = /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$/
const LONGEST_HOST = 253
const LONGEST_LINE = 200
const LAST_PORT = 65_535
export const MOST_CALLS = 10_000

export function isHost(text: string): boolean {
  return (text.length <= LONGEST_HOST && HOST.test(text)) || IPV6.test(text)
}

export function isName(text: string): boolean {
  const name = text.trim()
  return name !== '' && name.length <= LONGEST_LINE
}

/// Written by hand, in the digits of either language; null when it is no whole number between the two.
export function wholeNumber(text: string, least: number, most: number): number | null {
  const latin = latinDigits(text.trim())
  if (!/^\d{1,9}$/.test(latin)) return null
  const number = Number(latin)
  return number >= least && number <= most ? number : null
}

/// A number with or without a fraction, in the digits of either language; null when it is none.
export function decimal(text: string): number | null {
  const latin = latinDigits(text.trim()).replace('\u066b', '.')
  return /^-?\d{1,12}(\.\d{1,3})?$/.test(latin) ? Number(latin) : null
}

export function port(text: string): number | null {
  return wholeNumber(text, 1, LAST_PORT)
}

/// ٠٩٩ as 099, Persian digits, too.
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/// The entries of a field with one on each line, or commas between.
export function entries(text: string): readonly string[] {
  return text
    .split(/[\n,،]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/// Only those that are wrong.
export function wrongOf<T>(found: { readonly [F in keyof T]?: MessageKey | null }): { readonly [F in keyof T]?: MessageKey } {
  const wrong: { [F in keyof T]?: MessageKey } = {}
  for (const field of Object.keys(found) as (keyof T)[]) {
    const sentence = found[field]
    if (sentence !== null && sentence !== undefined) wrong[field] = sentence
  }
  return wrong
}

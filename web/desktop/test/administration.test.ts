import { describe, expect, test } from 'vitest'
import { entries, isHost, latinDigits, port, wholeNumber } from '../src/administration/checks.ts'
import { emptyTrunk, TRUNK_FIELDS, wishOf, wrongTrunk } from '../src/administration/trunk.ts'
import { sentenceOf } from '../src/i18n/problems.ts'

describe('the fields of telephony', () => {
  test('a host is a name or an address and nothing around it', () => {
    for (const host of ['sip.example.com', '192.0.2.7', '2001:db8::7', 'localhost', 'sip.example.com.']) expect(isHost(host), host).toBe(true)
    for (const host of ['', 'sip:example.com', 'a b', 'example.com:5060', '-x', 'a'.repeat(254), 'http://x']) expect(isHost(host), host).toBe(false)
  })

  test('numbers are read in the digits of either language', () => {
    expect(port('5060')).toBe(5060)
    expect(port(' ٥٠٦٠ ')).toBe(5060)
    expect(port('۵۰۶۰')).toBe(5060)
    for (const text of ['', '0', '65536', '5o6o', '50.6', '-1']) expect(port(text), text).toBeNull()
    expect(wholeNumber('0', 0, 10)).toBe(0)
    expect(wholeNumber('11', 0, 10)).toBeNull()
    expect(latinDigits('+٤٩ ٣٠ 7')).toBe('+49 30 7')
  })

  test('entries stand on lines or between commas', () => {
    expect(entries(' a.example \n\n192.0.2.1، b.example,c ')).toEqual(['a.example', '192.0.2.1', 'b.example', 'c'])
    expect(entries(' ')).toEqual([])
  })
})

describe('a trunk', () => {
  const good = { ...emptyTrunk(1), name: 'Provider', host: 'sip.example.com' }

  test('is right with a name and a host', () => {
    expect(wrongTrunk(good, false)).toEqual({})
    expect(wishOf(good)).toMatchObject({ port: 5060, position: 1, user: null, password: null, alsoFrom: [] })
  })

  test('says at each field at once what is missing', () => {
    expect(wrongTrunk({ ...emptyTrunk(1), port: 'x', registers: true }, false)).toEqual({
      name: 'admin.nameWrong',
      host: 'admin.hostMissing',
      port: 'admin.portWrong',
      user: 'admin.userNeeded',
    })
  })

  test('keeps a password that is not given anew, and needs one where there is none', () => {
    const user = { ...good, user: 'hiwar' }
    expect(wrongTrunk(user, true)).toEqual({})
    expect(wrongTrunk(user, false)).toEqual({ password: 'admin.passwordMissing' })
    expect(wishOf(user)).toMatchObject({ user: 'hiwar', password: null })
    expect(wrongTrunk({ ...good, password: 'x' }, true)).toEqual({ user: 'admin.userMissing' })
  })

  test('has a sentence for each refusal of a field', () => {
    for (const code of Object.keys(TRUNK_FIELDS)) expect(sentenceOf(code), code).not.toBe('problem.unforeseen')
  })
})

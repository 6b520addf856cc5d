import { describe, expect, test } from 'vitest'
import { segmentsOf } from '../src/writing/segments.ts'
import cases from './segments.cases.json' with { type: 'json' }

describe('the segments of an SMS', () => {
  for (const { what, text, times, encoding, segments, left } of cases)
    test(what, () => expect(segmentsOf(text.repeat(times))).toEqual({ encoding, segments, left }))
})

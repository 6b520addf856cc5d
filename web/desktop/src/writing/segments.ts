/// How many segments of SMS a text takes, counted as the server counts when it sends (`org.hiwar.sms.text.Segments`):
/// test/segments.cases.json holds both together.
export interface Segments {
  readonly encoding: 'GSM7' | 'UCS2'
  readonly segments: number
  /// Units that still fit into the last segment; a character may take more than one.
  readonly left: number
}

/// The 7-bit default alphabet (3GPP TS 23.038, 6.2.1).
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/// What it has behind an escape: two septets each.
const extended = new Set('\f^{}\\[~]|€')

/// Units in a message of one segment, and in each segment of a longer one.
const sizes = { GSM7: { alone: 160, each: 153 }, UCS2: { alone: 70, each: 67 } } as const

export function segmentsOf(text: string): Segments {
  const characters = [...text]
  const encoding = characters.every((one) => basic.has(one) || extended.has(one)) ? 'GSM7' : 'UCS2'
  const units = characters.map((one) =>
    encoding === 'UCS2' ? one.length : extended.has(one) ? 2 : 1,
  )
  const { alone, each } = sizes[encoding]
  const total = units.reduce((sum, one) => sum + one, 0)
  if (total <= alone) return { encoding, segments: 1, left: alone - total }

  let segments = 1
  let left: number = each
  for (const one of units) {
    if (one > left) {
      segments += 1
      left = each
    }
    left -= one
  }
  return { encoding, segments, left }
}

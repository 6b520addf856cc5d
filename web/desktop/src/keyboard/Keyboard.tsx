import { Suspense } from 'react'
import { seldom } from '../seldom.ts'
import { useShortcut } from './keys.ts'
import { openForKeys, type Opened, useOpened } from './opened.ts'

const Palette = seldom((later) => later.Palette)
const ShortcutSheet = seldom((later) => later.ShortcutSheet)

/// The one may have led to the other meanwhile.
const closes = (what: Opened) => () => {
  if (useOpened.getState().opened === what) openForKeys(null)
}
const closePalette = closes('PALETTE')
const closeSheet = closes('SHEET')

/// The commands, and the sheet of what the keyboard can do, from anywhere in the desktop.
export function Keyboard() {
  const opened = useOpened((all) => all.opened)
  useShortcut('palette', () => openForKeys('PALETTE'))
  useShortcut('help', () => openForKeys('SHEET'))
  return (
    <Suspense fallback={null}>
      {opened === 'PALETTE' && <Palette onClose={closePalette} />}
      {opened === 'SHEET' && <ShortcutSheet onClose={closeSheet} />}
    </Suspense>
  )
}

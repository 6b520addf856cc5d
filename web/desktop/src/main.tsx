import './theme/styles.ts'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { speak } from './i18n/language.ts'
import { unlockSound } from './offer/ring.ts'

const place = document.getElementById('desktop')
if (place === null) throw new Error('The page has no place for the desktop')

// boot.js has put the language on the page already.
await speak(document.documentElement.lang === 'ar' ? 'ar' : 'en')
// After the frame that shows what the touch did: to open the sound takes a moment.
const unlockSoon = () => requestAnimationFrame(() => setTimeout(unlockSound))
window.addEventListener('pointerdown', unlockSoon, { once: true })
window.addEventListener('keydown', unlockSoon, { once: true })
createRoot(place).render(<App />)

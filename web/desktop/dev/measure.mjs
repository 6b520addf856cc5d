// What an agent's browser does with the desktop, in figures: a line of JSON for each value, as bench/run reads them.
// Needs a built Hiwar that runs, an agent's session in it, and Chromium:
//   node dev/measure.mjs opening|scrolling|day '{"origin":…,"workspace":…,"entry":…,"cookie":…,"conversation":…,…}'

import { closeBrowser, whatIsShown } from './measure/browser.mjs'
import { day } from './measure/day.mjs'
import { opening } from './measure/opening.mjs'
import { scrolling } from './measure/scrolling.mjs'

const parts = { opening, scrolling, day }
const [part, given] = process.argv.slice(2)
const measured = (name, unit, value, where = {}) => console.log(JSON.stringify({ name, unit, where, value }))

try {
  await parts[part](JSON.parse(given), measured)
} catch (error) {
  console.error(await whatIsShown())
  throw error
} finally {
  await closeBrowser()
}

// How smoothly the lists scroll, letters appear and conversations open, in a second and without a server of Hiwar's: as
// bench/run desktop scrolling measures it, at the stand-in. Needs a build and Chromium, and a machine that is left alone:
//   npm run build && node dev/frames.mjs [messages] [conversations]

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { closeBrowser } from './measure/browser.mjs'
import { scrolling } from './measure/scrolling.mjs'

const messages = Number(process.argv[2] ?? 1_000)
const conversations = Number(process.argv[3] ?? 200)
const fake = spawn(process.execPath, [fileURLToPath(new URL('./fake-server.mjs', import.meta.url)), '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const origin = await new Promise((done) => fake.stdout.once('data', (line) => done(String(line).trim().replace(/\/$/, ''))))
const post = (path, body) => fetch(origin + path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Hiwar': '1' }, body: JSON.stringify(body) })
const play = async (what, body = {}) => (await post(`/dev/${what}`, body)).json()

try {
  await play('reset')
  const login = await post('/api/login', { login: 'sam', password: 'sam-demo' })
  const { first: conversation } = await play('scene', { login: 'sam', messages })
  await play('crowd', { login: 'sam', count: conversations - 2 })
  const [cookie] = login.headers.get('set-cookie').split(';')
  await scrolling({ origin, cookie, conversation, messages, rounds: 1 }, (name, unit, value, where) =>
    console.log(`${where.list ?? ''} ${name}: ${Math.round(value * 10) / 10} ${unit}`.trim()),
  )
} finally {
  await closeBrowser()
  fake.kill()
}

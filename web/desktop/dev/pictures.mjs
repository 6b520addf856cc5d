// Takes a picture of every screen, in both languages and themes, and checks each with axe. Needs a build and Chromium:
//   npm run build && node dev/pictures.mjs [folder] [language.theme…] [walk…]

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const folder = process.argv[2] ?? fileURLToPath(new URL('../pictures', import.meta.url))
const given = process.argv.slice(3)
const only = given.filter((one) => one.includes('.'))
const walks = Object.entries({ walk, administration, writing, past }).filter(([name]) => given.every((one) => one.includes('.')) || given.includes(name))
mkdirSync(folder, { recursive: true })

const chrome =
  process.env.HIWAR_CHROME ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
// Evaluated, not put into the page: the policy of the page would refuse it, and shall.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const fake = spawn(process.execPath, [fileURLToPath(new URL('./fake-server.mjs', import.meta.url)), '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const origin = await new Promise((done) => fake.stdout.once('data', (line) => done(String(line).trim().replace(/\/$/, ''))))
const play = async (what, body = {}) =>
  (await fetch(`${origin}/dev/${what}`, { method: 'POST', body: JSON.stringify(body) })).json()

const browser = await chromium.launch({
  executablePath: chrome,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--mute-audio'],
})
let violations = 0

async function picture(page, name) {
  await page.waitForTimeout(350)
  await page.screenshot({ path: `${folder}/${name}.png` })
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return result.violations.map((one) => `${one.id}: ${one.help} — ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${node.any.concat(node.all).map((check) => check.message).join('; ')})`).join(' | ')}`)
  })
  violations += found.length
  for (const line of found) console.log(`${name}  ${line}`)
}

const administrators = { ar: ['nada', 'nada-demo'], en: ['admin', 'admin-demo'] }
const agents = { ar: ['amal', 'amal-demo'], en: ['sam', 'sam-demo'] }
try {
  for (const language of ['en', 'ar']) {
    for (const theme of ['light', 'dark']) {
      if (only.length > 0 && !only.includes(`${language}.${theme}`)) continue
      for (const [, go] of walks) await go(language, theme)
    }
  }
} finally {
  await browser.close()
  fake.kill()
}
console.log(violations === 0 ? 'axe: no violation' : `axe: ${violations} violations`)
process.exitCode = violations === 0 ? 0 : 1

async function calls(page, end, login, contact) {
  await page.getByTestId('telephone').click()
  await page.getByTestId('telephone-check').waitFor()
  await picture(page, `telephone.${end}`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const { conversation, interaction } = await play('ring', { login, number: '+963955555077', seconds: 30 })
  await page.getByTestId('offer').waitFor()
  await picture(page, `offer-call.${end}`)
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('call-bar').waitFor()
  await picture(page, `call.${end}`)
  await page.getByTestId('call-hold').click()
  await page.locator('[data-testid=call-bar][data-state=HELD]').waitFor()
  await page.getByTestId('call-mute').click()
  await play('call', { interaction, state: 'HELD', recording: 'PAUSED', quality: { kind: 'NETWORK_LOSES', value: 8 } })
  await picture(page, `call-held.${end}`)
  await page.getByTestId('call-hold').click()
  await page.getByTestId('call-keypad').click()
  await page.keyboard.type('123#')
  await picture(page, `keypad.${end}`)
  await page.keyboard.press('Escape')
  await page.getByTestId('call-transfer').click()
  await picture(page, `transfer.${end}`)
  await page.keyboard.press('Escape')
  await page.getByTestId('call-consult').click()
  await page.getByTestId('colleague').first().waitFor()
  await picture(page, `consult.${end}`)
  await page.locator('[data-testid=colleague][aria-disabled=false]').first().click()
  await page.getByTestId('consultation-entry').waitFor()
  await picture(page, `consult-ringing.${end}`)
  await play('consult', { interaction, state: 'CONNECTED' })
  await page.locator('[data-testid=consultation][data-state=CONNECTED]').waitFor()
  await picture(page, `consult-talking.${end}`)
  await page.getByTestId('talk-customer').click()
  await page.locator('[data-testid=consultation][data-state=HELD]').waitFor()
  await picture(page, `consult-customer.${end}`)
  await page.getByTestId('consult-conference').click()
  await page.locator('[data-testid=consultation][data-state=CONFERENCE]').waitFor()
  await picture(page, `conference.${end}`)
  await play('consult', { interaction, state: 'ENDED', result: 'NO_ANSWER' })
  await page.locator('[data-testid=consultation][data-state=ENDED]').waitFor()
  await picture(page, `consult-failed.${end}`)
  await page.getByTestId('call-consult').click()
  await page.getByTestId('consult-who').fill('+49 30 123')
  await picture(page, `consult-number.${end}`)
  await page.keyboard.press('Escape')
  await play('consult', { interaction, state: 'ENDED', result: null })
  await play('call', { interaction, state: 'CONNECTED' })
  await page.getByTestId('call-end').click()
  await page.getByTestId('call-bar').waitFor({ state: 'detached' })
  await picture(page, `call-ended.${end}`)
  await page.getByTestId('disposition').click()
  await page.getByRole('option').last().click()
  await page.getByTestId('complete').click()
  await page.locator(`[data-conversation="${conversation}"]`).waitFor({ state: 'detached' })

  const { first } = await play('scene', { login })
  await page.locator(`[data-conversation="${first}"]`).click()
  await page.getByTestId('contact-panel').getByTestId('call-number').first().click()
  await page.getByTestId('call-bar').waitFor()
  await picture(page, `dialling.${end}`)
  const dialled = await page.evaluate(async () => (await (await fetch('/api/desk')).json()).conversations.flatMap((one) => one.interactions).find((one) => one.call?.state === 'DIALLING').id)
  await play('call', { interaction: dialled, state: 'CONNECTED', recording: 'ON' })
  await picture(page, `call-and-chat.${end}`)
  await play('call', { interaction: dialled, state: 'CONNECTED', result: 'BUSY' })
  await page.getByTestId('call-end').click()
  await page.getByTestId('call-bar').waitFor({ state: 'detached' })
  await picture(page, `busy.${end}`)
  await page.goto(`${origin}/contacts/${contact}/activities`)
  await page.getByTestId('activity-detail').waitFor()
}

/// Calls among colleagues, and what calls come to.
async function colleagues(page, end, login, language) {
  const [colleague, customer] = language === 'ar' ? ['رنا', 'ليلى حداد'] : ['Lena Fischer', 'Jane Miller']
  await page.getByTestId('dial-number').click()
  await page.getByTestId('person').first().waitFor()
  await picture(page, `people.${end}`)
  await page.keyboard.type('kha')
  await picture(page, `people-found.${end}`)
  await page.keyboard.press('Enter')
  await page.getByTestId('side-call').waitFor()
  await picture(page, `side-calling.${end}`)
  await page.getByTestId('side-end').click()
  await page.getByTestId('side-call').waitFor({ state: 'detached' })
  await play('side', { login, kind: 'INTERNAL', with: colleague })
  await page.getByTestId('side-offer').waitFor()
  await picture(page, `side-offer.${end}`)
  await page.keyboard.press('Control+Enter')
  await page.locator('[data-testid=side-call][data-state=CONNECTED]').waitFor()
  await picture(page, `side-talking.${end}`)
  await play('side', { login, kind: 'CONSULTATION', with: colleague, about: { conversation: '1', interaction: '2', contactName: customer } })
  await play('offer', { login, name: null, text: '…', seconds: 25 })
  await page.getByTestId('offer').waitFor()
  await picture(page, `side-asked.${end}`)
  await page.getByTestId('offer').getByRole('button').first().click()
  await page.keyboard.press('Control+Enter')
  await page.locator('[data-testid=side-call][data-kind=CONSULTATION]').waitFor()
  await picture(page, `side-consulted.${end}`)
  await play('side', { login })
  await page.getByTestId('telephone').click()
  await page.getByTestId('device').click()
  await picture(page, `device.${end}`)
  await page.locator('.mantine-Select-option').nth(2).click()
  await page.locator('[data-testid=telephone][data-state=PHONE_AWAY]').waitFor()
  await picture(page, `device-away.${end}`)
  await page.getByTestId('device').click()
  await page.locator('.mantine-Select-option').last().click()
  await page.getByTestId('device-number').fill('12')
  await page.keyboard.press('Enter')
  await picture(page, `device-number.${end}`)
  await page.getByTestId('device-number').fill('+49 30 1234567')
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=telephone][data-state=NUMBER]').waitFor()
  await picture(page, `device-own.${end}`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/// The stand-in for the server has no media: in the page, the connection says that it is there.
function aTelephoneThatConnects() {
  window.RTCPeerConnection = class extends EventTarget {
    connectionState = 'new'
    signalingState = 'stable'
    localDescription = { sdp: '' }
    #silence = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]
    addTransceiver() {
      return { sender: { transport: new EventTarget(), replaceTrack: async () => {} }, receiver: { track: this.#silence } }
    }
    async setLocalDescription() {}
    async setRemoteDescription() {
      this.connectionState = 'connected'
      setTimeout(() => this.dispatchEvent(new Event('connectionstatechange')))
    }
    close() {
      this.connectionState = 'closed'
    }
  }
}

/// An agent writes by every channel.
async function writing(language, theme) {
  const [login, password] = agents[language]
  const end = `${language}.${theme}`
  const arabic = language === 'ar'
  await play('reset')
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: arabic ? 'ar-SY' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('console', (line) => line.type() === 'error' && !/net::|WebSocket|401|409/.test(line.text()) && console.log(`${end} console: ${line.text()}`))
  page.on('pageerror', (error) => console.log(`${end} page: ${error.message}`))
  await page.goto(`${origin}/login`)
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('[type=submit]').click()
  await page.getByTestId('state-selector').waitFor()
  const { first, contact } = await play('scene', { login })
  await page.locator(`[data-testid=conversation-entry][data-conversation="${first}"]`).click()
  const tab = (channel) => page.locator(`[data-testid=channel-tab][data-channel=${channel}]`)
  await tab('sms').waitFor()
  await picture(page, `channels.${end}`)
  await page.getByTestId('composer').fill(arabic ? 'تم. العنوان الجديد محفوظ' : 'Done, the new address is kept')
  await tab('sms').click()
  await page.getByTestId('composer').fill(arabic ? 'تم تغيير عنوان الطلب RX-40721 إلى شارع الميناء 12. التوصيل صباح الخميس.' : 'RX-40721 goes to 12 Harbour Street, Thursday 09:00 to 12:00.')
  await picture(page, `sms.${end}`)
  await page.getByTestId('send').click()
  await page.locator('[data-testid=delivery][data-state=WAITING]').waitFor()
  await play('deliver', { conversation: first, seq: 7, state: 'DELIVERED' })
  await page.locator('[data-testid=delivery][data-state=DELIVERED]').waitFor()
  await page.getByTestId('composer').fill(arabic ? 'وهذا رقم السائق' : 'And this is the driver’s number')
  await page.getByTestId('send').click()
  await page.locator('[data-testid=delivery][data-state=WAITING]').waitFor()
  await play('deliver', { conversation: first, seq: 8, state: 'FAILED', failure: 'barred' })
  await page.getByTestId('send-again').waitFor()
  const photo = await play('file', { name: 'door.png', type: 'image/png', bytes: 48_000 })
  const paper = await play('file', { name: 'invoice RX-40721.pdf', type: 'application/pdf', bytes: 84_000 })
  await play('write', { conversation: first, channel: 'sms', from: '+963 944 555 018', text: arabic ? 'شكرًا، وصلتني' : 'Thank you, got it', writtenAt: new Date(Date.now() - 3_600_000).toISOString() })
  await play('window', { open: true })
  await play('write', { conversation: first, channel: 'whatsapp', from: '+963 944 555 018', text: arabic ? 'هذا باب البناية' : 'This is the door', files: [photo, paper, { ...paper, name: 'voice.ogg', state: 'PENDING' }] })
  await page.getByTestId('file').first().waitFor()
  await picture(page, `whatsapp.${end}`)
  await play('write', {
    conversation: first, channel: 'email', from: 'layla.h@example.com', cc: ['office@example.com'], html: true, files: [paper],
    subject: arabic ? 'تغيير عنوان الطلب RX-40721' : 'New address for RX-40721',
    text: arabic ? 'مرحبًا،\nأرفقتُ الفاتورة وعليها العنوان الجديد.\nمع التحية، ليلى' : 'Hello,\nthe invoice with the new address is attached.\nKind regards, Layla',
  })
  await page.getByTestId('email-open').waitFor()
  await picture(page, `email.${end}`)
  await page.getByTestId('email-open').click()
  await page.getByTestId('email-frame').waitFor()
  await picture(page, `email-open.${end}`)
  await page.keyboard.press('Escape')
  await page.getByTestId('email-reader').waitFor({ state: 'detached' })
  await page.getByTestId('email-reply-all').click()
  await page.getByTestId('composer').fill(arabic ? 'تم تعديل العنوان.' : 'The address is changed.')
  await page.getByTestId('attach-file').setInputFiles({ name: 'itinerary.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(84_000) })
  await page.locator('[data-testid=attached][data-state=READY]').waitFor()
  await page.getByTestId('mail-cc').fill('office@example.com, layla@')
  await page.getByTestId('mail-subject').focus()
  await picture(page, `email-reply.${end}`)
  await page.getByTestId('mail-cc').fill('office@example.com')
  await page.getByTestId('send').click()
  await page.getByTestId('email').nth(1).waitFor()
  await picture(page, `email-sent.${end}`)
  await page.getByTestId('address-more').first().click()
  await picture(page, `address-menu.${end}`)
  await page.getByTestId('opt-out').first().click()
  await page.getByTestId('opted-out').waitFor()
  await tab('sms').click({ force: true })
  await picture(page, `opted-out.${end}`)
  await page.goto(`${origin}/contacts/${contact}/activities`)
  await page.getByTestId('activity-detail').waitFor()
  await page.getByTestId('write-again').click()
  await page.getByTestId('write-dialog').getByTestId('composer').waitFor()
  await picture(page, `write.${end}`)
  await context.close()
}

/// An administrator sets up telephony.
async function administration(language, theme) {
  const [login, password] = administrators[language]
  const end = `${language}.${theme}`
  await play('reset')
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === 'ar' ? 'ar-SY' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('console', (line) => line.type() === 'error' && !/net::|401|403|409|422/.test(line.text()) && console.log(`${end} console: ${line.text()}`))
  page.on('pageerror', (error) => console.log(`${end} page: ${error.message}`))
  await page.goto(`${origin}/login`)
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('[type=submit]').click()
  const items = page.getByTestId('admin-item')
  await items.first().waitFor()
  await picture(page, `admin-trunks.${end}`)
  await items.first().click()
  await page.getByTestId('trunk-test-run').click()
  await page.locator('[data-testid=trunk-test][data-works=true]').waitFor()
  await picture(page, `admin-trunk.${end}`)
  await items.nth(1).click()
  await page.getByTestId('trunk-test-run').click()
  await page.locator('[data-testid=trunk-test][data-works=false]').waitFor()
  await page.getByTestId('admin-remove').click()
  await page.getByTestId('admin-remove-sure').click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await picture(page, `admin-remove.${end}`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByTestId('trunk-name').fill('Levant Telecom')
  await page.getByTestId('admin-save').click()
  await page.getByTestId('admin-problem').waitFor()
  await page.getByTestId('admin-new').click()
  await page.getByTestId('trunk-host').fill('sip:levant.example')
  await page.getByTestId('trunk-user').fill('hiwar')
  await page.getByTestId('admin-save').click()
  await page.getByTestId('admin-problem').waitFor()
  await picture(page, `admin-trunk-new.${end}`)
  await page.getByTestId('admin-numbers').click()
  await items.first().click()
  await picture(page, `admin-number.${end}`)
  await page.getByTestId('admin-new').click()
  await page.getByTestId('admin-save').click()
  await page.getByTestId('admin-problem').waitFor()
  await picture(page, `admin-number-new.${end}`)
  await page.getByTestId('admin-services').click()
  await items.first().click()
  await page.getByTestId('voice-recording').waitFor()
  await picture(page, `admin-service.${end}`)
  await page.getByTestId('admin-outgoing').click()
  await page.getByTestId('limits-minute').fill('many')
  await page.getByTestId('limits-premium').check()
  await page.getByTestId('admin-save').click()
  await page.getByTestId('admin-problem').waitFor()
  await picture(page, `admin-outgoing.${end}`)
  await page.getByTestId('admin-discard').click()
  await page.getByTestId('admin-phones').click()
  await items.first().click()
  await picture(page, `admin-phone.${end}`)
  await page.getByTestId('admin-new').click()
  await page.getByTestId('phone-login').fill('store')
  await page.getByTestId('admin-save').click()
  await page.getByTestId('admin-problem').waitFor()
  await picture(page, `admin-phone-new.${end}`)
  await page.getByTestId('admin-entries').click()
  await items.first().click()
  await picture(page, `admin-entry.${end}`)
  await play('bare')
  await page.goto(`${origin}/administration/trunks`)
  await page.locator('.admin-none').waitFor()
  await picture(page, `admin-none.${end}`)
  await page.getByTestId('admin-numbers').click()
  await page.locator('.admin-none').waitFor()
  await picture(page, `admin-numbers-none.${end}`)
  await context.close()
}

/// What was before with a contact: found, read, followed up.
async function past(language, theme) {
  const [login, password] = agents[language]
  const end = `${language}.${theme}`
  await play('reset')
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === 'ar' ? 'ar-SY' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('console', (line) => line.type() === 'error' && !/net::|WebSocket|401|409/.test(line.text()) && console.log(`${end} console: ${line.text()}`))
  page.on('pageerror', (error) => console.log(`${end} page: ${error.message}`))
  await page.goto(`${origin}/login`)
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('[type=submit]').click()
  await page.getByTestId('state-selector').waitFor()
  const { first } = await play('scene', { login })
  await page.locator('.rail a[href="/contacts"]').click()
  await page.getByTestId('contact-entry').first().click()
  await page.locator('#contact-tab-activities').click()
  await page.getByTestId('activity-filter-open').click()
  await page.getByTestId('activity-text').fill('a')
  await page.getByTestId('activity-asked').waitFor()
  await page.getByTestId('activity-filter-from').fill('2026-01-01')
  await picture(page, `activities-filtered.${end}`)
  await page.getByTestId('activity-text').fill('qqq')
  await page.getByTestId('activities-none-fit').waitFor()
  await picture(page, `activities-none.${end}`)
  await page.getByTestId('activity-clear').click()
  await page.getByTestId('activity-filter-open').click()
  for (const [minutes, note] of [[5, language === 'ar' ? 'تأكيد المقعد مع العميل' : 'Confirm the seat'], [60 * 30, '']]) {
    await page.getByTestId('activity').last().click()
    await page.getByTestId('schedule-follow-up').click()
    const at = new Date(Date.now() + minutes * 60_000)
    const two = (n) => String(n).padStart(2, '0')
    await page.getByTestId('follow-up-at').fill(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`)
    await page.getByTestId('follow-up-note').fill(note)
    if (note !== '') await picture(page, `follow-up-form.${end}`)
    await page.getByTestId('follow-up-save').click()
    await page.getByTestId('follow-up-form').waitFor({ state: 'hidden' })
  }
  await picture(page, `follow-ups-of.${end}`)
  await page.getByTestId('reminder').waitFor()
  await page.getByTestId('reminder-open').click()
  await picture(page, `follow-up.${end}`)
  await play('late', { login })
  await page.locator('.rail a[href="/follow-ups"]').click()
  await page.reload()
  await page.getByTestId('reminder').waitFor()
  await picture(page, `follow-ups.${end}`)
  await page.locator('.rail a[href="/conversations"]').click()
  await page.locator(`[data-testid=conversation-entry][data-conversation="${first}"]`).click()
  await page.locator('[data-testid=contact-panel] [role=tab]').last().click()
  await picture(page, `panel-activities.${end}`)
  await page.locator('[data-testid=contact-panel] [data-testid=activity]').last().click()
  await picture(page, `panel-activity.${end}`)
  await page.goto(`${origin}/help/contacts`)
  await picture(page, `help-contacts.${end}`)
  await context.close()
}

async function walk(language, theme) {
  const [login, password] = agents[language]
  const end = `${language}.${theme}`
  await play('reset')
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === 'ar' ? 'ar-SY' : 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  await context.grantPermissions(['microphone'])
  const page = await context.newPage()
  await page.addInitScript(aTelephoneThatConnects)
  page.on('console', (line) => line.type() === 'error' && !/net::|WebSocket|401|503|409/.test(line.text()) && console.log(`${end} console: ${line.text()}`))
  page.on('pageerror', (error) => console.log(`${end} page: ${error.message}`))
  await page.goto(`${origin}/`)
  await page.waitForURL('**/login')
  await picture(page, `login.${end}`)
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('wrong')
  await page.locator('[type=submit]').click()
  await page.waitForTimeout(200)
  await picture(page, `login-wrong.${end}`)
  await page.locator('input[name=password]').fill(password)
  await page.locator('[type=submit]').click()
  await page.getByTestId('state-selector').waitFor()
  await picture(page, `empty.${end}`)

  const { first, contact } = await play('scene', { login })
  await page.getByTestId('conversation-entry').first().waitFor()
  await page.locator(`[data-conversation="${first}"]`).click()
  await page.getByTestId('composer').fill(language === 'ar' ? 'تم. سيصلك تأكيد العنوان الجديد' : 'Done. You will receive a confirmation')
  await page.getByTestId('notes').fill(language === 'ar' ? 'عنوان جديد للطلب RX-40721.' : 'New address for RX-40721.')
  await play('typing', { conversation: first })
  await page.waitForTimeout(900)
  await picture(page, `desktop.${end}`)

  await page.getByTestId('state-selector').click()
  await picture(page, `state-menu.${end}`)
  await page.keyboard.press('Escape')
  await page.locator('.user').click()
  await picture(page, `user-menu.${end}`)
  await page.getByRole('menuitem').nth(1).click()
  await page.getByRole('dialog').waitFor()
  await picture(page, `password.${end}`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.user').click()
  await page.getByRole('menuitem').nth(2).click()
  await page.locator('.sessions li').first().waitFor()
  await picture(page, `sessions.${end}`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await picture(page, `shortcuts.${end}`)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.person .ib').click()
  await page.locator('.group .label button').first().click()
  await page.keyboard.type('not an address')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(300)
  await picture(page, `editing.${end}`)
  await page.keyboard.press('Escape')
  await page.locator('.name-form .ib').last().click()

  await play('offer', { login, name: null, text: language === 'ar' ? 'هل يمكن إلغاء الطلب قبل الشحن؟' : 'Can I cancel an order before it ships?', seconds: 25 })
  await page.getByTestId('offer').waitFor()
  await picture(page, `offer.${end}`)
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('offer').waitFor({ state: 'detached' })
  await picture(page, `accepted.${end}`)

  await page.locator(`[data-conversation="${first}"]`).click()
  await page.getByTestId('state-selector').click()
  await page.getByRole('menuitem').nth(1).click()
  await page.waitForTimeout(200)
  await play('server', { accepting: false })
  await page.getByTestId('send').click()
  await page.locator('.connbar').waitFor()
  await page.getByTestId('composer').fill(language === 'ar' ? 'سيصلك الإيصال' : 'The receipt follows')
  await page.waitForTimeout(600)
  await picture(page, `reconnecting.${end}`)
  await play('server', { accepting: true })
  await page.locator('[data-sync="in-sync"]').waitFor({ timeout: 15000 })
  await page.locator('.connbar').waitFor({ state: 'detached' })
  await play('server', { storing: false, healthy: false })
  await page.getByTestId('send').click()
  await page.waitForTimeout(1500)
  await picture(page, `not-stored.${end}`)
  await play('server', { storing: true, healthy: true })
  await page.locator('[data-sync="in-sync"]').waitFor()
  await page.locator('.by.bad .link').click()

  await play('end', { conversation: first })
  await page.getByTestId('disposition').waitFor()
  await page.waitForTimeout(300)
  await picture(page, `wrap-up.${end}`)
  await page.getByTestId('disposition').click()
  await picture(page, `disposition.${end}`)
  await page.getByRole('option').last().click()
  await page.waitForTimeout(1000)
  await page.getByRole('tab').nth(1).click()
  await picture(page, `wrap-up-ready.${end}`)
  await page.getByTestId('complete').click()
  await page.locator(`[data-conversation="${first}"]`).waitFor({ state: 'detached' })

  await calls(page, end, login, contact)

  await page.goto(`${origin}/conversations`)
  await page.getByTestId('state-selector').waitFor()
  await colleagues(page, end, login, language)

  await page.goto(`${origin}/contacts`)
  await page.getByTestId('contact-entry').first().waitFor()
  await picture(page, `contacts.${end}`)
  await page.goto(`${origin}/contacts/${contact}`)
  await page.getByTestId('address').first().waitFor()
  await picture(page, `contact-details.${end}`)
  await page.goto(`${origin}/contacts/${contact}/activities`)
  await page.getByTestId('activity-detail').waitFor()
  await picture(page, `activities.${end}`)
  await page.goto(`${origin}/contacts?query=${encodeURIComponent(language === 'ar' ? 'عميل 40721' : 'custo 40721')}`)
  await page.locator('.empty').first().waitFor()
  await picture(page, `contacts-none.${end}`)
  await context.close()
}

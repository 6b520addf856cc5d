/**
 * Walks the built widget through a real browser against the stand-in server: checks what a customer relies on, runs axe-core
 * in every state, and leaves a picture of each in test-results/pictures. `npm run build && npm run look [en|ar]`
 * The browser: HIWAR_CHROME, else a Chromium on the path.
 */
import assert from 'node:assert/strict';
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startFakeServer } from './fake-server.mjs';

const PICTURES = fileURLToPath(new URL('../test-results/pictures/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
const WORDS = {
  en: ['Hello, I need to move my flight to Thursday. Booking RX-40721.', 'Good morning. I can see it. Is the 09:40 flight good for you?', 'Yes, Thursday morning works for me.', 'Done. Your seat is held; the receipt is at https://example.com/r/40721.', 'Sam'],
  ar: ['مرحبًا، أحتاج إلى تأجيل رحلتي إلى يوم الخميس. رقم الحجز RX-40721.', 'صباح الخير. وجدتُ الحجز. هل تناسبك رحلة الساعة 09:40؟', 'نعم، صباح الخميس يناسبني.', 'تم. مقعدك محجوز، والإيصال على https://example.com/r/40721.', 'أمل'],
};

function browserOnPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const browser = await chromium.launch({
  executablePath: process.env.HIWAR_CHROME ?? browserOnPath(),
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
mkdirSync(PICTURES, { recursive: true });
const only = process.argv[2];
let pictures = 0;
try {
  for (const language of ['en', 'ar']) for (const screen of Object.keys(SCREENS)) if (!only || only === language) await walk(language, screen);
  await foreignPage();
  console.log(`walked; ${pictures} pictures in ${PICTURES}`);
} finally {
  await browser.close();
}

/** Somebody's old page: another origin, no encoding named, hostile styles, a strict policy. The widget looks the same there. */
async function foreignPage() {
  const fake = await startFakeServer();
  const { host } = new URL(fake.url);
  const policy = `default-src 'none'; script-src http://${host}; connect-src http://${host} ws://${host}; style-src 'self'; require-trusted-types-for 'script'`;
  const site = createServer((request, response) => {
    if (request.url === '/site.css') return response.writeHead(200, { 'content-type': 'text/css' }).end('* { color: red !important; font-size: 40px !important; display: block !important } div { display: none !important; opacity: .2 !important; transform: scale(.5) !important }');
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(`<!doctype html><html><head><link rel="stylesheet" href="/site.css"><script src="http://${host}/widget.js" data-entry="demo/web" data-language="ar" async></script></head><body><h1>Old site</h1></body></html>`);
  });
  await new Promise((listening) => site.listen(0, '127.0.0.1', listening));
  const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && !/favicon/.test(m.location().url) && complaints.push(m.text()));
  page.on('pageerror', (failure) => complaints.push(String(failure)));
  await page.goto(`http://127.0.0.1:${site.address().port}/`);
  const at = (name) => page.getByTestId(`widget-${name}`);
  await at('launcher').click();
  assert.match(await at('start').textContent(), /^بدء الدردشة$/);
  await at('start').click();
  await at('input').fill('مرحبًا');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=widget-message][data-state=stored]').waitFor();
  const box = await at('panel').boundingBox();
  assert.deepEqual([box.x, box.width, box.height], [24, 376, 584]);
  assert.equal(await at('message').evaluate((e) => getComputedStyle(e).fontSize), '15px');
  await at('call').click();
  await page.locator('[data-testid=widget-call-bar][data-state=CONNECTING]').waitFor();
  await page.screenshot({ path: join(PICTURES, '13-foreign-page.png') });
  pictures++;
  assert.deepEqual(complaints, [], 'foreign page');
  await context.close();
  await fake.stop();
  await new Promise((stopped) => site.close(stopped));
}

async function walk(language, screen) {
  const fake = await startFakeServer();
  fake.entry.name = language === 'ar' ? 'سفريات المثال' : 'Example Travel';
  const context = await browser.newContext({ ...SCREENS[screen], locale: language });
  const complaints = [];
  const open = async () => {
    const page = await context.newPage();
    page.on('console', (m) => m.type() !== 'log' && !/ERR_|WebSocket|status of 422/.test(m.text()) && complaints.push(m.text()));
    page.on('pageerror', (failure) => complaints.push(String(failure)));
    await page.goto(`${fake.url}/demo/shop.html?lang=${language}`);
    await page.evaluate(() => document.fonts.ready);
    return page;
  };
  const page = await open();
  const [ask, answer, yes, done, agent] = WORDS[language];
  const at = (name) => page.getByTestId(`widget-${name}`);
  const picture = async (name) => {
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(PICTURES, `${name}.${language}.${screen}.png`) });
    pictures++;
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), RULES);
    for (const v of violations) complaints.push(`axe ${name}: ${v.id}: ${v.nodes.map((n) => `${n.target.flat().join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
  };
  const stored = (text) => at('message').filter({ hasText: text }).and(page.locator('[data-state=stored]'));
  const focused = () => page.evaluate(() => {
    let e = document.activeElement;
    while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    return e?.dataset.testid ?? e?.tagName;
  });
  const send = async (text) => {
    await at('input').fill(text);
    await at('send').click();
  };

  await at('launcher').waitFor();
  await picture('1-closed');

  await at('launcher').click();
  if (screen === 'desktop') assert.equal(await focused(), 'widget-name');
  else assert.equal(await focused(), 'widget-panel');
  await page.keyboard.press('Escape');
  assert.equal(await at('panel').isVisible(), false);
  assert.equal(await focused(), 'widget-launcher');
  await at('launcher').click();
  await at('address').fill('mona at home');
  await at('start').click();
  assert.equal(await at('address').getAttribute('aria-invalid'), 'true');
  await picture('2-form-wrong');
  await at('name').fill(language === 'ar' ? 'منى الخطيب' : 'Mona Khatib');
  await at('address').fill('+963 944 555 111');
  await picture('3-form');
  await at('start').click();
  assert.equal(await focused(), 'widget-input');
  await send(ask);
  await stored(ask).waitFor();
  await page.locator('[data-testid=widget-state][data-state=WAITING]').waitFor();
  assert.deepEqual(fake.one().who, { name: language === 'ar' ? 'منى الخطيب' : 'Mona Khatib', address: '+963 944 555 111' });
  await picture('4-waiting');

  fake.accept(agent);
  fake.say(answer);
  await at('message').filter({ hasText: answer }).waitFor();
  await send(yes);
  await stored(yes).waitFor();
  fake.say(done);
  fake.type();
  await at('typing').waitFor();
  assert.equal(await page.getByRole('link', { name: 'https://example.com/r/40721' }).getAttribute('rel'), 'noopener noreferrer nofollow');
  await picture('5-chat');
  await at('typing').waitFor({ state: 'hidden', timeout: 7_000 });

  // Files: chosen, refused, taken away, sent with words, and there after a reload.
  const png = Buffer.from(await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 200;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#c8a24a';
    pen.fillRect(0, 0, 320, 200);
    pen.fillStyle = '#35507a';
    pen.fillRect(40, 60, 120, 100);
    return canvas.toDataURL('image/png').split(',')[1];
  }), 'base64');
  const attached = (state) => page.locator(`[data-testid=widget-attached][data-state=${state}]`);
  fake.refuseFile = 'visitor-file-not-allowed';
  await at('picker').setInputFiles({ name: 'setup.bin', mimeType: 'application/pdf', buffer: Buffer.from('x') });
  await attached('FAILED').waitFor();
  await at('picker').setInputFiles([{ name: language === 'ar' ? 'صورة الحقيبة.png' : 'suitcase.png', mimeType: 'image/png', buffer: png }, { name: 'booking RX-40721.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(84_000, 'p') }]);
  await attached('READY').nth(1).waitFor();
  await picture('5f-files-going');
  await attached('FAILED').getByTestId('widget-attached-remove').focus();
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'widget-attached-remove');
  await at('send').click();
  await at('file').nth(1).waitFor();
  assert.equal(await at('attached').count(), 0);
  await picture('5g-files');

  // A call beside the chat, as its server tells of it.
  const call = (state) => page.locator(`[data-testid=widget-call-bar][data-state=${state}]`).waitFor();
  await at('call').click();
  await call('CONNECTING');
  fake.call('WAITING');
  await call('WAITING');
  await picture('5a-call-waiting');
  fake.call('TALKING', agent);
  await call('TALKING');
  await at('call-mute').click();
  await picture('5b-call-muted');
  await at('call-mute').click();
  fake.call('HELD', agent);
  await call('HELD');
  await at(screen === 'desktop' ? 'launcher' : 'minimise').click();
  await picture('5c-call-folded');
  await at('launcher').click();
  fake.call('ENDED', null, 'LOST');
  await call('ENDED');
  await picture('5d-call-lost');
  await at('call-dismiss').click();
  assert.equal(await at('call-bar').isVisible(), false);

  // Markup stays words, and a bad server breaks nothing.
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  fake.say(markup);
  fake.raw('{"type":"message","seq":"x"}');
  fake.raw('nonsense');
  await at('message').filter({ hasText: markup }).waitFor();
  assert.notEqual(await page.title(), '1');

  // A reload shows everything at once and goes on.
  const before = await at('message').allTextContents();
  await page.reload();
  await at('panel').waitFor();
  assert.deepEqual(await at('message').allTextContents(), before);
  assert.equal(await focused(), 'BODY');

  // A second tab of the same visitor has the same chat; what one writes the other shows.
  const second = await open();
  const atSecond = (name) => second.getByTestId(`widget-${name}`);
  await atSecond('launcher').click();
  await atSecond('message').nth(before.length - 1).waitFor();
  await atSecond('input').fill('42');
  await atSecond('send').click();
  await at('message').filter({ hasText: /^42$/ }).waitFor();
  await second.close();

  // The line is lost, things are written on both sides, the page is even loaded again.
  fake.closed = true;
  fake.cut();
  await send('offline 1');
  await send('offline 2');
  await at('input').fill('a draft');
  await at('banner').filter({ visible: true }).waitFor();
  assert.equal(await page.locator('[data-testid=widget-message][data-state=sending]').count(), 2);
  await picture('6-lost');
  fake.say('said meanwhile');
  await page.reload();
  assert.equal(await page.locator('[data-testid=widget-message][data-state=sending]').count(), 2);
  assert.equal(await at('input').inputValue(), 'a draft');
  fake.closed = false;
  await stored('offline 2').waitFor({ timeout: 9_000 });
  await at('banner').waitFor({ state: 'hidden' });
  assert.deepEqual(fake.one().messages.map((m) => m.text).slice(-3), ['said meanwhile', 'offline 1', 'offline 2']);
  assert.deepEqual(await at('message').allTextContents(), fake.one().messages.map((m) => m.text));

  // Refused, and tried again; refused for good, and taken back.
  fake.refuseNext = { code: 'not-stored', retry: true };
  await send('refused once');
  await at('retry').waitFor();
  await picture('7-refused');
  await at('retry').click();
  await stored('refused once').waitFor();
  fake.refuseNext = { code: 'too-long', retry: false };
  await send('refused for good');
  await at('edit').click();
  assert.equal(await at('input').inputValue(), 'refused for good');
  await at('input').fill('x'.repeat(3_900));
  await at('note').filter({ visible: true }).waitFor();
  await at('input').fill('word '.repeat(1_000));
  assert.equal(await at('send').isDisabled(), true);
  await page.waitForTimeout(200);
  const below = await at('log').evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight);
  assert.ok(below < 2, `the last words are out of sight by ${below}`);
  await picture('8-too-long');
  await at('input').fill('');

  // Read back while something new arrives.
  for (let i = 1; i <= 6; i++) fake.say(`${answer} ${i}`);
  await at('message').filter({ hasText: `${answer} 6` }).waitFor();
  await at('log').evaluate((e) => (e.scrollTop = 0));
  fake.say('below');
  await at('below').filter({ visible: true }).waitFor();
  await picture('9-new-below');
  await at('below').click();

  // Closed: the number of unread messages.
  if (screen === 'desktop') await at('launcher').click();
  else await at('minimise').click();
  fake.say(answer);
  fake.say(done);
  await at('unread').filter({ hasText: '2' }).waitFor();
  await picture('10-unread');
  await at('launcher').click();
  assert.equal(await at('unread').isVisible(), false);

  fake.quiet(new Date(Date.now() + 300_000).toISOString());
  await picture('10a-quiet');
  await at('end').click();
  assert.equal(await focused(), 'widget-end-cancel');
  await picture('11-end');
  await page.keyboard.press('Escape');
  assert.equal(await at('panel').isVisible(), true);
  await at('end').click();
  await at('end-confirm').click();
  await page.locator('[data-testid=widget-state][data-state=ENDED]').waitFor();
  await picture('12-ended');
  await at('star-4').check({ force: true });
  await at('remark').fill(language === 'ar' ? 'سريعة ولطيفة' : 'Quick and kind');
  await picture('12a-rating');
  await at('rate').click();
  await at('rated').waitFor();
  await picture('12b-rated');
  await at('new').click();
  assert.equal(await at('message').count(), 0);
  await send(yes);
  await stored(yes).waitFor();
  assert.equal(await at('message').count(), 1);
  assert.equal(await page.locator('[data-testid=widget-state]').getAttribute('data-state'), 'WAITING');
  fake.end();
  await at('new').waitFor();

  // Nobody is there: a message is left.
  fake.entry.open = false;
  fake.entry.inHours = false;
  fake.entry.opens = '2026-11-29T06:00:00Z';
  fake.entry.side = 'START';
  fake.entry.form = { name: 'NO', email: 'REQUIRED', phone: 'OPTIONAL' };
  await page.reload();
  await at('new').click();
  await at('words').waitFor();
  await at('start').click();
  await picture('13-leave-wrong');
  await at('email').fill('mona@example.com');
  await at('words').fill(ask);
  await picture('13a-leave');
  await at('start').click();
  await stored(ask).waitFor();
  await picture('13b-left');

  assert.deepEqual(complaints, [], `${language} ${screen}`);
  await context.close();
  await fake.stop();
}

import { shown, type Chat } from './chat';
import { titleOf, type Entry } from './entry';
import type { Message } from './frames';
import { CATALOGUES, type Language } from './texts';
import { times } from './view/scene';

/** What was said, as a page of its own that any browser shows without asking anybody for anything. */
export function transcript(chat: Chat, entry: Entry, language: Language): string {
  const texts = CATALOGUES[language];
  const when = times(language, texts);
  const title = safe(titleOf(entry, language));
  let day = '';
  const line = ({ from, name, text, at }: Message) => {
    const time = Date.parse(at);
    const now = when.date(time);
    const heading = now === day ? '' : `<h2>${safe(now)}</h2>`;
    day = now;
    const who = from === 'CUSTOMER' ? texts.you : from === 'AGENT' ? (name ?? titleOf(entry, language)) : '';
    return `${heading}<p><b><bdi>${safe(who)}</bdi> <small dir="ltr">${when.clock(time)}</small></b><span dir="auto">${safe(text)}</span></p>`;
  };
  const lines = [...(chat.earlier?.messages ?? []), ...shown(chat)].map(line).join('\n');
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:42em;margin:2em auto;padding:0 1em}h2{font-size:1em;color:#555;margin-top:2em}p{margin:.8em 0}b{display:block}small{font-weight:400;color:#555}span{white-space:pre-wrap}</style>
<h1>${title}</h1>
${lines}
</html>
`;
}

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

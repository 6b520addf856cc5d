import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUES, chooseLanguage, count, say, type Texts } from '../src/texts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('texts.ts'))
  .map((name) => readFileSync(`src/${name}`, 'utf8'));

describe('the texts', () => {
  const keys = Object.keys(CATALOGUES.en) as (keyof Texts)[];

  it('haveEveryKeyInEveryLanguage', () => {
    for (const texts of Object.values(CATALOGUES)) {
      expect(Object.keys(texts).sort()).toEqual([...keys].sort());
      for (const key of keys) expect(texts[key], key).toBeTruthy();
    }
  });

  it('putTheSameValuesIntoEveryLanguage', () => {
    const names = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();
    for (const key of keys) expect(names(CATALOGUES.ar[key]), key).toEqual(names(CATALOGUES.en[key]));
  });

  it('areAllUsed', () => {
    for (const key of keys) expect(sources.some((s) => s.includes(`texts.${key}`)), key).toBe(true);
  });

  it('standNowhereElse', () => {
    for (const source of sources) expect(source).not.toMatch(/['"`>][^'"`\n]*[\u0621-\u064a]{2}/);
  });

  it('haveTheSixFormsOfArabic', () => {
    const { unread } = CATALOGUES.ar;
    expect([1, 2, 3, 11, 100].map((n) => count('ar', unread, n))).toEqual([
      'رسالة واحدة غير مقروءة', 'رسالتان غير مقروءتين', '3 رسائل غير مقروءة', '11 رسالة غير مقروءة', '100 رسالة غير مقروءة',
    ]);
  });

  it('isolateTheNamesPutIntoThem', () => {
    expect(say('مع {agent}!', { agent: 'Sam' })).toBe('مع \u2068Sam\u2069!');
    expect(say('{agent} {other}', { agent: '{other}' })).toBe('\u2068{other}\u2069 {other}');
  });

  it('followTheScriptTagThenThePageThenTheEntry', () => {
    expect(chooseLanguage('ar', 'en', 'en')).toBe('ar');
    expect(chooseLanguage(undefined, 'ar-SY', 'en')).toBe('ar');
    expect(chooseLanguage('fr', 'EN-gb', 'ar')).toBe('en');
    expect(chooseLanguage(undefined, 'de', 'ar')).toBe('ar');
    expect(chooseLanguage(undefined, '', 'en')).toBe('en');
  });
});

/** Every word the widget says, in both languages. No other file holds one. */

export type Language = 'en' | 'ar';

/** Forms by Intl.PluralRules; `other` answers for those not given. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const en = {
  launch: 'Chat with us',
  close: 'Close chat',
  minimise: 'Minimise',
  dismiss: 'Dismiss',
  unread: { one: '1 unread message', other: '{n} unread messages' } as Plural,
  dialog: 'Chat with {name}',
  messages: 'Messages',

  writeHere: 'Write to us here',
  connecting: 'Connecting…',
  waiting: 'Waiting for an agent',
  waitingHere: 'We have your message. An agent will answer here.',
  active: 'You are chatting with {agent}',
  someAgent: 'an agent',
  joined: '{agent} joined the chat',
  typing: '{agent} is typing',
  ended: 'This chat has ended',
  endedByYou: 'You ended this chat',
  quiet: 'Are you still there? This chat ends at {time} if nobody writes.',

  intro: 'Tell us who you are, or simply begin.',
  introMust: 'Tell us who you are, and we begin.',
  name: 'Name',
  address: 'Email or phone',
  optional: '(optional)',
  addressHint: 'To reach you if the chat is interrupted',
  addressWrong: 'Write an email such as name@example.com, or a phone number',
  email: 'Email',
  emailWrong: 'Write an email such as name@example.com',
  phone: 'Phone number',
  phoneWrong: 'Write a phone number, such as +963 11 234 5678',
  missing: 'Please fill this in',
  closed: 'Nobody is here at the moment. Leave us a message: the answer comes here, or to the address you give.',
  opens: 'We open again on {time}.',
  message: 'Message',
  leave: 'Leave message',
  nobodyHere: 'Nobody is here at the moment',
  leftShort: 'We have your message',
  leftHere: 'We have your message. The answer comes here, or to the address you gave. You need not wait.',
  start: 'Start chat',

  input: 'Write a message',
  send: 'Send',
  attach: 'Attach a file',
  left: { one: '1 character left', other: '{n} characters left' } as Plural,
  over: { one: '1 character too many', other: '{n} characters too many' } as Plural,
  full: 'Too many messages are waiting. Please wait until they are sent.',

  you: 'You',
  sending: 'Sending…',
  waitingLine: 'Waiting for the connection',
  sent: 'Sent',
  edited: 'edited',
  withdrawn: 'Message withdrawn',
  read: 'Read',
  refused: 'Not sent',
  refusedLong: 'Not sent: the message is too long',
  refusedEnded: 'Not sent: the chat has ended',
  refusedClosed: 'Not sent: this chat is closed',
  refusedMany: 'Not sent: too much in a short time',
  retry: 'Try again',
  edit: 'Edit',
  newBelow: 'New messages',
  today: 'Today',
  yesterday: 'Yesterday',

  lost: 'Connection lost. Trying again…',
  lostKept: 'What you write stays here and is sent when the connection is back.',
  unwell: 'Messages cannot be saved right now.',
  back: 'Connected again',

  end: 'End chat',
  endAsk: 'End this chat?',
  endExplain: 'You can start a new one at any time.',
  endNeedsLine: 'The chat can be ended once the connection is back.',
  endKeep: 'Keep chatting',
  anew: 'Start a new chat',

  call: 'Call us',
  callOngoing: 'Call in progress',
};

export type Texts = typeof en;

const ar: Texts = {
  launch: 'تحدث معنا',
  close: 'إغلاق الدردشة',
  minimise: 'تصغير',
  dismiss: 'إغلاق',
  unread: {
    zero: 'لا رسائل غير مقروءة',
    one: 'رسالة واحدة غير مقروءة',
    two: 'رسالتان غير مقروءتين',
    few: '{n} رسائل غير مقروءة',
    many: '{n} رسالة غير مقروءة',
    other: '{n} رسالة غير مقروءة',
  },
  dialog: 'الدردشة مع {name}',
  messages: 'الرسائل',

  writeHere: 'راسلنا من هنا',
  connecting: 'جارٍ الاتصال…',
  waiting: 'بانتظار أحد موظفينا',
  waitingHere: 'وصلتنا رسالتك، وسيجيبك أحد موظفينا هنا.',
  active: 'تتحدث الآن مع {agent}',
  someAgent: 'أحد موظفينا',
  joined: 'انضم {agent} إلى الدردشة',
  typing: '{agent} يكتب الآن',
  ended: 'انتهت هذه الدردشة',
  endedByYou: 'أنهيتَ هذه الدردشة',
  quiet: 'هل ما زلت هنا؟ تنتهي هذه الدردشة عند {time} إن لم يكتب أحد.',

  intro: 'عرّفنا بنفسك، أو ابدأ مباشرة.',
  introMust: 'عرّفنا بنفسك لنبدأ.',
  name: 'الاسم',
  address: 'البريد الإلكتروني أو الهاتف',
  optional: '(اختياري)',
  addressHint: 'لنصل إليك إذا انقطعت الدردشة',
  addressWrong: 'اكتب بريدًا مثل name@example.com أو رقم هاتف',
  email: 'البريد الإلكتروني',
  emailWrong: 'اكتب بريدًا مثل name@example.com',
  phone: 'رقم الهاتف',
  phoneWrong: 'اكتب رقم هاتف مثل \u2066+963 11 234 5678\u2069',
  missing: 'يرجى ملء هذا الحقل',
  closed: 'لا أحد هنا الآن. اترك لنا رسالة، ويصلك الرد هنا أو على العنوان الذي تكتبه.',
  opens: 'نعود {time}.',
  message: 'الرسالة',
  leave: 'ترك الرسالة',
  nobodyHere: 'لا أحد هنا الآن',
  leftShort: 'وصلتنا رسالتك',
  leftHere: 'وصلتنا رسالتك. يصلك الرد هنا أو على العنوان الذي كتبته، ولا حاجة إلى الانتظار.',
  start: 'بدء الدردشة',

  input: 'اكتب رسالة',
  send: 'إرسال',
  attach: 'إرفاق ملف',
  left: {
    zero: 'لم يبقَ أي حرف',
    one: 'بقي حرف واحد',
    two: 'بقي حرفان',
    few: 'بقيت {n} أحرف',
    many: 'بقي {n} حرفًا',
    other: 'بقي {n} حرف',
  },
  over: {
    one: 'أطول من المسموح بحرف واحد',
    two: 'أطول من المسموح بحرفين',
    few: 'أطول من المسموح بـ{n} أحرف',
    many: 'أطول من المسموح بـ{n} حرفًا',
    other: 'أطول من المسموح بـ{n} حرف',
  },
  full: 'رسائل كثيرة بانتظار الإرسال. انتظر حتى تُرسل.',

  you: 'أنت',
  sending: 'جارٍ الإرسال…',
  waitingLine: 'بانتظار الاتصال',
  sent: 'أُرسلت',
  edited: 'معدَّلة',
  withdrawn: 'سُحبت الرسالة',
  read: 'قُرئت',
  refused: 'لم تُرسل',
  refusedLong: 'لم تُرسل: الرسالة طويلة جدًا',
  refusedEnded: 'لم تُرسل: انتهت الدردشة',
  refusedClosed: 'لم تُرسل: هذه الدردشة مغلقة',
  refusedMany: 'لم تُرسل: محاولات كثيرة في وقت قصير',
  retry: 'إعادة المحاولة',
  edit: 'تعديل',
  newBelow: 'رسائل جديدة',
  today: 'اليوم',
  yesterday: 'أمس',

  lost: 'انقطع الاتصال. نحاول من جديد…',
  lostKept: 'ما تكتبه يبقى هنا ويُرسل عند عودة الاتصال.',
  unwell: 'لا يمكن حفظ الرسائل الآن.',
  back: 'عاد الاتصال',

  end: 'إنهاء الدردشة',
  endAsk: 'هل تريد إنهاء الدردشة؟',
  endExplain: 'يمكنك بدء دردشة جديدة في أي وقت.',
  endNeedsLine: 'يمكن إنهاء الدردشة عند عودة الاتصال.',
  endKeep: 'متابعة الدردشة',
  anew: 'بدء دردشة جديدة',

  call: 'اتصل بنا',
  callOngoing: 'مكالمة جارية',
};

export const CATALOGUES: Record<Language, Texts> = { en, ar };

/** Puts values in place of {names}. Each stands in a bidi isolate, so that a Latin name does not turn an Arabic sentence around. */
export function say(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : `\u2068${value}\u2069`;
  });
}

/** The form of the language for this number, with Latin digits. */
export function count(language: Language, forms: Plural, n: number): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return form.replace('{n}', n.toLocaleString('en'));
}

/** The language of the chat: what the page asks for, else what the page is written in, else the entry's own. */
export function chooseLanguage(asked: string | undefined, page: string, entry: Language): Language {
  for (const tag of [asked ?? '', page]) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'ar' || language === 'en') return language;
  }
  return entry;
}

/* Where a customer begins: everything by which one reaches the contact centre. */
import { fill, language } from './page.js';

const words = {
  en: {
    title: 'Be a customer', other: 'العربية',
    lead: 'These pages are a customer’s side of the demonstration. Whatever you do here reaches the contact centre over the same protocols as from a provider’s network, and agents can reach you here.',
    shop: 'The shop’s page', shopIs: 'Write in the chat, and call from the browser.',
    phone: 'A telephone', phoneIs: 'Call and be called, write and receive SMS.',
    messenger: 'A messenger', messengerIs: 'Write, send pictures and see what was read, as on WhatsApp.',
    mail: 'A mailbox', mailIs: 'Write mails to the contact centre and read its answers.',
    windows: 'Open them beside the agent’s desktop, each in a window of its own.',
    desktop: 'To the agent’s desktop',
  },
  ar: {
    title: 'كن عميلًا', other: 'English',
    lead: 'هذه الصفحات هي جانب العميل من العرض التجريبي. كل ما تفعله هنا يصل إلى مركز الاتصال عبر البروتوكولات نفسها التي تستخدمها شبكات المزوّدين، ويستطيع الوكلاء الوصول إليك هنا.',
    shop: 'صفحة المتجر', shopIs: 'اكتب في الدردشة واتصل من المتصفح.',
    phone: 'هاتف', phoneIs: 'اتصل واستقبل المكالمات، واكتب الرسائل النصية القصيرة واستقبلها.',
    messenger: 'تطبيق مراسلة', messengerIs: 'اكتب وأرسل صورًا واعرف ما قُرئ، كما في واتساب.',
    mail: 'صندوق بريد', mailIs: 'اكتب رسائل إلى مركز الاتصال واقرأ أجوبته.',
    windows: 'افتحها بجانب سطح مكتب الوكيل، كلًا منها في نافذة مستقلة.',
    desktop: 'إلى سطح مكتب الوكيل',
  },
};

fill(words[language]);

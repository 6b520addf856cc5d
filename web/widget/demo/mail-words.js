/* Every word of the mailbox' page. */
export const words = {
  en: {
    title: 'A mailbox', all: 'All of the customer’s sides', other: 'العربية',
    about: 'This page is a customer’s mailbox on a small mail server of its own. The contact centre has mailboxes on the same server and knows them as it knows any provider’s: mails go out over SMTP and are fetched over IMAP.',
    mails: 'Mails', compose: 'Write a mail', to: 'To', subject: 'Subject', text: 'Text', send: 'Send', cancel: 'Do not send', reply: 'Reply', sent: 'To',
    empty: 'No mail yet. Write one to the contact centre.', choose: 'Choose a mail to read it.', noSubject: 'No subject',
    refused: 'The mail was not sent: the server does not take it. Look at the address.',
    noNetwork: 'The mail server cannot be reached. It is tried again and again.',
  },
  ar: {
    title: 'صندوق بريد', all: 'كل جوانب العميل', other: 'English',
    about: 'هذه الصفحة صندوقُ بريد عميل على خادم بريد صغير مستقل. لمركز الاتصال صناديق على الخادم نفسه ويعرفها كما يعرف صناديق أي مزوّد: تُرسل الرسائل عبر SMTP وتُجلب عبر IMAP.',
    mails: 'الرسائل', compose: 'كتابة رسالة', to: 'إلى', subject: 'الموضوع', text: 'النص', send: 'إرسال', cancel: 'عدم الإرسال', reply: 'رد', sent: 'إلى',
    empty: 'لا رسائل بعد. اكتب رسالة إلى مركز الاتصال.', choose: 'اختر رسالة لقراءتها.', noSubject: 'دون موضوع',
    refused: 'لم تُرسل الرسالة: الخادم لا يقبلها. تحقق من العنوان.',
    noNetwork: 'تعذّر الوصول إلى خادم البريد. تُعاد المحاولة تلقائيًا.',
  },
};

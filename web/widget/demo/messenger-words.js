/* Every word of the messenger's page. */
export const words = {
  en: {
    title: 'A messenger', all: 'All of the customer’s sides', other: 'العربية',
    about: 'This page is a customer’s telephone with a messenger, at a small provider of its own that speaks as WhatsApp’s does. The contact centre knows it as it knows the real one: signed webhooks come in, requests to the provider’s interface go out.',
    threads: 'Chats', entries: 'Messages', write: 'Text of the message', send: 'Send', attach: 'Send a picture or a file', place: 'Send where I am', record: 'Record a voice note', stop: 'End the voice note', recording: 'Voice note', noMicrophone: 'The microphone cannot be used. Allow it for this page, then record again.', remove: 'Do not send this file',
    empty: 'No message yet. Write to the contact centre; for 24 hours after your last message agents can write to you as they like.',
    picture: 'Picture', video: 'Video', sound: 'Voice', file: 'File', location: 'Location',
    SENT: 'Sent', DELIVERED: 'Delivered', READ: 'Read', FAILED: 'Not delivered',
    tooLarge: 'The file is too large: 5 MB at most. Choose a smaller one.', noFile: 'The file is empty or cannot be read.', captionTooLong: 'Beside a file there is room for 1,024 characters. Send the text by itself.',
    gone: 'The file cannot be opened here.',
    noNetwork: 'The messenger cannot be reached. It is tried again and again.',
  },
  ar: {
    title: 'تطبيق مراسلة', all: 'كل جوانب العميل', other: 'English',
    about: 'هذه الصفحة هاتفُ عميل عليه تطبيق مراسلة، لدى مزوّد صغير مستقل يتصرف كما يتصرف مزوّد واتساب. يعرفه مركز الاتصال كما يعرف المزوّد الحقيقي: تصل الرسائل بإشعارات ويب موقَّعة، وتُرسل الأجوبة بطلبات إلى واجهة المزوّد.',
    threads: 'الدردشات', entries: 'الرسائل', write: 'نص الرسالة', send: 'إرسال', attach: 'إرسال صورة أو ملف', place: 'إرسال موقعي', record: 'تسجيل رسالة صوتية', stop: 'إنهاء الرسالة الصوتية', recording: 'رسالة صوتية', noMicrophone: 'تعذّر استعمال الميكروفون. اسمح به لهذه الصفحة ثم سجّل من جديد.', remove: 'عدم إرسال هذا الملف',
    empty: 'لا رسائل بعد. اكتب إلى مركز الاتصال؛ يستطيع الوكلاء الكتابة إليك بحرية لمدة 24 ساعة بعد آخر رسالة منك.',
    picture: 'صورة', video: 'فيديو', sound: 'صوت', file: 'ملف', location: 'موقع',
    SENT: 'أُرسلت', DELIVERED: 'سُلّمت', READ: 'قُرئت', FAILED: 'لم تُسلَّم',
    tooLarge: 'الملف كبير جدًا: الحد الأقصى 5 ميغابايت. اختر ملفًا أصغر.', noFile: 'الملف فارغ أو تتعذّر قراءته.', captionTooLong: 'يتسع النص بجانب الملف لـ 1024 حرفًا. أرسل النص وحده.',
    gone: 'لا يمكن فتح الملف هنا.',
    noNetwork: 'تعذّر الوصول إلى تطبيق المراسلة. تُعاد المحاولة تلقائيًا.',
  },
};

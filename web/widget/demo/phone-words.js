/* Every word of the telephone's page. */
export const words = {
  en: {
    title: 'A telephone', all: 'All of the customer’s sides', other: 'العربية', own: 'Your number:',
    about: 'This page is a customer’s telephone in a small network of its own. The contact centre knows this network as it knows any provider: calls go over SIP and SMS over SMPP, in both directions.',
    centre: 'Call the contact centre', hint: 'Agents can call the number of this telephone as long as the page is open.',
    number: 'Number', erase: 'Erase the last digit', withheld: 'Hide my number', hidden: 'Number withheld',
    messages: 'SMS', to: 'Write to', write: 'Text of the SMS', send: 'Send', failed: 'Not delivered', off: 'SMS are shown here as soon as the telephone is switched on.', empty: 'No SMS yet. Agents can write to the number of this telephone at any time.',
    on: 'Switch on', call: 'Call', answer: 'Answer', decline: 'Decline', hangUp: 'Hang up',
    OFF: 'Switched off', CONNECTING: 'Connecting…', IDLE: 'Ready', DIALLING: 'Dialling…', RINGING_THERE: 'It rings there…', RINGING: 'A call for you', TALKING: 'In a call',
    BUSY: 'Busy', NO_ANSWER: 'Nobody answered', DECLINED: 'The call was declined', NO_SUCH_NUMBER: 'There is no such number', UNREACHABLE: 'It cannot be reached', ENDED: 'The other side hung up', NO_AUDIO: 'The sound is not connected yet',
    noMicrophone: 'There is no microphone, or this page may not use it. You will hear, but nobody will hear you.',
    noAudio: 'The sound cannot be connected. In Firefox it does not work on one’s own machine; use Chromium, Chrome or Edge.',
    noNetwork: 'The network cannot be reached. It is tried again and again.',
  },
  ar: {
    title: 'هاتف', all: 'كل جوانب العميل', other: 'English', own: 'رقمك:',
    about: 'هذه الصفحة هاتفُ عميل في شبكة صغيرة مستقلة. يعرفها مركز الاتصال كما يعرف أي مزوّد: تمرّ المكالمات عبر SIP والرسائل النصية القصيرة عبر SMPP في الاتجاهين.',
    centre: 'اتصل بمركز الاتصال', hint: 'يستطيع الوكلاء الاتصال برقم هذا الهاتف ما دامت الصفحة مفتوحة.',
    number: 'الرقم', erase: 'حذف آخر رقم', withheld: 'إخفاء رقمي', hidden: 'رقم محجوب',
    messages: 'الرسائل النصية القصيرة', to: 'الكتابة إلى', write: 'نص الرسالة النصية القصيرة', send: 'إرسال', failed: 'لم تُسلَّم', off: 'تظهر الرسائل النصية القصيرة هنا حالما يُشغَّل الهاتف.', empty: 'لا توجد رسائل نصية قصيرة بعد. يستطيع الوكلاء الكتابة إلى رقم هذا الهاتف في أي وقت.',
    on: 'تشغيل', call: 'اتصال', answer: 'رد', decline: 'رفض', hangUp: 'إنهاء',
    OFF: 'مغلق', CONNECTING: 'جارٍ التوصيل…', IDLE: 'جاهز', DIALLING: 'جارٍ الاتصال…', RINGING_THERE: 'يرن هناك…', RINGING: 'مكالمة لك', TALKING: 'في مكالمة',
    BUSY: 'الخط مشغول', NO_ANSWER: 'لا أحد يرد', DECLINED: 'رُفضت المكالمة', NO_SUCH_NUMBER: 'لا يوجد رقم كهذا', UNREACHABLE: 'لا يمكن الوصول إليه', ENDED: 'أنهى الطرف الآخر المكالمة', NO_AUDIO: 'لم يُوصل الصوت بعد',
    noMicrophone: 'لا يوجد ميكروفون، أو لا يُسمح لهذه الصفحة باستخدامه. ستسمع، ولن يسمعك أحد.',
    noAudio: 'تعذّر توصيل الصوت. لا يعمل ذلك في Firefox على الجهاز نفسه؛ استخدم Chromium أو Chrome أو Edge.',
    noNetwork: 'تعذّر الوصول إلى الشبكة. تُعاد المحاولة تلقائيًا.',
  },
};

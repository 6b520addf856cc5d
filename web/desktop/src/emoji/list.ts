/// The emoji that people at work use, with the words by which they are found, in English and in Arabic; the first word of
/// each is its name. An own list: the whole of them is a library larger than this page.

export interface Emoji {
  readonly sign: string
  readonly en: string
  readonly ar: string
}

const LINES = {
  faces: `
😀|grin smile happy|ابتسامة عريضة سعيد فرح
😃|smiley happy joy|مبتسم سعيد فرح
😄|laugh smile happy|ضحك سعيد ابتسامة
😁|beaming teeth grin|ابتسامة مشرقة أسنان
😅|relief sweat laugh phew|ارتياح عرق ضحك
😂|tears of joy laugh lol funny|دموع الفرح ضحك مضحك
🤣|rolling laugh funny|ضحك شديد مضحك
🙂|slight smile fine|ابتسامة خفيفة
🙃|upside down irony|مقلوب سخرية
😉|wink|غمزة
😊|blush smile warm thanks|خجل ابتسامة ود شكر
😇|angel innocent|ملاك بريء
🥰|loving hearts adore|محب قلوب حب
😍|heart eyes love wow|عيون القلوب حب إعجاب
🤩|star struck excited wow|انبهار متحمس نجوم
😘|kiss|قبلة
😋|tasty yummy food|لذيذ طعام
😎|cool sunglasses|رائع نظارة شمسية
🤓|nerd glasses study|مجتهد نظارة دراسة
🧐|inspect monocle look|تدقيق فحص
🤔|thinking hmm question|تفكير سؤال
🤨|raised eyebrow doubt|شك حاجب
😐|neutral|محايد
😶|silent no words|صامت بلا كلام
🙄|rolling eyes|تململ عيون
😏|smirk|ابتسامة ماكرة
😣|struggle hard|معاناة صعب
😥|sad relieved|حزين ارتياح
😮|surprised oh|متفاجئ دهشة
🤐|zip secret quiet|كتمان سر سكوت
😯|hushed surprised|دهشة مفاجأة
😴|sleep tired|نوم نعاس
😌|calm relieved|هدوء راحة
😓|sweat tired|عرق تعب
😔|pensive sad|حزن شارد
😕|confused|حيرة
🙁|frown sad|عبوس حزين
😞|disappointed sad|خيبة حزن
😟|worried|قلق
😢|crying tear sad|بكاء دمعة حزين
😭|sobbing cry sad|بكاء شديد حزين
😤|steam annoyed|انزعاج غيظ
😠|angry|غاضب غضب
😡|furious rage angry|غضب شديد
🤬|swearing angry|شتيمة غضب
😱|scream shock fear|صدمة خوف صراخ
😨|fear scared|خوف
😰|anxious sweat|توتر قلق
😳|flushed embarrassed|إحراج
🤒|ill sick fever|مريض حمى
🤕|hurt bandage|مصاب ضماد
🤗|hug thanks|عناق شكر
🤝|handshake deal agreed|مصافحة اتفاق
🥳|party celebrate birthday|احتفال حفلة عيد ميلاد
😬|grimace awkward|تكشيرة حرج`,
  hands: `
👍|thumbs up yes good ok|إبهام لأعلى نعم جيد موافق
👎|thumbs down no bad|إبهام لأسفل لا سيئ
👌|ok fine perfect|تمام ممتاز
✌️|victory peace two|نصر سلام
🤞|fingers crossed luck|حظ تمن
🤙|call me phone|اتصل بي هاتف
👈|left|يسار
👉|right|يمين
👆|up|أعلى فوق
👇|down below|أسفل تحت
☝️|point one attention|إشارة واحد انتباه
✋|stop raised hand|قف يد مرفوعة
👋|wave hello bye|تلويح مرحبا وداعا
👏|clap applause bravo|تصفيق أحسنت
🙌|raised hands hooray|رفع اليدين مرحى
🙏|please thanks pray|رجاء شكرا دعاء
💪|strong muscle|قوة عضلة
✍️|writing|كتابة
🤲|palms up prayer|دعاء كفان
🤷|shrug don't know|لا أدري حيرة
🤦|facepalm|خيبة كف
🙋|raising hand question me|رفع اليد سؤال أنا
🙇|bow sorry|انحناء عذرا آسف
👤|person user|شخص مستخدم
👥|people team|أشخاص فريق
👨‍💻|at the computer work|أمام الحاسوب عمل
👩‍💻|woman at the computer work|أمام الحاسوب عمل موظفة
🧑‍🔧|technician repair|فني إصلاح صيانة
🧑‍⚕️|doctor health|طبيب صحة
👮|police|شرطة
👀|eyes look see|عيون نظر انظر`,
  signs: `
❤️|heart love|قلب حب
🧡|orange heart|قلب برتقالي
💛|yellow heart|قلب أصفر
💚|green heart|قلب أخضر
💙|blue heart|قلب أزرق
💜|purple heart|قلب بنفسجي
🖤|black heart|قلب أسود
💔|broken heart|قلب مكسور
✅|done check yes ok|تم صح نعم
☑️|checked box|مؤشر صح
✔️|check tick|صح علامة
❌|cross no wrong|خطأ لا
❗|exclamation important|تعجب مهم
❓|question|سؤال استفهام
⚠️|warning attention|تحذير انتباه
🚫|forbidden no|ممنوع
⛔|no entry stop|ممنوع الدخول قف
💯|hundred perfect|مئة كامل
🔴|red circle|دائرة حمراء
🟠|orange circle|دائرة برتقالية
🟡|yellow circle|دائرة صفراء
🟢|green circle|دائرة خضراء
🔵|blue circle|دائرة زرقاء
⭐|star|نجمة
🌟|glowing star|نجمة لامعة
✨|sparkles new|بريق جديد
🔥|fire hot great|نار حار رائع
💥|boom collision|انفجار
💡|idea light bulb|فكرة مصباح
🔔|bell reminder|جرس تذكير
🔕|bell off silent|صامت جرس
➡️|arrow right next|سهم يمين التالي
⬅️|arrow left back|سهم يسار رجوع
🔄|again refresh repeat|إعادة تحديث
ℹ️|information|معلومات
🆗|ok button|موافق
🆕|new button|جديد`,
  things: `
📞|telephone call|هاتف اتصال مكالمة
☎️|phone landline|هاتف أرضي
📱|mobile phone|جوال هاتف محمول
💻|laptop computer|حاسوب كمبيوتر محمول
🖥️|desktop computer screen|حاسوب شاشة
🖨️|printer|طابعة
📧|email mail|بريد إلكتروني رسالة
✉️|envelope letter|ظرف رسالة
📩|incoming mail|بريد وارد
📎|paper clip attachment|مشبك مرفق
📄|document page|مستند صفحة
📋|clipboard list|حافظة قائمة
📝|memo note|ملاحظة مذكرة
📁|folder|مجلد
📅|calendar date|تقويم تاريخ موعد
⏰|alarm clock time|منبه وقت ساعة
⏳|hourglass wait|ساعة رملية انتظار
⌛|time over|انتهى الوقت ساعة رملية
🕒|clock three|ساعة
🔑|key password|مفتاح كلمة السر
🔒|lock closed secure|قفل مغلق آمن
🔓|unlock open|مفتوح قفل
🔧|wrench repair|مفتاح ربط إصلاح
⚙️|gear settings|ترس إعدادات
🔍|search magnifier|بحث عدسة
🔗|link|رابط وصلة
💳|credit card payment|بطاقة ائتمان دفع
💰|money bag|نقود مال
💵|banknote cash|نقد ورقة نقدية
🧾|receipt invoice bill|فاتورة إيصال
🛒|cart shopping|سلة تسوق عربة
🛍️|shopping bags|أكياس تسوق
📦|parcel package delivery|طرد شحنة توصيل
🎁|gift present|هدية
🎉|celebrate congratulations party|احتفال تهانينا مبروك
🎂|birthday cake|كعكة عيد ميلاد
🏆|trophy winner|كأس فوز
📈|chart up growth|رسم بياني صعود نمو
📉|chart down|رسم بياني هبوط`,
  around: `
🚗|car|سيارة
🚚|truck delivery|شاحنة توصيل
✈️|plane flight travel|طائرة رحلة سفر
🚆|train|قطار
🚌|bus|حافلة باص
🏠|house home|بيت منزل
🏢|office building|مكتب مبنى
🏪|shop store|متجر محل
🏥|hospital|مستشفى
🏦|bank|مصرف بنك
🕌|mosque|مسجد جامع
📍|place pin location|موقع مكان
🗺️|map|خريطة
🌍|world earth|العالم الأرض
☀️|sun sunny|شمس مشمس
⛅|cloudy sun|غائم شمس
🌧️|rain|مطر
❄️|snow cold|ثلج برد
🌙|moon crescent night ramadan|هلال قمر ليل رمضان
🌹|rose flower|وردة زهرة
🌷|tulip flower|زهرة توليب
🌱|seedling plant|نبتة
🌴|palm tree|نخلة
☕|coffee tea break|قهوة شاي استراحة
🍵|tea|شاي
🍽️|meal plate food|وجبة طعام
🍎|apple|تفاحة
🍕|pizza|بيتزا
🐱|cat|قطة
🐶|dog|كلب`,
}

export const EMOJI: readonly Emoji[] = Object.values(LINES).flatMap((group) =>
  group
    .trim()
    .split('\n')
    .map((line) => {
      const [sign = '', en = '', ar = ''] = line.split('|')
      return { sign, en, ar }
    }),
)

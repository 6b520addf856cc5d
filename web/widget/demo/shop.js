/* The page in the language its address names; English stands in the page itself. */
(() => {
  const arabic = {
    brand: 'سفريات المثال', nav: 'الصفحة', flights: 'رحلات', bookings: 'حجزي', help: 'المساعدة',
    title: 'إلى أين تسافر؟', lead: 'عدّل حجزك أو أضف حقيبة أو اختر مقعدك خلال دقيقتين.',
    fact1: 'التعديل', fact1is: 'مجاني حتى اليوم السابق', fact2: 'الأمتعة', fact2is: '23 كغ ضمن السعر',
    fact3: 'المقاعد', fact3is: 'اختر متى شئت', fact4: 'الأسئلة', fact4is: 'نجيبك في الدردشة',
    leaving: 'رحلات هذا الخميس', thursday: 'الخميس',
    flight1: 'حلب إلى إسطنبول', flight2: 'دمشق إلى الدوحة', flight3: 'اللاذقية إلى القاهرة',
    bookingsis: 'اكتب رقم حجزك في الدردشة، مثل \u2066RX-40721\u2069، وقل لنا ما تريد تغييره. نجيبك وأنت هنا.',
    ask1: 'إلى متى يمكنني تعديل الرحلة؟', answer1: 'حتى منتصف ليل اليوم السابق، دون رسوم. بعد ذلك تدفع فرق السعر.',
    ask2: 'ما الذي يمكنني حمله معي؟', answer2: 'حقيبة 23 كغ في الشحن وحقيبة 7 كغ في المقصورة. ويمكن إضافة المزيد عبر الدردشة.',
    ask3: 'هل يمكنني الكتابة من هاتفي؟', answer3: 'نعم. تعمل الدردشة على كل هاتف، ولا يضيع ما تكتبه إذا انقطع الاتصال.',
    footer: 'سفريات المثال مثال فقط: لا يمكن حجز أي رحلة في هذه الصفحة.',
  };
  const page = document.documentElement;
  const inArabic = new URLSearchParams(location.search).get('lang') === 'ar';

  // A page in one language needs only the tag itself: <script src="../widget.js" data-entry="demo/web" async></script>
  const widget = document.createElement('script');
  Object.assign(widget, { src: '../widget.js', async: true });
  widget.dataset.entry = inArabic ? 'demo/web-ar' : 'demo/web';
  document.addEventListener('DOMContentLoaded', () => document.body.append(widget));
  if (!inArabic) return;

  // At once, before the first line is laid out and before the widget asks for the page's language.
  page.lang = 'ar';
  page.dir = 'rtl';
  document.addEventListener('DOMContentLoaded', () => {
    document.title = arabic.brand;
    for (const node of document.querySelectorAll('[data-words]')) node.textContent = arabic[node.dataset.words];
    for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', arabic[node.dataset.label]);
    const other = document.querySelector('[data-other]');
    Object.assign(other, { href: '?lang=en', lang: 'en', hreflang: 'en', textContent: 'English' });
  });
})();

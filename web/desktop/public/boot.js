// Before the first paint: language, direction, theme and density as last chosen, so that nothing flips or flashes.
// A file of its own because the policy of the server allows no inline script.
;(function () {
  var page = document.documentElement
  var language = null
  var theme = null
  var density = null
  try {
    language = localStorage.getItem('hiwar.language')
    theme = localStorage.getItem('hiwar.theme')
    density = JSON.parse(localStorage.getItem('hiwar.settings') || '{}').density
  } catch (e) {
    // Storage is closed to us: the defaults below hold.
  }
  if (language !== 'ar' && language !== 'en') {
    language = /^ar\b/i.test(navigator.language) ? 'ar' : 'en'
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  page.lang = language
  page.dir = language === 'ar' ? 'rtl' : 'ltr'
  if (density === 'compact') page.setAttribute('data-density', density)
  page.setAttribute('data-mantine-color-scheme', theme)
  // The words of this language are fetched beside the script that will ask for them, not after it. The build has put
  // their address here; while the page is worked on there is none.
  var words = document.currentScript.getAttribute('data-words-' + language)
  if (words !== null) {
    var link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = words
    document.head.appendChild(link)
  }
})()

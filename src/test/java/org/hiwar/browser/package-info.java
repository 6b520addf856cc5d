/// The product in a real browser: Chromium, driven by Playwright, against the whole running server.
/// Tagged `browser`. The pictures in docs/pictures are taken here.
@NullMarked
package org.hiwar.browser;

import org.jspecify.annotations.NullMarked;

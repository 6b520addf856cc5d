package org.hiwar.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/// A picture for docs/pictures, taken when the page stands still.
final class Picture {
  static final Path FOLDER = Path.of("docs/pictures");
  private static final Path ASIDE = Path.of("target/pictures");

  private Picture() {}

  /// Written only with `-Dwrite`, as every committed file that the build makes; else the screenshot
  /// is taken, for the sake of a page that cannot be painted, and kept under target.
  static void take(Page page, String name) {
    var folder = System.getProperty("write") != null ? FOLDER : ASIDE;
    take(page, folder.resolve(name + ".png"));
  }

  /// Only with `-Dwrite`: where pages are many, and all are painted in other tests.
  static void takeToKeep(Page page, String name) {
    if (System.getProperty("write") != null) take(page, FOLDER.resolve(name + ".png"));
  }

  /// Only with `-Dwrite`, and not for docs/pictures: to be looked at by whoever changes the
  /// screens.
  static void takeToLook(Page page, String name) {
    if (System.getProperty("write") != null) take(page, ASIDE.resolve(name + ".png"));
  }

  private static void take(Page page, Path file) {
    page.evaluate("document.fonts.ready");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
  }
}

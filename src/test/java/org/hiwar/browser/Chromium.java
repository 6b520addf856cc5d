package org.hiwar.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Starts the machine's own Chromium. Playwright's driver is the npm package that the desktop's
/// build has installed.
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "google-chrome", "chromium-browser");
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--mute-audio");

  /// The limit of [org.hiwar.testing.Await], for what a page is to show and what is done on it,
  /// too: on a busy machine the seconds of Playwright pass without anything being wrong.
  private static final double LIMIT_MS = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MS);
  }

  private final Playwright playwright;
  private final Browser browser;

  Chromium() throws IOException {
    this(List.of());
  }

  /// @param more flags of this one
  public Chromium(List<String> more) throws IOException {
    System.setProperty("playwright.cli.dir", driver().toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        program("node"),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    var sandbox = isRoot() ? List.of("--no-sandbox") : List.<String>of();
    var flags = Stream.of(QUIET, sandbox, more).flatMap(List::stream).toList();
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(flags)
                    .setTimeout(LIMIT_MS));
  }

  public Browser browser() {
    return browser;
  }

  /// A page of a browser of its own, which is waited for as long as anything.
  public static Page page(BrowserContext context) {
    context.setDefaultTimeout(LIMIT_MS);
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /// A folder as Playwright for Java wants it: the driver's package under the name `package`.
  private static synchronized Path driver() throws IOException {
    var installed = Path.of("web/desktop/node_modules/playwright-core").toAbsolutePath();
    if (!Files.exists(installed))
      throw new IOException("web/desktop is not built: run mvn package");
    var folder = Files.createDirectories(Path.of("target/playwright").toAbsolutePath());
    var link = folder.resolve("package");
    if (!Files.exists(link)) Files.createSymbolicLink(link, installed);
    return folder;
  }

  private static Path executable() {
    var chosen = System.getenv("HIWAR_CHROME");
    if (chosen != null) return Path.of(chosen);
    return NAMES.stream()
        .map(Chromium::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("no Chromium: install it, or name one in HIWAR_CHROME"));
  }

  private static String program(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException(name + " is not on the path"))
        .toString();
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}

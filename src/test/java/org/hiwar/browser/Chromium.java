package org.hiwar.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.hiwar.voice.webrtc.ToneFile;

/// The machine's own Chromium, without a page of anybody before. Playwright's driver is the npm
/// package that the desktop's build has installed.
///
/// Starting one takes longer than many a test, so each is kept for the next that wants one with its
/// flags, as long as this JVM runs; contexts, and all that is in them, are not.
public final class Chromium implements AutoCloseable {
  /// Of the same flags: as many as one test uses at once, or two beside each other.
  private static final int KEPT = 2;

  private static final Map<List<String>, Deque<Running>> IDLE = new ConcurrentHashMap<>();

  private static final List<String> NAMES =
      List.of("chromium", "google-chrome", "chromium-browser");

  /// What Playwright turns off itself, because only the last of such flags counts; and the address
  /// bar's list, which newer Chromiums keep as two pages beside each window: a third of their
  /// processor time in a small test.
  private static final List<String> UNUSED =
      List.of(
          "AvoidUnnecessaryBeforeUnloadCheckSync",
          "DestroyProfileOnBrowserClose",
          "HttpsUpgrades",
          "HttpsFirstBalancedModeAutoEnable",
          "LensOverlay",
          "MediaRouter",
          "PaintHolding",
          "ThirdPartyStoragePartitioning",
          "AvoidCorsURLLoaderRestartOnRedirect",
          "TcpPortRandomizationWin",
          "OptimizationHints",
          "NetworkTimeServiceQuerying",
          "AimEnabled",
          "PreconnectToSearch",
          "WebUIOmniboxPopup",
          "WebUIOmniboxAimPopup",
          "WebUIOmniboxFullPopup");

  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--mute-audio",
          "--disable-features=" + String.join(",", UNUSED));

  /// The limit of [org.hiwar.testing.Await], for what a page is to show and what is done on it,
  /// too: on a busy machine the seconds of Playwright pass without anything being wrong.
  private static final double LIMIT_MS = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MS);
  }

  private final List<String> flags;
  private final Running running;

  Chromium() throws IOException {
    this(List.of());
  }

  /// @param more flags of this one
  public Chromium(List<String> more) throws IOException {
    flags = List.copyOf(more);
    var kept = idle(flags).pollFirst();
    while (kept != null && !kept.browser().isConnected()) {
      kept.close();
      kept = idle(flags).pollFirst();
    }
    running = kept != null ? kept : Running.start(flags);
  }

  /// One whose microphone hears this tone, and whose pages may use it unasked.
  public static Chromium hearing(int hertz) throws IOException {
    return new Chromium(
        List.of(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-audio-capture=" + ToneFile.of(hertz),
            "--autoplay-policy=no-user-gesture-required"));
  }

  private static Deque<Running> idle(List<String> flags) {
    return IDLE.computeIfAbsent(flags, _ -> new ConcurrentLinkedDeque<>());
  }

  private record Running(Playwright playwright, Browser browser) {
    static Running start(List<String> more) throws IOException {
      System.setProperty("playwright.cli.dir", driver().toString());
      var playwright =
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
      var browser =
          playwright
              .chromium()
              .launch(
                  new LaunchOptions()
                      .setExecutablePath(executable())
                      .setArgs(flags)
                      .setTimeout(LIMIT_MS));
      return new Running(playwright, browser);
    }

    void close() {
      browser.close();
      playwright.close();
    }
  }

  public Browser browser() {
    return running.browser();
  }

  /// For a page that does not move: what is still moving has other colours and places than what
  /// will stand there, and painting it takes the processor from all tests.
  static Browser.NewContextOptions still() {
    return new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
  }

  /// A page of a browser of its own, which is waited for as long as anything.
  public static Page page(BrowserContext context) {
    context.setDefaultTimeout(LIMIT_MS);
    return context.newPage();
  }

  /// Nothing of what was open remains.
  @Override
  public void close() {
    if (!running.browser().isConnected() || idle(flags).size() >= KEPT) {
      running.close();
      return;
    }
    List.copyOf(running.browser().contexts()).forEach(BrowserContext::close);
    idle(flags).addFirst(running);
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

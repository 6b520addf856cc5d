package org.hiwar.app.demo.carrier;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import org.hiwar.browser.Chromium;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;

/// The telephone's page in a browser whose microphone hears a tone.
final class PhonePage {
  /// The tone must arrive as it is, and what the page hears must be measured.
  private static final String LISTEN =
      """
      (() => {
        const media = navigator.mediaDevices;
        const real = media.getUserMedia.bind(media);
        const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
        media.getUserMedia = () => real({ audio: plain });
        const Real = window.RTCPeerConnection;
        window.RTCPeerConnection = class extends Real {
          addTransceiver(...how) {
            const transceiver = super.addTransceiver(...how);
            const context = new AudioContext();
            window.analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
            context.createMediaStreamSource(new MediaStream([transceiver.receiver.track])).connect(window.analyser);
            return transceiver;
          }
        };
        window.loudest = () => {
          if (window.analyser === undefined) return { hertz: 0, decibels: -200 };
          const bins = new Float32Array(window.analyser.frequencyBinCount);
          window.analyser.getFloatFrequencyData(bins);
          const at = bins.indexOf(Math.max(...bins));
          return { hertz: (at * window.analyser.context.sampleRate) / 8192, decibels: Math.max(bins[at], -200) };
        };
      })();
      """;

  private final Page page;

  PhonePage(Browser browser, String language) {
    page =
        Chromium.page(
            browser.newContext(new Browser.NewContextOptions().setViewportSize(1100, 760)));
    page.addInitScript(LISTEN);
    page.navigate(RunningHiwar.uri("/demo/phone.html?lang=" + language).toString());
  }

  /// Switched on, with its sound connected.
  PhonePage ready() {
    click("on");
    awaitStage("IDLE");
    return this;
  }

  Page page() {
    return page;
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  void click(String testId) {
    at(testId).click();
  }

  void key(String key) {
    at("pad").getByText(key, new Locator.GetByTextOptions().setExact(true)).click();
  }

  void awaitStage(String stage) {
    Await.until(() -> stage.equals(at("phone").getAttribute("data-stage")));
  }

  void awaitStatus(String words) {
    Await.until(() -> words.equals(at("status").textContent()));
  }

  boolean hears(int hertz) {
    var loudest = (Map<?, ?>) page.evaluate("loudest()");
    return number(loudest, "decibels") > -50 && Math.abs(number(loudest, "hertz") - hertz) < 15;
  }

  private static double number(Map<?, ?> found, String name) {
    return ((Number) Objects.requireNonNull(found.get(name))).doubleValue();
  }
}

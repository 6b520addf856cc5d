package org.hiwar.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/// Microphones that hear one tone, and pages that tell what is heard from the other side: whoever
/// hears the other's tone is connected with them.
final class Ears {
  /// The microphone's tone goes out as it is; the sound of the line is measured beside the page's
  /// own playing.
  private static final String SCRIPT =
      """
      (() => {
        const media = navigator.mediaDevices
        if (media === undefined) return
        const real = media.getUserMedia.bind(media)
        media.getUserMedia = () =>
          real({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } })
        const Real = window.RTCPeerConnection
        window.RTCPeerConnection = class extends Real {
          addTransceiver(...how) {
            const made = super.addTransceiver(...how)
            const context = new AudioContext()
            this.ear = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 })
            context.createMediaStreamSource(new MediaStream([made.receiver.track])).connect(this.ear)
            window.ear = this.ear
            return made
          }
          // an ear that nobody needs any more would go on listening as long as the page is open
          close() {
            super.close()
            if (this.ear === undefined) return
            if (window.ear === this.ear) window.ear = undefined
            if (this.ear.context.state !== 'closed') void this.ear.context.close()
          }
        }
        window.loudest = () => {
          if (window.ear === undefined) return { hertz: 0, decibels: -200 }
          const bins = new Float32Array(window.ear.frequencyBinCount)
          window.ear.getFloatFrequencyData(bins)
          const at = bins.indexOf(Math.max(...bins))
          const hertz = (at * window.ear.context.sampleRate) / window.ear.fftSize
          return { hertz, decibels: Math.max(bins[at], -200) }
        }
        window.level = (hertz) => {
          if (window.ear === undefined) return -200
          const bins = new Float32Array(window.ear.frequencyBinCount)
          window.ear.getFloatFrequencyData(bins)
          const at = Math.round((hertz * window.ear.fftSize) / window.ear.context.sampleRate)
          return Math.max(...bins.slice(at - 2, at + 3), -200)
        }
      })()
      """;

  private Ears() {}

  /// A browser whose microphone hears this tone.
  static Chromium hearing(int hertz) throws IOException {
    return Chromium.hearing(hertz);
  }

  /// For the pages that will be opened.
  static void on(BrowserContext context) {
    context.addInitScript(SCRIPT);
  }

  static boolean hears(Page page, int hertz) {
    var loudest = (Map<?, ?>) page.evaluate("loudest()");
    return number(loudest, "decibels") > -50 && Math.abs(number(loudest, "hertz") - hertz) < 15;
  }

  /// Whether this tone is among what is heard, whatever else is.
  static boolean hearsAmongOthers(Page page, int hertz) {
    return ((Number) page.evaluate("hertz => level(hertz)", hertz)).doubleValue() > -55;
  }

  private static double number(Map<?, ?> found, String name) {
    return ((Number) Objects.requireNonNull(found.get(name))).doubleValue();
  }
}

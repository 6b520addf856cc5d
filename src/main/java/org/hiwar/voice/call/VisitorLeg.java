package org.hiwar.voice.call;

import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.webrtc.BrowserLeg;

/// The browser of a customer who has raised a call from a page. It lives as long as the call:
/// whoever closes one closes the other.
final class VisitorLeg implements CustomerLeg {
  private final BrowserLeg browser;
  private final Line line;

  VisitorLeg(BrowserLeg browser, Studio studio) {
    this.browser = browser;
    line = new Line(browser, studio.nanoTime(), studio.random());
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public void close() {
    browser.close();
  }
}

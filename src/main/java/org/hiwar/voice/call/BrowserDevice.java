package org.hiwar.voice.call;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.quality.Loudness;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.webrtc.BrowserLeg;
import org.hiwar.voice.webrtc.LegState;

/// An agent's browser as an end of calls, with the one line that it has for its whole life.
final class BrowserDevice implements AgentLeg {
  private final BrowserLeg browser;
  private final Line line;
  private final Loudness loudness;

  BrowserDevice(BrowserLeg browser, LongSupplier nanoTime, RandomGenerator random) {
    this.browser = browser;
    line = new Line(browser, nanoTime, random);
    loudness = new Loudness(nanoTime);
    line.addEar(loudness);
  }

  BrowserLeg browser() {
    return browser;
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public Loudness loudness() {
    return loudness;
  }

  @Override
  public LegStatistics statistics() {
    return browser.statistics();
  }

  @Override
  public boolean isConnected() {
    return browser.state() instanceof LegState.Connected;
  }
}

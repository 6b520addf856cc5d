package org.hiwar.voice.webrtc;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hiwar.browser.Chromium;
import org.hiwar.testing.Await;

/// A Chromium whose microphone hears one tone, with the telephone's page.
public final class BrowserPhone implements AutoCloseable {
  private final Chromium chromium;
  private final Page page;

  public BrowserPhone(int hertz) throws IOException {
    chromium = Chromium.hearing(hertz);
    page = Chromium.page(chromium.browser().newContext());
  }

  /// Opens the page anew and makes the leg.
  public BrowserLeg open(PhoneServer server, String change) throws InterruptedException {
    page.navigate(server.page(change));
    page.waitForFunction("window.phone");
    page.evaluate("phone.open()");
    return server.leg();
  }

  /// Opens the page at an address of its own, and makes the leg.
  public void open(String address) {
    page.navigate(address);
    page.waitForFunction("window.phone");
    page.evaluate("phone.open()");
  }

  public void awaitState(String state) {
    Await.until(() -> state.equals(state()));
  }

  String state() {
    return String.valueOf(page.evaluate("phone.state()"));
  }

  public void speak() {
    page.evaluate("phone.speak()");
  }

  public void rest() {
    page.evaluate("phone.rest()");
  }

  public void press(String digits) {
    page.evaluate("digits => phone.press(digits)", digits);
  }

  public void hangUp() {
    page.evaluate("phone.close()");
  }

  public boolean hears(int hertz) {
    var loudest = loudest();
    return loudest.decibels() > -50 && Math.abs(loudest.hertz() - hertz) < 15;
  }

  /// Perhaps with others.
  public boolean hearsAlso(int hertz) {
    return level(hertz) > -50;
  }

  public boolean hearsNothingOf(int hertz) {
    return level(hertz) < -75;
  }

  private double level(int hertz) {
    return number(page.evaluate("hertz => phone.level(hertz)", hertz));
  }

  public boolean hearsNothing() {
    return loudest().decibels() < -80;
  }

  private Loudest loudest() {
    var found = (Map<?, ?>) page.evaluate("phone.loudest()");
    return new Loudest(number(found, "hertz"), number(found, "decibels"));
  }

  /// @param decibels below zero, which is as loud as can be
  private record Loudest(double hertz, double decibels) {}

  double count(String type, String name) {
    return number(page.evaluate("([type, name]) => phone.count(type, name)", List.of(type, name)));
  }

  String text(String type, String name) {
    var found = page.evaluate("([type, name]) => phone.text(type, name)", List.of(type, name));
    return String.valueOf(found);
  }

  private static double number(Map<?, ?> found, String name) {
    return number(Objects.requireNonNull(found.get(name)));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  @Override
  public void close() {
    chromium.close();
  }
}

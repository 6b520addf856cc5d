package org.hiwar.app.demo.carrier;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.app.demo.carrier.ToPhone.CentreNumber;
import org.hiwar.voice.sip.DialString;
import org.springframework.stereotype.Component;

/// The SMS of the demonstration's network. A telephone need not be plugged in: what is written to
/// it waits in its memory, which lives as long as the server.
@Component
class SmsNetwork {
  private final Clock clock;
  private final Map<DialString, Deque<ToPhone.Text>> threads = new HashMap<>();
  private final Map<DialString, Display> plugged = new HashMap<>();
  private volatile SmsLink link = SmsLink.NONE;
  private long lastId;

  SmsNetwork(Clock clock) {
    this.clock = clock;
  }

  void connect(SmsLink centre) {
    link = centre;
  }

  void disconnect() {
    link = SmsLink.NONE;
  }

  List<CentreNumber> senders() {
    return link.senders();
  }

  /// Shows what the telephone remembers, and from now on what comes.
  synchronized void plug(DialString number, Display display) {
    plugged.put(number, display);
    threads.getOrDefault(number, new ArrayDeque<>()).forEach(display::show);
  }

  synchronized void unplug(DialString number, Display display) {
    plugged.remove(number, display);
  }

  /// The contact centre writes.
  ///
  /// @return whether there is such a number
  synchronized boolean arrived(DialString from, DialString to, String text) {
    if (!DemoNumbers.phones().contains(to)) return false;
    keep(to, next(from, false, text));
    return true;
  }

  /// A telephone writes.
  void write(DialString from, DialString to, String text) {
    var party = DemoNumbers.spelledOut(to);
    var written = next(party, true, text);
    keep(from, written);
    link.send(from, party, text, () -> fail(from, written));
  }

  private synchronized ToPhone.Text next(DialString party, boolean mine, String text) {
    return new ToPhone.Text(++lastId, party.text(), mine, text, clock.instant(), false);
  }

  private synchronized void keep(DialString number, ToPhone.Text text) {
    var thread = threads.computeIfAbsent(number, _ -> new ArrayDeque<>());
    thread.addLast(text);
    if (thread.size() > CarrierLimits.SMS_KEPT) thread.removeFirst();
    show(number, text);
  }

  private synchronized void fail(DialString number, ToPhone.Text text) {
    var failed =
        new ToPhone.Text(text.id(), text.party(), text.mine(), text.text(), text.at(), true);
    var thread = threads.computeIfAbsent(number, _ -> new ArrayDeque<>());
    var changed = thread.stream().map(each -> each.id() == failed.id() ? failed : each).toList();
    thread.clear();
    thread.addAll(changed);
    show(number, failed);
  }

  private void show(DialString number, ToPhone.Text text) {
    var display = plugged.get(number);
    if (display != null) display.show(text);
  }
}

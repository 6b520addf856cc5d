package org.hiwar.voice.call;

import java.util.ArrayList;
import java.util.List;

/// Everybody behind the trunk, each by the last figure of the number: some are busy, some hang up
/// soon, some talk until the agent ends it, some let it ring. Agents' own telephones answer.
final class CalledCustomers implements AutoCloseable {
  private static final long TALK_MS = 800;
  private static final int BUSY = 486;

  private final Telephone telephone;
  private final List<Telephone.Talk> talks = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  CalledCustomers(Telephone telephone) {
    this.telephone = telephone;
    thread = Thread.ofVirtual().name("customers").start(this::live);
  }

  private void live() {
    while (!closed) {
      try {
        take(telephone.called());
      } catch (InterruptedException _) {
        return;
      } catch (AssertionError | RuntimeException _) {
        // nobody has called for a while, or a call is over before it is answered
      }
    }
  }

  private void take(Telephone.Talk talk) {
    synchronized (talks) {
      talks.add(talk);
    }
    var number = talk.number();
    int figure = number.charAt(number.length() - 1) - '0';
    if (number.startsWith(KilledCampaign.AGENTS)) talk.answer();
    else if (figure < 4) talk.refuse(BUSY);
    else if (figure < 9) {
      talk.answer();
      if (figure < 7) Thread.startVirtualThread(() -> hangsUp(talk));
    } else talk.rings();
  }

  private static void hangsUp(Telephone.Talk talk) {
    try {
      Thread.sleep(TALK_MS);
      talk.hangUp();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    synchronized (talks) {
      talks.forEach(Telephone.Talk::close);
    }
  }
}

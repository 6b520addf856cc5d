package org.hiwar.app.demo.carrier;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hiwar.app.demo.carrier.ToPhone.CentreNumber;
import org.hiwar.sms.simulator.Received;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.voice.sip.DialString;

/// One sender of the contact centre, with a message centre of its own to which it is bound.
final class SmsSender implements AutoCloseable {
  /// What the sender's account logs in with.
  static final String SYSTEM_ID = "hiwar";

  private static final String DELIVERED = "DELIVRD";
  private static final String UNDELIVERABLE = "UNDELIV";

  private final CentreNumber shown;
  private final SmsNetwork network;
  private final SmscSimulator messages;
  private final ThreadPoolExecutor towards = queue("towards");
  private final ThreadPoolExecutor receipts = queue("receipts");

  SmsSender(CentreNumber shown, String password, SmsNetwork network) {
    this.shown = shown;
    this.network = network;
    messages = SmscSimulator.start(SYSTEM_ID, password);
    messages.listen(this::received);
  }

  private static ThreadPoolExecutor queue(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(CarrierLimits.SMS_WAITING),
        Thread.ofVirtual().name("demo-sms-" + name).factory());
  }

  CentreNumber shown() {
    return shown;
  }

  int port() {
    return messages.port();
  }

  /// A telephone writes to it; in order, and for a minute if nobody takes it.
  void send(DialString from, String text, Runnable failed) {
    try {
      towards.execute(
          () -> {
            if (!messages.send(from.text(), shown.number(), text)) failed.run();
          });
    } catch (RejectedExecutionException _) {
      failed.run();
    }
  }

  private void received(Received message) {
    boolean there =
        DialString.parse(message.to())
            .map(DemoNumbers::spelledOut)
            .map(to -> network.arrived(new DialString(shown.number()), to, message.text()))
            .orElse(false);
    receipts.execute(() -> confirm(message, there ? DELIVERED : UNDELIVERABLE));
  }

  private void confirm(Received message, String state) {
    for (var part : message.ids()) messages.receipt(part, message.to(), shown.number(), state);
  }

  @Override
  public void close() {
    towards.shutdownNow();
    receipts.shutdownNow();
    messages.close();
  }
}

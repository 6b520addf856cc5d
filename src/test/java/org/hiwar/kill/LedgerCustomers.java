package org.hiwar.kill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hiwar.email.MailHouse;
import org.hiwar.sms.simulator.SmscSimulator;

/// Customers of five channels who write at the same time, each one message after the other: the
/// next is sent when the provider has been told that we have the one before. Much comes twice, and
/// late.
final class LedgerCustomers {
  static final String SMS_NUMBER = "+963112233445";
  /// Of each channel.
  private static final int CUSTOMERS = 25;
  /// Of 100 messages; the rest comes by the webhook channel.
  private static final Map<String, Integer> SHARES = Map.of("e", 3, "s", 15, "w", 28, "t", 27);

  private final Providers providers;
  private final SmscSimulator centre;
  private final MailHouse mail;
  private final Map<String, String> accounts;
  /// How many messages each customer sends, by letter and number.
  final Map<String, Integer> sent = new ConcurrentHashMap<>();
  final AtomicInteger taken = new AtomicInteger();
  final AtomicInteger repeated = new AtomicInteger();
  final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

  /// @param accounts by channel
  LedgerCustomers(
      Providers providers, SmscSimulator centre, MailHouse mail, Map<String, String> accounts) {
    this.providers = providers;
    this.centre = centre;
    this.mail = mail;
    this.accounts = accounts;
  }

  private interface Writing {
    /// @param messages how many this customer writes
    void write(int customer, int messages) throws Exception;
  }

  /// Begins; done when the threads are, and well when there are no `failures`.
  List<Thread> write(int messages) {
    var threads = new ArrayList<Thread>();
    int left = messages;
    for (var letter : List.of("e", "s", "w", "t")) {
      int share = messages * Objects.requireNonNull(SHARES.get(letter)) / 100;
      left -= share;
      threads.addAll(customers(letter, share));
    }
    threads.addAll(customers("h", left));
    return threads;
  }

  private List<Thread> customers(String letter, int messages) {
    Writing writing =
        switch (letter) {
          case "e" -> this::mails;
          case "s" -> this::texts;
          case "w" -> this::whatsapps;
          case "t" -> this::telegrams;
          default -> this::webhooks;
        };
    return IntStream.range(0, CUSTOMERS)
        .mapToObj(
            customer -> {
              int own = messages / CUSTOMERS + (customer < messages % CUSTOMERS ? 1 : 0);
              if (own > 0) sent.put(letter + "-" + customer, own);
              return Thread.ofVirtual()
                  .uncaughtExceptionHandler((_, e) -> failures.add(e))
                  .start(() -> write(writing, customer, own));
            })
        .toList();
  }

  private static void write(Writing writing, int customer, int messages) {
    try {
      writing.write(customer, messages);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Up to three messages in a delivery; many begin with one that was delivered before.
  private void whatsapps(int customer, int messages) throws InterruptedException {
    for (int next = 0; next < messages; ) {
      var numbers = new ArrayList<Integer>();
      if (next % 4 == 3) numbers.add(next - 1);
      int until = Math.min(messages, next + 1 + next % 3);
      int fresh = until - next;
      for (; next < until; next++) numbers.add(next);
      var delivery = providers.whatsapp(account("whatsapp"), customer, numbers);
      delivered(delivery, fresh);
      if (next % 7 == 0) again(delivery);
    }
  }

  private void telegrams(int customer, int messages) throws InterruptedException {
    for (int next = 0; next < messages; next++) {
      var delivery = providers.telegram(account("telegram"), customer, next);
      delivered(delivery, 1);
      if (next % 6 == 5) again(delivery);
      if (next % 9 == 8) again(providers.telegram(account("telegram"), customer, next - 3));
    }
  }

  private void webhooks(int customer, int messages) throws InterruptedException {
    for (int next = 0; next < messages; next++) {
      delivered(providers.webhook(account("webhook"), customer, next), 1);
      if (next % 5 == 4) again(providers.webhook(account("webhook"), customer, next - 2));
    }
  }

  private void delivered(Providers.Delivery delivery, int fresh) throws InterruptedException {
    repeated.addAndGet(providers.deliver(delivery) - 1);
    taken.addAndGet(fresh);
  }

  private void again(Providers.Delivery delivery) throws InterruptedException {
    repeated.addAndGet(providers.deliver(delivery));
  }

  /// Some are long, and their second part comes first.
  private void texts(int customer, int messages) {
    var from = "+4915112%06d".formatted(customer);
    for (int next = 0; next < messages; next++) {
      var text = "s-%d-%d".formatted(customer, next);
      boolean all =
          next % 8 == 5
              ? centre.sendParts(from, SMS_NUMBER, text + " and on".repeat(30), 2, 1)
              : centre.send(from, SMS_NUMBER, text);
      if (!all) throw new AssertionError("nobody took " + text + " for a minute");
      taken.incrementAndGet();
    }
  }

  /// Some lie in the mailbox twice.
  private void mails(int customer, int messages) throws InterruptedException {
    for (int next = 0; next < messages; next++) {
      var raw =
          """
          From: Customer %1$d <customer%1$d@x.example>
          To: %3$s
          Subject: %4$sOrder %1$d
          Date: Sun, 22 Nov 2026 10:%5$02d:%6$02d +0000
          Message-ID: <%1$d-%2$d@x.example>
          %7$s
          e-%1$d-%2$d
          """
              .formatted(
                  customer,
                  next,
                  MailHouse.OURS,
                  next == 0 ? "" : "Re: ",
                  next / 60 % 60,
                  next % 60,
                  next == 0 ? "" : "In-Reply-To: <%d-0@x.example>\n".formatted(customer));
      mail.comes(raw);
      if (next % 4 == 3) {
        mail.comes(raw);
        repeated.incrementAndGet();
      }
      taken.incrementAndGet();
      if (next % 3 == 2) Thread.sleep(500); // mails come over the whole time
    }
  }

  private String account(String channel) {
    return Objects.requireNonNull(accounts.get(channel));
  }
}

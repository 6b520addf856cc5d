package org.hiwar.channel.postcard;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Capabilities;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Line;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Sending;
import org.hiwar.channel.Setting;
import org.hiwar.contact.AddressKind;
import org.hiwar.workspace.Medium;
import org.springframework.stereotype.Component;

/// Postcards. The setting `host` says how it goes: `broken` cannot be opened, `away` is down,
/// `faulty` fails when it is tried, `slow` is closed when the test lets it.
@Component
public class PostcardChannel implements Channel {
  public static final String NAME = "postcard";
  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

  /// What slow ones wait for when they are closed.
  public final CountDownLatch closing = new CountDownLatch(1);

  private final Map<AccountId, Account> open = new ConcurrentHashMap<>();
  private final Map<AccountId, AtomicInteger> tries = new ConcurrentHashMap<>();

  /// As it was when its line was opened; empty: no line is open.
  public Optional<Account> opened(AccountId account) {
    return Optional.ofNullable(open.get(account));
  }

  /// How often its line was opened, or should have been.
  public int tries(AccountId account) {
    return tries.getOrDefault(account, new AtomicInteger()).get();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Medium.CHAT, AddressKind.EXTERNAL, true, 500, 1, 1_000_000, false);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.required("host", Setting.Kind.TEXT),
        Setting.required("code", Setting.Kind.SECRET),
        Setting.optional("pages", Setting.Kind.NUMBER, "1"),
        Setting.optional("stamped", Setting.Kind.FLAG, "true"),
        Setting.choice("colour", "blue", "green"));
  }

  @Override
  public Optional<String> ourAddress(String typed) {
    var address = typed.strip().toLowerCase(Locale.ROOT);
    return address.startsWith("box ") ? Optional.of(address) : Optional.empty();
  }

  @Override
  public Line open(Account account, Inbox inbox) {
    tries.computeIfAbsent(account.id(), _ -> new AtomicInteger()).incrementAndGet();
    var host = account.setting("host");
    if (host.equals("broken")) throw new IllegalStateException("no post office");
    open.put(account.id(), account);
    return new Line() {
      @Override
      public Standing standing() {
        return host.equals("away")
            ? new Standing(false, SINCE, "no-answer")
            : new Standing(true, SINCE, null);
      }

      @Override
      public void close() {
        if (host.equals("slow")) await(closing);
        open.remove(account.id(), account);
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Finding> test(Account account) {
    return switch (account.setting("host")) {
      case "faulty" -> throw new IllegalStateException("no post office");
      case "away" -> List.of(Finding.bad("no-answer", "closed"));
      default -> List.of(Finding.good("connected"), Finding.good("logged-in"));
    };
  }

  @Override
  public Reading read(Account account, RawItem item) {
    return new Reading.Aside("unreadable", "nobody reads postcards here");
  }

  @Override
  public Sending send(Account account, Outgoing message) {
    return new Sending.Refused("unreachable", "");
  }
}

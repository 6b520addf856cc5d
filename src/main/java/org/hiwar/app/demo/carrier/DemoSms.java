package org.hiwar.app.demo.carrier;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.app.demo.account.DemoAccounts;
import org.hiwar.app.demo.carrier.ToPhone.CentreNumber;
import org.hiwar.channel.Account;
import org.hiwar.voice.sip.DialString;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs message centres for the senders of the demo workspace. Each takes a port that is free, and
/// writes it into the sender's account together with a new password.
@Component
class DemoSms implements SmartLifecycle, SmsLink {
  /// By which the demo workspace knows these senders.
  private static final String CHANNEL = "sms";

  private final DemoAccounts accounts;
  private final SmsNetwork network;
  private volatile List<SmsSender> senders = List.of();

  DemoSms(DemoAccounts accounts, SmsNetwork network) {
    this.accounts = accounts;
    this.network = network;
  }

  @Override
  public void start() {
    var numbers = DemoNumbers.senders().stream().map(DialString::text).toList();
    senders = accounts.of(CHANNEL, numbers).stream().map(this::open).toList();
    if (isRunning()) network.connect(this);
  }

  private SmsSender open(Account account) {
    // An SMPP password has 8 characters at most.
    var password = UUID.randomUUID().toString().substring(0, 8);
    var shown = new CentreNumber(account.address(), account.name(), account.language());
    var sender = new SmsSender(shown, password, network);
    accounts.lead(
        account,
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            String.valueOf(sender.port()),
            "systemId",
            SmsSender.SYSTEM_ID,
            "password",
            password));
    return sender;
  }

  @Override
  public List<CentreNumber> senders() {
    return senders.stream().map(SmsSender::shown).toList();
  }

  @Override
  public void send(DialString from, DialString to, String text, Runnable failed) {
    senders.stream()
        .filter(sender -> sender.shown().number().equals(to.text()))
        .findFirst()
        .ifPresentOrElse(sender -> sender.send(from, text, failed), failed);
  }

  @Override
  public void stop() {
    network.disconnect();
    var open = senders;
    senders = List.of();
    open.forEach(SmsSender::close);
  }

  @Override
  public boolean isRunning() {
    return !senders.isEmpty();
  }
}

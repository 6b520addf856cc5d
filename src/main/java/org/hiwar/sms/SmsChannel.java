package org.hiwar.sms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Capabilities;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Line;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Recipient;
import org.hiwar.channel.Sending;
import org.hiwar.channel.Setting;
import org.hiwar.channel.Setting.Kind;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.channel.Webhooks;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.OptOuts;
import org.hiwar.conversation.Message;
import org.hiwar.sms.http.HttpSettings;
import org.hiwar.sms.http.HttpSms;
import org.hiwar.sms.smpp.SmppGround;
import org.hiwar.sms.smpp.SmppItems;
import org.hiwar.sms.smpp.SmppLine;
import org.hiwar.sms.smpp.SmppSettings;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;

/// SMS. Each account goes over SMPP, or over HTTP of a provider.
public final class SmsChannel implements Channel, Webhooks {
  static final String NAME = "sms";

  private final SmppGround smpp;
  private final SmppItems items;
  private final HttpSms http;
  private final OptOuts optOuts;
  private final Map<AccountId, SmppLine> lines = new ConcurrentHashMap<>();
  private final Map<AccountId, SmppLine.Memory> memories = new ConcurrentHashMap<>();

  public SmsChannel(SmppGround smpp, HttpSms http, OptOuts optOuts) {
    this.smpp = smpp;
    this.http = http;
    this.optOuts = optOuts;
    items = new SmppItems(smpp.parts(), smpp.segments());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Medium.CHAT, AddressKind.PHONE, true, SmsLimits.CHARACTERS, 0, 0, true);
  }

  @Override
  public List<Setting> settings() {
    var all = new ArrayList<Setting>();
    all.add(Setting.choice("provider", "smpp", "http"));
    all.add(Setting.optional("country", Kind.TEXT, ""));
    all.addAll(SmppSettings.ASKED);
    all.addAll(HttpSettings.ASKED);
    return List.copyOf(all);
  }

  private static boolean isHttp(Account account) {
    return account.setting("provider").equals("http");
  }

  @Override
  public Optional<String> ourAddress(String typed) {
    return SenderName.normalised(typed);
  }

  @Override
  public Line open(Account account, Inbox inbox) {
    if (isHttp(account)) return Line.idle(smpp.clock().instant());
    var memory = memories.computeIfAbsent(account.id(), _ -> new SmppLine.Memory());
    var line = SmppLine.open(account, inbox, smpp, memory);
    lines.put(account.id(), line);
    return new Line() {
      @Override
      public Standing standing() {
        return line.standing();
      }

      @Override
      public void close() {
        lines.remove(account.id(), line);
        line.close();
      }
    };
  }

  /// A line that is up proves more than another bind, which some centres do not admit beside it.
  @Override
  public List<Finding> test(Account account) {
    var findings = new ArrayList<Finding>();
    var line = lines.get(account.id());
    if (isHttp(account)) findings.addAll(http.test(account));
    else if (line != null && line.standing().up() && line.isOf(account))
      findings.addAll(List.of(Finding.good("connection"), Finding.good("bind")));
    else findings.addAll(SmppLine.test(account, smpp.sockets()));
    findings.add(
        SenderName.isName(account.address())
            ? Finding.good("sender-name")
            : Finding.good("sender"));
    return List.copyOf(findings);
  }

  /// By the way it came, even if the account goes another way meanwhile.
  @Override
  public Reading read(Account account, RawItem item) {
    return SmppItems.wrote(item.body()) ? items.read(account, item) : http.read(item);
  }

  @Override
  public void kept(WorkspaceId workspace, RawItem item, Incoming incoming, Message message) {
    var address = incoming.from().address();
    OptOutWords.of(incoming.text())
        .ifPresent(
            wish -> {
              switch (wish) {
                case OUT ->
                    optOuts.said(
                        workspace, address.kind(), address.value(), NAME, incoming.text().strip());
                case IN -> optOuts.remove(workspace, address.kind(), address.value(), NAME);
              }
            });
  }

  @Override
  public Sending send(Account account, Outgoing message) {
    if (isHttp(account)) return http.send(account, message);
    var line = lines.get(account.id());
    if (line == null) return new Sending.Later("not-connected", "", Duration.ZERO);
    return line.send(message);
  }

  @Override
  public Optional<String> hindrance(Account account, Recipient recipient) {
    return Landlines.hindrance(recipient.address());
  }

  @Override
  public Answer handle(Account account, WebhookRequest request, Inbox inbox) {
    return isHttp(account) ? http.handle(account, request, inbox) : Answer.status(404);
  }
}

package org.hiwar.messenger.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hiwar.channel.Account;
import org.hiwar.channel.Capabilities;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Line;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Sending;
import org.hiwar.channel.Setting;
import org.hiwar.channel.Setting.Kind;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.channel.Webhooks;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.Message;
import org.hiwar.messenger.Fetching;
import org.hiwar.messenger.Keeping;
import org.hiwar.messenger.MessengerFiles;
import org.hiwar.messenger.ProviderHttp;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A channel of another system, for messengers and apps that Hiwar does not know.
@Component
final class WebhookChannel implements Channel, Webhooks, Fetching {
  /// Where messages of agents go.
  static final String URL = "url";
  static final String SECRET = "secret";
  /// Counts besides the first while both sides change theirs.
  static final String SECOND_SECRET = "secondSecret";

  private static final Pattern ADDRESS = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final int REFUSED = 403;
  private static final int UNREADABLE = 422;

  private final WebhookGateway gateway;
  private final MessengerFiles files;
  private final Clock clock;

  WebhookChannel(ProviderHttp http, MessengerFiles files, Clock clock) {
    this.gateway = new WebhookGateway(http);
    this.files = files;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Medium.CHAT,
        AddressKind.EXTERNAL,
        true,
        ConversationLimits.MESSAGE_CHARACTERS,
        WebhookGateway.FILES,
        WebhookGateway.FILE_BYTES,
        true);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.required(URL, Kind.TEXT),
        Setting.required(SECRET, Kind.SECRET),
        Setting.optional(SECOND_SECRET, Kind.SECRET, ""));
  }

  /// A name of the other system, chosen by the administrator.
  @Override
  public Optional<String> ourAddress(String typed) {
    return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
        .filter(address -> ADDRESS.matcher(address).matches());
  }

  @Override
  public Line open(Account account, Inbox inbox) {
    return Line.idle(clock.instant());
  }

  @Override
  public List<Finding> test(Account account) {
    return List.of(gateway.test(account, signature(account)));
  }

  /// What cannot be read is answered at once with what is wrong: whoever signs it can correct it.
  @Override
  public Answer handle(Account account, WebhookRequest request, Inbox inbox) {
    var id = request.header(StandardSignature.ID);
    boolean signed =
        request.method().equals("POST")
            && signature(account)
                .valid(
                    id,
                    request.header(StandardSignature.TIMESTAMP),
                    request.header(StandardSignature.SIGNATURE),
                    request.body());
    if (!signed) return Answer.status(REFUSED);
    if (WebhookItem.read(request.body(), clock.instant()) instanceof Reading.Aside(_, var detail))
      return new Answer(
          UNREADABLE,
          "application/json",
          JsonMapper.shared().writeValueAsBytes(Map.of("problem", detail)));
    return Keeping.keep(inbox, account, id, request.body());
  }

  @Override
  public Reading read(Account account, RawItem item) {
    return WebhookItem.read(item.body(), item.receivedAt());
  }

  @Override
  public void kept(WorkspaceId workspace, RawItem item, Incoming incoming, Message message) {
    files.came(
        workspace, item.account(), message, WebhookItem.files(item.body(), incoming.externalId()));
  }

  @Override
  public Fetched fetch(Account account, String reference) {
    return gateway.fetch(reference);
  }

  @Override
  public Sending send(Account account, Outgoing message) {
    return gateway.send(account, message, signature(account));
  }

  private StandardSignature signature(Account account) {
    return new StandardSignature(
        List.of(account.setting(SECRET), account.setting(SECOND_SECRET)), clock);
  }
}

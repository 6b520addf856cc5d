package org.hiwar.messenger.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
import org.hiwar.channel.Recipient;
import org.hiwar.channel.Sending;
import org.hiwar.channel.Setting;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.channel.Webhooks;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.SentOut;
import org.hiwar.messenger.Fetching;
import org.hiwar.messenger.Keeping;
import org.hiwar.messenger.MessengerFiles;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.ProviderHttp;
import org.hiwar.messenger.Signatures;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Telegram as a channel.
@Component
final class TelegramChannel implements Channel, Webhooks, Fetching {
  /// Of a bot, as Telegram allows them, in one spelling.
  private static final Pattern BOT = Pattern.compile("[a-z][a-z0-9_]{3,31}");

  private static final String SECRET = "x-telegram-bot-api-secret-token";
  private static final int REFUSED = 403;

  private final TelegramGateway gateway;
  private final Workspaces workspaces;
  private final MessengerFiles files;
  private final Clock clock;

  TelegramChannel(ProviderHttp http, Workspaces workspaces, MessengerFiles files, Clock clock) {
    this.files = files;
    this.gateway = new TelegramGateway(http);
    this.workspaces = workspaces;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Medium.CHAT,
        AddressKind.TELEGRAM,
        false,
        ConversationLimits.MESSAGE_CHARACTERS,
        1,
        MessengerLimits.FILE_BYTES,
        false);
  }

  @Override
  public int captionCharacters() {
    return MessengerLimits.CAPTION_CHARACTERS;
  }

  @Override
  public List<Setting> settings() {
    return TelegramSettings.ALL;
  }

  /// The name of the bot, with `@` or without.
  @Override
  public Optional<String> ourAddress(String typed) {
    var name = typed.strip().toLowerCase(Locale.ROOT);
    return Optional.of(name.startsWith("@") ? name.substring(1) : name)
        .filter(bot -> BOT.matcher(bot).matches());
  }

  @Override
  public Line open(Account account, Inbox inbox) {
    return new TelegramLine(gateway, account, url(account), clock);
  }

  @Override
  public List<Finding> test(Account account) {
    return gateway.test(account, url(account));
  }

  @Override
  public Answer handle(Account account, WebhookRequest request, Inbox inbox) {
    if (!request.method().equals("POST")
        || !Signatures.same(TelegramSettings.secret(account), request.header(SECRET)))
      return Answer.status(REFUSED);
    return Keeping.keep(inbox, account, name(request.body()), request.body());
  }

  /// Updates are numbered; what is none is kept too, to be looked at.
  private static String name(byte[] body) {
    try {
      var number = JsonMapper.shared().readTree(body).path("update_id").asString("");
      if (!number.isEmpty()) return number;
    } catch (JacksonException _) {
      // named by its bytes
    }
    return Signatures.nameOf(body);
  }

  @Override
  public Reading read(Account account, RawItem item) {
    return TelegramUpdate.read(account, item);
  }

  /// What was changed brings its file a second time: it is shown with the first.
  @Override
  public void kept(WorkspaceId workspace, RawItem item, Incoming incoming, Message message) {
    var sent = JsonMapper.shared().readTree(item.body()).path("message");
    if (incoming.externalId().equals(TelegramUpdate.name(sent)))
      files.came(workspace, item.account(), message, TelegramMedia.of(sent).stream().toList());
  }

  @Override
  public Fetched fetch(Account account, String reference) {
    return gateway.fetch(account, reference);
  }

  @Override
  public Sending send(Account account, Outgoing message) {
    return gateway.send(account, message);
  }

  @Override
  public boolean rewords() {
    return true;
  }

  @Override
  public Sending reword(Account account, SentOut message, @Nullable String text) {
    return gateway.reword(account, message, text);
  }

  @Override
  public Optional<String> hindrance(Account account, Recipient recipient) {
    return recipient.lastHeard() == null ? Optional.of("never-wrote") : Optional.empty();
  }

  private String url(Account account) {
    var slug = workspaces.find(account.workspace()).orElseThrow().slug();
    var base = account.setting(TelegramSettings.PUBLIC_ADDRESS).strip();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
        + "/api/webhooks/"
        + slug
        + "/"
        + account.id();
  }
}

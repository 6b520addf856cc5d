package org.hiwar.messenger.whatsapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hiwar.channel.Account;
import org.hiwar.channel.Approving;
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
import org.hiwar.contact.Addresses;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.Message;
import org.hiwar.messenger.Fetching;
import org.hiwar.messenger.HeardStore;
import org.hiwar.messenger.Keeping;
import org.hiwar.messenger.MessengerFiles;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.ProviderHttp;
import org.hiwar.messenger.Signatures;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// WhatsApp as a channel.
@Component
final class WhatsAppChannel implements Channel, Webhooks, Fetching, Approving {
  /// For so long after a customer's message anything may be written; after it, templates alone.
  static final Duration WINDOW = Duration.ofHours(24);

  /// What a challenge is made of; anything else is not sent back.
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

  private static final String SIGNATURE = "x-hub-signature-256";
  private static final int OK = 200;
  private static final int REFUSED = 403;

  private final WhatsAppGateway gateway;
  private final WhatsAppTemplates templates;
  private final HeardStore heard;
  private final MessengerFiles files;
  private final Clock clock;

  WhatsAppChannel(ProviderHttp http, HeardStore heard, MessengerFiles files, Clock clock) {
    this.gateway = new WhatsAppGateway(http);
    this.templates = new WhatsAppTemplates(http);
    this.heard = heard;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "whatsapp";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Medium.CHAT,
        AddressKind.WHATSAPP,
        true,
        ConversationLimits.MESSAGE_CHARACTERS,
        1,
        MessengerLimits.FILE_BYTES,
        true);
  }

  @Override
  public int captionCharacters() {
    return MessengerLimits.CAPTION_CHARACTERS;
  }

  @Override
  public List<Setting> settings() {
    return WhatsAppSettings.ALL;
  }

  /// The number that customers see.
  @Override
  public Optional<String> ourAddress(String typed) {
    return Addresses.normalised(AddressKind.PHONE, typed, "");
  }

  @Override
  public Line open(Account account, Inbox inbox) {
    return Line.idle(clock.instant());
  }

  @Override
  public List<Finding> test(Account account) {
    return gateway.test(account);
  }

  @Override
  public Answer handle(Account account, WebhookRequest request, Inbox inbox) {
    if (request.method().equals("GET")) return challenge(account, request);
    var secret = account.setting(WhatsAppSettings.APP_SECRET);
    if (secret.isEmpty()) return Answer.status(REFUSED);
    var expected =
        "sha256=" + Signatures.hex(Signatures.hmac(Signatures.utf8(secret), request.body()));
    if (!Signatures.same(expected, request.header(SIGNATURE))) return Answer.status(REFUSED);
    return Keeping.keep(inbox, account, Signatures.nameOf(request.body()), request.body());
  }

  /// Asked once, when the webhook is set up at the provider.
  private static Answer challenge(Account account, WebhookRequest request) {
    var challenge = request.query().getOrDefault("hub.challenge", "");
    boolean ours =
        Signatures.same(
            account.setting(WhatsAppSettings.VERIFY_TOKEN),
            request.query().getOrDefault("hub.verify_token", ""));
    return ours
            && "subscribe".equals(request.query().get("hub.mode"))
            && CHALLENGE.matcher(challenge).matches()
        ? new Answer(OK, "text/plain", Signatures.utf8(challenge))
        : Answer.status(REFUSED);
  }

  @Override
  public Reading read(Account account, RawItem item) {
    return WhatsAppDelivery.read(account, item);
  }

  /// The rest of a message that was too long for one has no name at the provider.
  @Override
  public void kept(WorkspaceId workspace, RawItem item, Incoming incoming, Message message) {
    var id = incoming.externalId();
    var sent = WhatsAppDelivery.message(item, id);
    if (sent.isEmpty()) return;
    var written = incoming.writtenAt();
    heard.heard(
        workspace,
        item.account(),
        incoming.from().address().value(),
        id,
        written == null ? item.receivedAt() : written);
    files.came(workspace, item.account(), message, WhatsAppMedia.of(sent.get()).stream().toList());
  }

  @Override
  public Fetched fetch(Account account, String reference) {
    return gateway.fetch(account, reference);
  }

  @Override
  public Sending send(Account account, Outgoing message) {
    var last = heard.last(account.workspace(), account.id(), message.to());
    boolean open = isOpen(last.map(HeardStore.Heard::at).orElse(null));
    var sent = gateway.send(account, message, open);
    if (sent instanceof Sending.Taken)
      last.filter(one -> !one.told()).ifPresent(one -> tellRead(account, message.to(), one));
    return sent;
  }

  /// Whoever has answered a message has read it. Should this fail, the customer sees it read with
  /// the next answer.
  private void tellRead(Account account, String customer, HeardStore.Heard last) {
    if (gateway.read(account, last.externalId()))
      heard.told(account.workspace(), account.id(), customer, last.externalId());
  }

  @Override
  public boolean templatesAlone(Account account, Recipient recipient) {
    return !isOpen(recipient.lastHeard());
  }

  @Override
  public Set<String> templateLanguages() {
    return WhatsAppLanguages.ALL;
  }

  @Override
  public boolean tellsApproved(Account account) {
    return !account.setting(WhatsAppSettings.BUSINESS_ID).isEmpty();
  }

  @Override
  public Told approved(Account account) {
    return templates.read(account);
  }

  private boolean isOpen(@Nullable Instant heard) {
    return heard != null && clock.instant().isBefore(heard.plus(WINDOW));
  }
}

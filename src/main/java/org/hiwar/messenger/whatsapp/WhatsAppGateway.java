package org.hiwar.messenger.whatsapp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Sending;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.messenger.Answered;
import org.hiwar.messenger.Call;
import org.hiwar.messenger.Fetching.Fetched;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.ProviderHttp;
import org.hiwar.messenger.Texts;

/// Speaks to the Cloud API.
final class WhatsAppGateway {
  private final ProviderHttp http;
  private final WhatsAppUpload upload;

  WhatsAppGateway(ProviderHttp http) {
    this.http = http;
    this.upload = new WhatsAppUpload(http);
  }

  /// @param open whether the window is: outside of it nothing goes but templates
  Sending send(Account account, Outgoing message, boolean open) {
    var template = message.template();
    if (template != null) return post(account, WhatsAppContent.template(message, template));
    if (!open)
      return new Sending.Refused("window-closed", "more than 24 hours since the last message");
    if (message.files().isEmpty()) return post(account, WhatsAppContent.text(message));
    return switch (upload.send(account, message)) {
      case WhatsAppUpload.Stored(var content) -> post(account, content);
      case WhatsAppUpload.Not(var sending) -> sending;
    };
  }

  /// Tells the provider that a customer's message was read; false: it does not know.
  boolean read(Account account, String externalId) {
    var body = Map.of("messaging_product", "whatsapp", "status", "read", "message_id", externalId);
    var call = authorised(account, Call.json(url(account, "/messages"), body));
    return http.send(call, MessengerLimits.COURTESY) instanceof Answered.Answer answer
        && answer.success();
  }

  /// The provider says where a file is, for a few minutes; only with the token it is given there.
  Fetched fetch(Account account, String media) {
    var place =
        Call.get(
            WhatsAppSettings.value(account, WhatsAppSettings.API)
                + "/"
                + URLEncoder.encode(media, StandardCharsets.UTF_8));
    var told = http.send(authorised(account, place), MessengerLimits.ANSWER);
    if (!(told instanceof Answered.Answer answer) || !answer.success()) return Fetched.of(told);
    var url = answer.json().path("url").asString("");
    if (url.isEmpty() || answer.json().path("file_size").asLong(0) > MessengerLimits.FILE_BYTES)
      return new Fetched.Lost();
    return Fetched.of(http.download(authorised(account, Call.get(url))));
  }

  List<Finding> test(Account account) {
    var call =
        authorised(
            account,
            Call.get(url(account, "?fields=display_phone_number,verified_name,quality_rating")));
    return switch (http.send(call, MessengerLimits.ANSWER)) {
      case Answered.Failed(var code, var detail) -> List.of(Finding.bad(code, detail));
      case Answered.Answer answer when answer.success() -> {
        var found = new ArrayList<Finding>();
        found.add(Finding.good("authorised"));
        var number = answer.json().path("display_phone_number").asString("");
        boolean ours =
            Addresses.normalised(AddressKind.PHONE, number, "")
                .filter(account.address()::equals)
                .isPresent();
        found.add(ours ? Finding.good("address") : Finding.bad("address", Texts.detail(number)));
        yield found;
      }
      case Answered.Answer answer -> {
        var refusal = WhatsAppAnswers.sending(answer);
        yield List.of(
            switch (refusal) {
              case Sending.Refused(var code, var detail) -> Finding.bad(code, detail);
              case Sending.Later(var code, var detail, _) -> Finding.bad(code, detail);
              case Sending.Taken _ -> Finding.bad("refused", "");
            });
      }
    };
  }

  private Sending post(Account account, Map<String, Object> content) {
    var call = authorised(account, Call.json(url(account, "/messages"), content));
    return switch (http.send(call, MessengerLimits.ANSWER)) {
      case Answered.Failed(var code, var detail) -> WhatsAppAnswers.later(code, detail);
      case Answered.Answer answer -> WhatsAppAnswers.sending(answer);
    };
  }

  /// Below our number.
  static String url(Account account, String below) {
    return WhatsAppSettings.value(account, WhatsAppSettings.API)
        + "/"
        + account.setting(WhatsAppSettings.NUMBER_ID)
        + below;
  }

  static Call authorised(Account account, Call call) {
    return call.with("Authorization", "Bearer " + account.setting(WhatsAppSettings.ACCESS_TOKEN));
  }
}

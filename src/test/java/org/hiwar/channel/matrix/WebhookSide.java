package org.hiwar.channel.matrix;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.contact.AddressKind;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.workspace.ServiceId;
import tools.jackson.databind.json.JsonMapper;

/// Another system with customers of its own, which signs what it delivers.
final class WebhookSide extends AccountSide {
  private static final String CUSTOMER = "customer-17";
  private static final byte[] KEY = "a key that both sides know".getBytes(UTF_8);
  private final WireMockServer other =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  WebhookSide(ChatWorkspace shop) {
    super(shop, "webhook", new Noted(AddressKind.EXTERNAL, CUSTOMER));
    other.start();
    other.stubFor(post(anyUrl()).willReturn(okJson("{}")));
    open(
        "app",
        ServiceId.of(shop.service()),
        Map.of(
            "url", "http://127.0.0.1:" + other.port() + "/hiwar",
            "secret", "whsec_" + Base64.getEncoder().encodeToString(KEY)));
  }

  @Override
  public void begin(String words) throws Exception {
    var id = UUID.randomUUID().toString();
    long now = Instant.now().getEpochSecond();
    var body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "type",
                    "message",
                    "id",
                    id,
                    "from",
                    Map.of("id", CUSTOMER, "name", "Layla"),
                    "text",
                    words));
    Delivering.deliver(
        webhook(),
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(now),
            "webhook-signature",
            "v1," + signature(id + "." + now + "." + body)),
        body);
  }

  private static String signature(String of) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(of.getBytes(UTF_8)));
  }

  @Override
  public boolean got(String words) {
    return other.findAll(postRequestedFor(urlEqualTo("/hiwar"))).stream()
        .map(request -> JsonMapper.shared().readTree(request.getBody()))
        .anyMatch(
            one ->
                one.path("to").asString("").equals(CUSTOMER)
                    && one.path("text").asString("").equals(words));
  }

  @Override
  public void answer(String words) throws Exception {
    begin(words);
  }

  @Override
  public void close() {
    remove();
    other.stop();
  }
}

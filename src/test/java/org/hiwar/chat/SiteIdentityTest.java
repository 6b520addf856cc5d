package org.hiwar.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Outcome;
import org.hiwar.conversation.Scene;
import org.hiwar.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Customers whom the site knows, and says so with its signature (decision 23).
class SiteIdentityTest {
  private final Scene scene = new Scene();
  private final EntryId id = new EntryId(TestDatabase.ids().next());
  private String entry = "";
  private String secret = "";

  @BeforeEach
  void makeEntry() {
    var slug =
        scene.database.inDirectory(
            db ->
                db.sql("select slug from workspace where id = ?")
                    .param(scene.workspace.value())
                    .query(String.class)
                    .single());
    entry = slug + "/web";
    ChatAlone.bean(ChatEntryStore.class)
        .add(
            scene.workspace,
            new ChatEntry(
                id, "web", scene.service, "Example", "ar", List.of(), "", "", "#0d5c63", null));
    secret = ChatAlone.bean(ChatIdentityStore.class).renew(scene.workspace, id).orElseThrow();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whoIsSignedInHasTheSameChatInEveryBrowserAndAProvedAddress() {
    try (var one = widget(token(_ -> {}))) {
      one.tell("hello");
      try (var other = widget(token(_ -> {}))) {
        assertThat(other.await("welcome").at("/messages/0/text").asString()).isEqualTo("hello");
      }
    }
    scene.commit(
        new InteractionChange.Ended(
            ChatAlone.bean(InteractionStore.class).open(scene.workspace).getLast().id(),
            Outcome.HANDLED,
            EndedBy.AGENT,
            Scene.now()));
    try (var later = widget(token(_ -> {}))) {
      var welcome = later.await("welcome");
      assertThat(welcome.at("/chat/state").asString()).isEqualTo("ENDED");
      assertThat(welcome.at("/messages/0/text").asString()).isEqualTo("hello");
      later.tell("again");
    }
    var contact = newest();
    assertThat(contact.name()).isEqualTo("Mona");
    assertThat(contact.addresses())
        .filteredOn(address -> address.kind() != AddressKind.VISITOR)
        .allMatch(address -> address.trust() == Trust.ATTESTED)
        .extracting(Address::value)
        .containsExactlyInAnyOrder("mona@example.com", "+963112345678");
  }

  @Test
  void aContactWithAProvedAddressIsRecognised() {
    var contacts = ChatAlone.bean(ContactStore.class);
    try (var stranger = widget(null)) {
      stranger.tell("hello");
    }
    var known = newest().id();
    contacts.addAddress(
        scene.workspace,
        known,
        new Address(AddressKind.EMAIL, "mona@example.com", Trust.CONFIRMED));
    try (var signedIn = widget(token(claims -> claims.remove("phone_number")))) {
      signedIn.tell("it is me");
      assertThat(newest().id()).isEqualTo(known);
    }
  }

  @Test
  void anAddressThatTheSiteHasNotVerifiedProvesNothing() {
    try (var widget = widget(token(claims -> claims.put("email_verified", false)))) {
      widget.tell("hello");
      assertThat(newest().addresses())
          .extracting(Address::value)
          .doesNotContain("mona@example.com")
          .contains("+963112345678");
    }
  }

  @Test
  void whatIsNotRightAttestsNobody() {
    long now = Instant.now().getEpochSecond();
    try (var signedIn = widget(token(_ -> {}))) {
      signedIn.tell("secret");
      var good = token(_ -> {});
      for (var bad :
          List.of(
              "",
              "a.b.c",
              good.substring(0, good.lastIndexOf('.') + 1),
              signed("another secret", header("HS256"), claims(_ -> {})),
              signed(secret, header("none"), claims(_ -> {})),
              signed(secret, header("HS512"), claims(_ -> {})),
              token(claims -> claims.put("exp", now - 120)),
              token(claims -> claims.put("exp", now + 200_000)),
              token(claims -> claims.remove("exp")),
              token(claims -> claims.put("nbf", now + 3_600)),
              token(claims -> claims.put("sub", " ")),
              token(claims -> claims.remove("sub"))))
        try (var thief = widget(bad)) {
          assertThat(thief.await("welcome").path("messages")).as(bad).isEmpty();
        }
    }
    ChatAlone.bean(ChatIdentityStore.class).remove(scene.workspace, id);
    try (var late = widget(token(_ -> {}))) {
      assertThat(late.await("welcome").path("messages")).isEmpty();
    }
  }

  private TestWidget widget(@Nullable String identity) {
    var widget = new TestWidget(entry, ChatAlone.origin());
    widget.say(
        TestWidget.frame("hello").put("after", 0).put("language", "ar").put("identity", identity));
    widget.await("welcome");
    return widget;
  }

  private Contact newest() {
    ContactId contact =
        ChatAlone.bean(InteractionStore.class).open(scene.workspace).getLast().contact();
    return ChatAlone.bean(ContactStore.class).find(scene.workspace, contact).orElseThrow();
  }

  private String token(Consumer<ObjectNode> but) {
    return signed(secret, header("HS256"), claims(but));
  }

  private static ObjectNode header(String algorithm) {
    return JsonMapper.shared().createObjectNode().put("alg", algorithm).put("typ", "JWT");
  }

  private static ObjectNode claims(Consumer<ObjectNode> but) {
    var claims =
        JsonMapper.shared()
            .createObjectNode()
            .put("sub", "customer 17")
            .put("exp", Instant.now().getEpochSecond() + 600)
            .put("name", "Mona")
            .put("email", "Mona@Example.com")
            .put("phone_number", "+963 11 234 5678");
    but.accept(claims);
    return claims;
  }

  private static String signed(String secret, ObjectNode header, ObjectNode claims) {
    var said = text(header.toString().getBytes(StandardCharsets.UTF_8));
    var whole = said + "." + text(claims.toString().getBytes(StandardCharsets.UTF_8));
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return whole + "." + text(mac.doFinal(whole.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

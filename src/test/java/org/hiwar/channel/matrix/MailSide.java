package org.hiwar.channel.matrix;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.contact.AddressKind;
import org.hiwar.email.MailHouse;
import org.hiwar.testing.ChatWorkspace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A mailbox of a customer at a mail server, by SMTP and IMAP.
final class MailSide extends AccountSide {
  private static final String LAYLA = "layla@customer.example";
  private final MailHouse mail = new MailHouse();
  /// The customer's message that is answered; null: none.
  private @Nullable String answering;

  MailSide(ChatWorkspace shop) {
    super(shop, "email", new Noted(AddressKind.EMAIL, LAYLA));
    open(MailHouse.OURS, shop.mail(), mail.settings(Map.of()));
  }

  @Override
  public void begin(String words) {
    mail.comes(head(MailHouse.OURS) + "\n" + words + "\n");
  }

  private static String head(String to) {
    return "From: Layla <" + LAYLA + ">\nTo: " + to + "\nSubject: My booking\n";
  }

  /// In answer to the last mail of the customer, if there is one.
  @Override
  public String reach(Reaching agent, JsonNode conversation, String words) {
    var mails =
        conversation
            .get("interactions")
            .valueStream()
            .filter(one -> one.get("channel").asString().equals(channel()))
            .map(one -> one.get("id").asString())
            .toList();
    for (var one : conversation.get("messages"))
      if (one.at("/author/kind").asString().equals("CUSTOMER")
          && mails.contains(one.get("interaction").asString()))
        answering = one.get("id").asString();
    return super.reach(agent, conversation, words);
  }

  @Override
  String write(
      Reaching agent, @Nullable String conversation, @Nullable String contact, String words) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("id", UUID.randomUUID());
    wish.put("conversation", conversation);
    wish.put("contact", contact);
    wish.put("account", id().toString());
    wish.put("to", List.of(LAYLA));
    wish.put("cc", List.of());
    wish.put("subject", "Your booking");
    wish.put("text", words);
    wish.put("files", List.of());
    wish.put("inReplyTo", answering);
    return agent
        .client()
        .send("POST", "/api/emails", wish)
        .ok()
        .body()
        .get("conversation")
        .asString();
  }

  @Override
  public boolean got(String words) throws MessagingException, IOException {
    for (var one : mail.of(LAYLA)) if (text(one).contains(words)) return true;
    return false;
  }

  private static String text(Part part) throws MessagingException, IOException {
    var content = part.getContent();
    return content instanceof Multipart several ? text(several.getBodyPart(0)) : content.toString();
  }

  /// As mail programs answer: to where the mail says, naming it.
  @Override
  public void answer(String words) throws MessagingException {
    MimeMessage ours = mail.of(LAYLA).getLast();
    mail.comes(
        head(ours.getReplyTo()[0].toString())
            + "In-Reply-To: "
            + ours.getMessageID()
            + "\n\n"
            + words
            + "\n");
  }

  @Override
  public void close() {
    remove();
    mail.close();
  }
}

package org.hiwar.email;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Writing;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.email.mime.Mailbox;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Mails for agents: what a message does not show of them, their HTML, and writing new ones.
@RestController
class EmailApi {
  /// In force whatever page shows the frame. Popups are what links open.
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action"
          + " 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

  private final EmailStore emails;
  private final EmailPages pages;
  private final EmailWriting writing;
  private final Threads threads;
  private final ThreadChangeStore changes;
  private final UserStore users;

  EmailApi(
      EmailStore emails,
      EmailPages pages,
      EmailWriting writing,
      Threads threads,
      ThreadChangeStore changes,
      UserStore users) {
    this.emails = emails;
    this.threads = threads;
    this.changes = changes;
    this.users = users;
    this.pages = pages;
    this.writing = writing;
  }

  /// @param name null: not said
  record Party(@Nullable String name, String address) {
    static Party of(Mailbox box) {
      return new Party(box.name().isEmpty() ? null : box.name(), box.address());
    }

    static List<Party> of(List<Mailbox> boxes) {
      return boxes.stream().map(Party::of).toList();
    }
  }

  record PartyLists(List<Party> to, List<Party> cc) {
    static PartyLists of(Recipients recipients) {
      return new PartyLists(Party.of(recipients.to()), Party.of(recipients.cc()));
    }
  }

  /// What an agent has said about the thread of a mail.
  ///
  /// @param by null: whoever it was is not there any more
  /// @param other the subject of the thread that it was parted from, or joined to
  record ThreadChangeView(ThreadChange.Kind kind, @Nullable String by, Instant at, String other) {}

  /// @param answer to whom an answer goes
  /// @param answerAll to whom an answer to all goes
  /// @param thread to which it belongs
  /// @param changed null: the thread is as it came about by itself
  /// @param replyTo where answers are wanted; empty: where it came from
  /// @param html whether there is more to see than its plain text
  /// @param remote whether it names pictures that lie elsewhere
  /// @param trust how far its sender is proved; null: it is ours
  /// @param why it is in its thread
  /// @param marks what is suspicious of its sender, in codes
  record EmailView(
      String subject,
      Party from,
      List<Party> to,
      List<Party> cc,
      List<Party> replyTo,
      PartyLists answer,
      PartyLists answerAll,
      Instant date,
      boolean html,
      boolean remote,
      @Nullable Trust trust,
      Why why,
      EmailThreadId thread,
      @Nullable ThreadChangeView changed,
      List<String> marks) {}

  @GetMapping("/api/messages/{message}/email")
  @Requires(Privilege.VIEW_CONTACTS)
  EmailView view(CurrentUser user, @PathVariable MessageId message) {
    var email = find(user, message);
    var parties = email.parties();
    var ours = writing.ours(user.workspace());
    return new EmailView(
        email.subject(),
        Party.of(parties.from()),
        Party.of(parties.to()),
        Party.of(parties.cc()),
        Party.of(parties.replyTo()),
        PartyLists.of(Recipients.ofAnswer(parties, false, ours)),
        PartyLists.of(Recipients.ofAnswer(parties, true, ours)),
        email.at(),
        !email.html().isBlank(),
        pages.remote(email),
        email.trust(),
        email.why(),
        new EmailThreadId(threads.root(user.workspace(), email.thread())),
        changed(user, email),
        email.marks());
  }

  private @Nullable ThreadChangeView changed(CurrentUser user, Email email) {
    var workspace = user.workspace();
    return changes
        .last(workspace, email.thread())
        .map(
            last ->
                new ThreadChangeView(
                    last.kind(),
                    users.find(workspace, last.by()).map(User::name).orElse(null),
                    last.at(),
                    changes
                        .summary(workspace, last.other(), List.of(last.other()))
                        .map(ThreadChangeStore.Summary::subject)
                        .orElse("")))
        .orElse(null);
  }

  /// The mail as a page, for a frame without rights. Pictures that lie elsewhere are left out
  /// unless they are asked for: they tell their owner who looks.
  @GetMapping(path = "/api/messages/{message}/email/frame", produces = MediaType.TEXT_HTML_VALUE)
  @Requires(Privilege.VIEW_CONTACTS)
  ResponseEntity<String> frame(
      CurrentUser user,
      @PathVariable MessageId message,
      @RequestParam(defaultValue = "false") boolean pictures) {
    var email = find(user, message);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", POLICY)
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Referrer-Policy", "no-referrer")
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(pages.page(user.workspace(), message, email, pictures));
  }

  private Email find(CurrentUser user, MessageId message) {
    return emails.ofMessage(user.workspace(), message).orElseThrow(Refusal::notFound);
  }

  /// `id` is made by the desktop: the same mail sent again is stored once and gets the same answer.
  /// `to` empty: the contact's best address. `inReplyTo` null: a new mail, which begins a thread; a
  /// mail that is passed on is a new one, too. `quoted` stands below what is written: the mail that
  /// is answered, or that is passed on; null: none. Addresses of ours, and what is named twice, are
  /// left out.
  record NewEmail(
      UUID id,
      @Nullable ConversationId conversation,
      @Nullable ContactId contact,
      @Nullable AccountId account,
      List<String> to,
      List<String> cc,
      String subject,
      String text,
      List<AttachmentId> files,
      @Nullable MessageId inReplyTo,
      @Nullable MessageId quoted) {}

  record EmailSent(ConversationId conversation, InteractionId interaction, long seq, Instant at) {}

  @PostMapping("/api/emails")
  @Requires(Privilege.WRITE_MESSAGES)
  EmailSent write(CurrentUser agent, @RequestBody NewEmail wish) {
    return switch (writing.write(agent.workspace(), agent.user(), wish)) {
      case Writing.Written.Done(var message) ->
          new EmailSent(message.conversation(), message.interaction(), message.seq(), message.at());
      case Writing.Written.Not(String code) -> throw refusal(code);
      case Writing.Written.NotNow _ ->
          throw Refusal.unavailable(
              "try-again",
              "This could not be done, or is not known to be done, at this moment. Try again in a"
                  + " few seconds.");
    };
  }

  private static Refusal refusal(String code) {
    return switch (code) {
      case "not-the-agent", "unknown-interaction", "not-found" -> Refusal.notFound();
      case "too-long", "file-too-large" ->
          Refusal.tooLarge(code, "The mail is larger than it may be.");
      case "invalid-address", "invalid-text", "no-address" ->
          Refusal.invalid(code, "Name somebody to write to and something to say.");
      default -> Refusal.conflict(code, "The mail cannot be sent this way now.");
    };
  }
}

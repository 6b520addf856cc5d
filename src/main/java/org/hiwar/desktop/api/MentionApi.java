package org.hiwar.desktop.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.Mention;
import org.hiwar.conversation.MentionStore;
import org.hiwar.conversation.MessageId;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.wire.MentionView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The notes in which colleagues have named the user.
@RestController
@RequestMapping("/api/mentions")
@Requires(Privilege.WORK_AT_DESK)
class MentionApi {
  private static final int SHOWN = 50;

  private final MentionStore mentions;
  private final ContactStore contacts;
  private final Catalogs catalogs;
  private final Desks desks;

  MentionApi(MentionStore mentions, ContactStore contacts, Catalogs catalogs, Desks desks) {
    this.mentions = mentions;
    this.contacts = contacts;
    this.catalogs = catalogs;
    this.desks = desks;
  }

  /// `items` are the latest ones, newest first; `unseen` counts those, however old, at which the
  /// user has not looked yet.
  record Mentions(int unseen, List<MentionView> items) {}

  @GetMapping
  Mentions mine(CurrentUser user) {
    var latest = mentions.latest(user.workspace(), user.user(), SHOWN);
    var known = user.may(Privilege.VIEW_CONTACTS) ? contacts(user, latest) : null;
    return new Mentions(
        mentions.unseen(user.workspace(), user.user()),
        latest.stream()
            .map(
                one ->
                    new MentionView(
                        one.message(),
                        known == null ? null : one.interaction(),
                        known == null ? null : known.get(one.contact()),
                        Named.of(one.by(), catalogs.name(user.workspace(), one.by())),
                        one.text(),
                        one.at(),
                        one.seenAt()))
            .toList());
  }

  private Map<ContactId, ContactSummary> contacts(CurrentUser user, List<Mention> latest) {
    var ids = latest.stream().map(Mention::contact).distinct().toList();
    return contacts.all(user.workspace(), ids).stream()
        .collect(Collectors.toMap(ContactSummary::id, Function.identity()));
  }

  /// The user has looked at it.
  @PostMapping("/{message}/seen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(CurrentUser user, @PathVariable MessageId message) {
    if (!mentions.seen(user.workspace(), user.user(), message)) throw Refusal.notFound();
    desks.mentioned(user.workspace(), user.user(), false);
  }
}

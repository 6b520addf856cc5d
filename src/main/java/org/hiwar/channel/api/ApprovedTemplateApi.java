package org.hiwar.channel.api;

import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.ApprovedTemplateStore;
import org.hiwar.channel.Approving;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.Channels;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The templates that the provider of an account has approved, for administrators: entered by hand,
/// or read from the provider.
@RestController
@RequestMapping("/api/channel-accounts/{account}/templates")
@Requires(Privilege.MANAGE_CHANNELS)
class ApprovedTemplateApi {
  private final Database database;
  private final AccountStore accounts;
  private final Channels channels;
  private final ApprovedTemplateStore templates;
  private final AuditLog audit;

  ApprovedTemplateApi(
      Database database,
      AccountStore accounts,
      Channels channels,
      ApprovedTemplateStore templates,
      AuditLog audit) {
    this.database = database;
    this.accounts = accounts;
    this.channels = channels;
    this.templates = templates;
    this.audit = audit;
  }

  /// @param languages in which there may be templates, in the provider's spelling
  /// @param readable whether the provider can be asked with what is set
  record ApprovedTemplateList(
      List<ApprovedTemplate> templates, List<String> languages, boolean readable) {}

  /// @param header stands above the text; empty: nothing does
  /// @param footer stands below it; empty: nothing does
  record ApprovedTemplateWish(
      String name, String language, String header, String body, String footer) {}

  @GetMapping
  ApprovedTemplateList list(CurrentUser user, @PathVariable AccountId account) {
    var stored = find(user, account);
    return list(stored, approving(stored));
  }

  private ApprovedTemplateList list(Account account, Approving channel) {
    return new ApprovedTemplateList(
        templates.of(account.workspace(), account.id()),
        channel.templateLanguages().stream().sorted().toList(),
        channel.tellsApproved(account));
  }

  /// In place of the one with this name in this language, if there is one.
  @PutMapping
  ApprovedTemplateList put(
      CurrentUser user, @PathVariable AccountId account, @RequestBody ApprovedTemplateWish wish) {
    var stored = find(user, account);
    var channel = approving(stored);
    var template = ApprovedTemplateRules.template(channel, wish);
    database.in(
        user.workspace().value(),
        _ -> {
          templates.put(user.workspace(), account, template);
          if (templates.of(user.workspace(), account).size() > ChannelLimits.APPROVED_TEMPLATES)
            throw tooMany();
          record(user, "approved-template.changed", stored, template.name(), template.language());
          return template;
        });
    return list(stored, channel);
  }

  @DeleteMapping("/{name}/{language}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      CurrentUser user,
      @PathVariable AccountId account,
      @PathVariable String name,
      @PathVariable String language) {
    var stored = find(user, account);
    database.in(
        user.workspace().value(),
        _ -> {
          if (!templates.remove(user.workspace(), account, name, language))
            throw Refusal.notFound();
          record(user, "approved-template.removed", stored, name, language);
          return stored;
        });
  }

  /// Asks the provider, whose answer counts from then on: templates that it does not name are gone.
  /// Takes up to some seconds.
  @PostMapping("/read")
  ApprovedTemplateList read(CurrentUser user, @PathVariable AccountId account) {
    var stored = find(user, account);
    var channel = approving(stored);
    if (!channel.tellsApproved(stored))
      throw Refusal.conflict(
          "templates-not-told",
          "The account does not say which business account has the templates. Enter its id first.");
    return switch (channel.approved(stored)) {
      case Approving.Told.Not(var code, var detail) ->
          throw new Refusal(
              409,
              "templates-not-read",
              "The provider has not told its templates (" + code + "). Test the account.",
              Map.of("reason", code, "detail", detail));
      case Approving.Told.Approved(var told) -> {
        database.in(
            user.workspace().value(),
            _ -> {
              templates.replace(user.workspace(), account, told);
              record(user, "approved-template.read", stored, "", "");
              return told;
            });
        yield list(stored, channel);
      }
    };
  }

  private Account find(CurrentUser user, AccountId account) {
    return accounts.present(user.workspace(), account).orElseThrow(Refusal::notFound);
  }

  private Approving approving(Account account) {
    return channels
        .find(account.channel())
        .filter(Approving.class::isInstance)
        .map(Approving.class::cast)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "channel-without-templates", "Nothing has to be approved on this channel."));
  }

  private static Refusal tooMany() {
    return Refusal.conflict(
        "approved-templates-too-many",
        "There are " + ChannelLimits.APPROVED_TEMPLATES + " approved templates. Remove one first.");
  }

  private void record(CurrentUser by, String what, Account account, String name, String language) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        account.id().toString(),
        Map.of("name", name, "language", language));
  }
}

package org.hiwar.email;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hiwar.channel.Account;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.springframework.stereotype.Component;

/// What stands below a mail that somebody begins to write: their own text, or else that of the
/// account. `{name}`, `{service}` and `{workspace}` in it stand for what these are called; other
/// braces stay as they are.
@Component
class Signatures {
  private static final Pattern VARIABLE = Pattern.compile("\\{(name|service|workspace)\\}");

  private final SignatureStore store;
  private final UserStore users;
  private final ServiceStore services;
  private final Workspaces workspaces;

  Signatures(SignatureStore store, UserStore users, ServiceStore services, Workspaces workspaces) {
    this.store = store;
    this.users = users;
    this.services = services;
    this.workspaces = workspaces;
  }

  /// Empty text: there is none.
  String of(WorkspaceId workspace, UserId user, Account account) {
    var text =
        store.find(workspace, user).orElse(new EmailSettings(account).text("signature")).strip();
    if (text.isEmpty()) return "";
    return filled(
        text,
        Map.of(
            "name", users.find(workspace, user).map(User::name).orElse(""),
            "service", services.find(workspace, account.service()).map(Service::name).orElse(""),
            "workspace", workspaces.find(workspace).map(Workspace::name).orElse("")));
  }

  /// As the user has written it; empty text: none.
  String own(WorkspaceId workspace, UserId user) {
    return store.find(workspace, user).orElse("");
  }

  /// @param text empty: the user has none any more
  void keep(WorkspaceId workspace, UserId user, String text) {
    var kept = Optional.of(text.strip()).filter(some -> !some.isEmpty());
    kept.ifPresentOrElse(
        some -> store.keep(workspace, user, some), () -> store.remove(workspace, user));
  }

  /// What is put in is not looked into again.
  static String filled(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}

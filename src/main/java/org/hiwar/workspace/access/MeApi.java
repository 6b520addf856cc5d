package org.hiwar.workspace.access;

import java.time.Instant;
import java.util.List;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.UserStore;
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

/// What a user sees and changes about himself.
@RestController
@RequestMapping("/api/me")
@ForEveryUser
class MeApi {
  private final Profiles profiles;
  private final UserStore users;
  private final Sessions sessions;
  private final PasswordChange password;

  MeApi(Profiles profiles, UserStore users, Sessions sessions, PasswordChange password) {
    this.profiles = profiles;
    this.users = users;
    this.sessions = sessions;
    this.password = password;
  }

  record LanguageChoice(Language language) {}

  record NewPassword(String current, String next) {}

  /// `current`: the one that asks.
  record SessionView(SessionId id, String client, Instant createdAt, Instant lastUsedAt, boolean current) {}

  @GetMapping
  Me me(CurrentUser user) {
    return profiles.of(user);
  }

  @PutMapping("/language")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void chooseLanguage(CurrentUser user, @RequestBody LanguageChoice choice) {
    users.setLanguage(user.workspace(), user.user(), choice.language());
  }

  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(CurrentUser user, @RequestBody NewPassword change) {
    password.change(user, change.current(), change.next());
  }

  @GetMapping("/sessions")
  List<SessionView> sessions(CurrentUser user) {
    return sessions.of(user.workspace(), user.user()).stream()
        .map(session -> new SessionView(session.id(), session.client(), session.createdAt(), session.lastUsedAt(), session.id().equals(user.session())))
        .toList();
  }

  @DeleteMapping("/sessions/{session}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(CurrentUser user, @PathVariable SessionId session) {
    if (!sessions.revoke(user.workspace(), user.user(), session)) throw Refusal.notFound();
  }
}

package org.hiwar.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.hiwar.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Logging in and out.
@RestController
class LoginApi {
  private static final int LONGEST_NAME = 200;

  private final Login login;
  private final Sessions sessions;
  private final Profiles profiles;

  LoginApi(Login login, Sessions sessions, Profiles profiles) {
    this.login = login;
    this.sessions = sessions;
    this.profiles = profiles;
  }

  /// `workspace` is a slug; without it the only workspace is meant.
  record LoginRequest(@Nullable String workspace, String login, String password) {}

  @PostMapping("/api/login")
  @ForEverybody
  ResponseEntity<Me> logIn(@RequestBody LoginRequest body, HttpServletRequest request) {
    if (body.login().length() > LONGEST_NAME || (body.workspace() != null && body.workspace().length() > LONGEST_NAME))
      throw Refusal.tooLarge("name-too-long", "No log-in name or workspace has more than " + LONGEST_NAME + " characters.");
    var client = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    var loggedIn = login.in(new Login.Attempt(body.workspace(), body.login(), body.password(), ClientAddress.counted(request.getRemoteAddr()), client));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.holding(loggedIn.cookie(), request).toString())
        .body(profiles.of(loggedIn.user()));
  }

  @PostMapping("/api/logout")
  @ForEveryUser
  ResponseEntity<Void> logOut(CurrentUser user, HttpServletRequest request) {
    sessions.revoke(user.workspace(), user.user(), user.session());
    return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request).toString()).build();
  }
}

package org.hiwar.voice.device.api;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.device.AgentDeviceStore;
import org.hiwar.voice.device.ChosenDevices;
import org.hiwar.voice.device.PhoneBook;
import org.hiwar.voice.device.SipPhone;
import org.hiwar.voice.device.SipPhoneId;
import org.hiwar.voice.device.SipPhoneStore;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.digest.Secret;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
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

/// The telephones of users, for administrators. A password goes in and never comes out; a phone
/// whose log-in has changed has to register anew.
@RestController
@RequestMapping("/api/phones")
@Requires(Privilege.MANAGE_TELEPHONY)
class PhonesApi {
  private final Database database;
  private final SipPhoneStore phones;
  private final AgentDeviceStore devices;
  private final PhoneBook book;
  private final ChosenDevices chosen;
  private final SipEndpoint sip;
  private final UserStore users;
  private final AuditLog audit;
  private final Ids ids;

  PhonesApi(
      Database database,
      SipPhoneStore phones,
      AgentDeviceStore devices,
      PhoneBook book,
      ChosenDevices chosen,
      SipEndpoint sip,
      UserStore users,
      AuditLog audit,
      Ids ids) {
    this.database = database;
    this.phones = phones;
    this.devices = devices;
    this.book = book;
    this.chosen = chosen;
    this.sip = sip;
    this.users = users;
    this.audit = audit;
    this.ids = ids;
  }

  record Owner(UserId id, String name) {}

  /// `address` as `192.0.2.7:5060`, where its packets come from; null while it is not registered.
  record PhoneView(
      SipPhoneId id,
      String name,
      Owner user,
      String login,
      boolean registered,
      @Nullable String address) {}

  /// By name.
  @GetMapping
  List<PhoneView> list(CurrentUser user) {
    var all = phones.all(user.workspace());
    var names = users.names(user.workspace(), all.stream().map(SipPhone::owner).toList());
    return all.stream().map(phone -> view(phone, names)).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PhoneView create(CurrentUser user, @RequestBody PhoneWish wish) {
    var phone = phone(new SipPhoneId(ids.next()), wish, null);
    database.in(
        user.workspace().value(),
        _ -> {
          requireOwner(user.workspace(), phone);
          if (phones.all(user.workspace()).size() >= SipPhone.MOST)
            throw Refusal.conflict(
                "phones-too-many", "There are too many telephones. Remove one first.");
          if (!phones.add(user.workspace(), phone)) throw loginTaken();
          record(user, "phone.created", phone);
          return phone;
        });
    book.changed(user.workspace());
    return view(user.workspace(), phone);
  }

  @PutMapping("/{phone}")
  PhoneView change(CurrentUser user, @PathVariable SipPhoneId phone, @RequestBody PhoneWish wish) {
    var before = find(user, phone);
    var after = phone(phone, wish, before);
    database.in(
        user.workspace().value(),
        _ -> {
          requireOwner(user.workspace(), after);
          if (!before.owner().equals(after.owner())) devices.forget(user.workspace(), phone);
          if (!phones.change(user.workspace(), after)) throw loginTaken();
          record(user, "phone.changed", after);
          return after;
        });
    changed(user.workspace());
    if (!before.login().equals(after.login()) || !before.secret().equals(after.secret()))
      sip.unregister(before.login());
    return view(user.workspace(), after);
  }

  @DeleteMapping("/{phone}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable SipPhoneId phone) {
    var before = find(user, phone);
    database.in(
        user.workspace().value(),
        _ -> {
          devices.forget(user.workspace(), phone);
          if (!phones.remove(user.workspace(), phone)) throw Refusal.notFound();
          record(user, "phone.removed", before);
          return phone;
        });
    changed(user.workspace());
    sip.unregister(before.login());
  }

  private void changed(WorkspaceId workspace) {
    book.changed(workspace);
    chosen.changed(workspace);
  }

  private SipPhone find(CurrentUser user, SipPhoneId phone) {
    return phones.find(user.workspace(), phone).orElseThrow(Refusal::notFound);
  }

  private void requireOwner(WorkspaceId workspace, SipPhone phone) {
    if (users.find(workspace, phone.owner()).isEmpty())
      throw Refusal.invalid("user-unknown", "There is no such user. Choose one of yours.");
  }

  private static SipPhone phone(SipPhoneId id, PhoneWish wish, @Nullable SipPhone before) {
    var login = PhoneRules.login(wish.login());
    var name = PhoneRules.name(wish.name());
    return new SipPhone(id, name, wish.user(), login, secret(login, wish.password(), before));
  }

  /// The login is part of what the password is kept as.
  private static Secret secret(String login, @Nullable String password, @Nullable SipPhone before) {
    if (password != null) return Secret.of(login, SipPhone.REALM, PhoneRules.password(password));
    if (before == null || !before.login().equals(login))
      throw Refusal.invalid(
          "phone-password-needed",
          "A new login needs a password, too. Choose one, and enter both at the telephone.");
    return before.secret();
  }

  private static Refusal loginTaken() {
    return Refusal.conflict(
        "phone-login-taken", "Another telephone has this login. Choose another one.");
  }

  private PhoneView view(WorkspaceId workspace, SipPhone phone) {
    return view(phone, users.names(workspace, List.of(phone.owner())));
  }

  private PhoneView view(SipPhone phone, Map<UserId, String> names) {
    var at = sip.phone(phone.login());
    return new PhoneView(
        phone.id(),
        phone.name(),
        new Owner(phone.owner(), names.getOrDefault(phone.owner(), "")),
        phone.login(),
        at != null,
        at == null ? null : written(at));
  }

  private static String written(InetSocketAddress at) {
    var host = at.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort();
  }

  private void record(CurrentUser by, String what, SipPhone phone) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        phone.id().toString(),
        Map.of("name", phone.name(), "login", phone.login(), "user", phone.owner().toString()));
  }
}

package org.hiwar.email;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServicesListener;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How the mails of services come to agents, for administrators.
@RestController
@RequestMapping("/api/emails/services")
@Requires(Privilege.MANAGE_CHANNELS)
class EmailServicesApi {
  private static final int MOST_PRECEDENCE = 9;
  private static final int MOST_MINUTES = 30 * 24 * 60;

  private final Database database;
  private final ServiceStore services;
  private final AuditLog audit;
  private final ObjectProvider<ServicesListener> listeners;

  EmailServicesApi(
      Database database,
      ServiceStore services,
      AuditLog audit,
      ObjectProvider<ServicesListener> listeners) {
    this.database = database;
    this.services = services;
    this.audit = audit;
    this.listeners = listeners;
  }

  /// `pulled`: agents take the mails out of a list; else they are offered. Mails of services with a
  /// higher `precedence`, 0 to 9, go first; of the same, the one whose time is over first, when it
  /// is to be answered within `answerWithinMinutes`, 1 minute to 30 days.
  record EmailRules(boolean pulled, int precedence, int answerWithinMinutes) {}

  record EmailService(ServiceId id, String name, EmailRules rules) {}

  /// By name.
  @GetMapping
  List<EmailService> all(CurrentUser user) {
    return services.all(user.workspace()).stream()
        .filter(service -> service.medium() == Medium.EMAIL)
        .map(EmailServicesApi::view)
        .toList();
  }

  private static EmailService view(Service service) {
    int minutes = Math.toIntExact(service.answerWithin().toMinutes());
    var rules = new EmailRules(service.pulled(), service.precedence(), minutes);
    return new EmailService(service.id(), service.name(), rules);
  }

  @PutMapping("/{service}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(CurrentUser user, @PathVariable ServiceId service, @RequestBody EmailRules wish) {
    if (wish.precedence() < 0 || wish.precedence() > MOST_PRECEDENCE)
      throw Refusal.invalid("precedence-invalid", "A precedence is a number from 0 to 9.");
    if (wish.answerWithinMinutes() < 1 || wish.answerWithinMinutes() > MOST_MINUTES)
      throw Refusal.invalid(
          "answer-within-invalid", "Mails are to be answered within 1 minute to 30 days.");
    database.in(
        user.workspace().value(),
        _ -> {
          change(user, service, wish, services.find(user.workspace(), service).orElse(null));
          return service;
        });
    listeners.forEach(listener -> listener.servicesChanged(user.workspace()));
  }

  private void change(CurrentUser user, ServiceId id, EmailRules wish, @Nullable Service service) {
    if (service == null) throw Refusal.notFound();
    if (service.medium() != Medium.EMAIL)
      throw Refusal.invalid("service-without-mails", "This service has no mails.");
    services.changeMails(
        user.workspace(),
        id,
        wish.pulled(),
        wish.precedence(),
        Duration.ofMinutes(wish.answerWithinMinutes()));
    audit.record(
        user.workspace(),
        user.user(),
        "service-mails.changed",
        id.toString(),
        Map.of(
            "pulled", wish.pulled(),
            "precedence", wish.precedence(),
            "answerWithinMinutes", wish.answerWithinMinutes()));
  }
}

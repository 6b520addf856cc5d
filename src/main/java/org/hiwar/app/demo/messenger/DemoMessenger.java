package org.hiwar.app.demo.messenger;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hiwar.app.demo.account.DemoAccounts;
import org.hiwar.app.demo.carrier.DemoNumbers;
import org.hiwar.channel.Account;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.ApprovedTemplateStore;
import org.hiwar.messenger.stub.StubAccount;
import org.hiwar.messenger.stub.StubMessenger;
import org.hiwar.messenger.stub.StubTemplate;
import org.hiwar.platform.web.Listening;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Runs the messenger's provider for the accounts of the demo workspace: once for each of our
/// numbers. It takes a port that is free, and writes it into the account together with new secrets;
/// deliveries come to the web server, which has been started before.
@Component
public class DemoMessenger implements SmartLifecycle {
  /// By which the demo workspace knows these accounts.
  private static final String CHANNEL = "whatsapp";
  private static final String WORKSPACE = "demo";
  /// Approved for every account, in both languages.
  private static final List<StubTemplate> TEMPLATES =
      List.of(
          new StubTemplate("news", "en", "News from Hiwar’s shop: {{1}} We are glad to help."),
          new StubTemplate("news", "ar", "من متجر حوار: {{1}} يسعدنا أن نساعدك."),
          new StubTemplate(
              "order_ready",
              "en",
              "Hello {{customer}}, your order {{order}} is ready. Just answer this message if you"
                  + " have a question."),
          new StubTemplate(
              "order_ready",
              "ar",
              "مرحباً {{customer}}، طلبك رقم {{order}} جاهز. أجب عن هذه الرسالة إن كان لديك"
                  + " سؤال."));

  private final DemoAccounts accounts;
  private final ApprovedTemplateStore templates;
  private final Listening listening;
  private final ApplicationContext context;
  private final Clock clock;
  private volatile List<Business> businesses = List.of();

  DemoMessenger(
      DemoAccounts accounts,
      ApprovedTemplateStore templates,
      Listening listening,
      ApplicationContext context,
      Clock clock) {
    this.accounts = accounts;
    this.templates = templates;
    this.listening = listening;
    this.context = context;
    this.clock = clock;
  }

  @Override
  public void start() {
    if (listening.encrypted() || !(context instanceof WebServerApplicationContext web)) return;
    var server = web.getWebServer();
    if (server == null) return;
    int port = server.getPort();
    var numbers = List.of(DemoNumbers.ENGLISH.text(), DemoNumbers.ARABIC.text());
    businesses =
        accounts.of(CHANNEL, numbers).stream().map(account -> open(account, port)).toList();
  }

  private Business open(Account account, int port) {
    var agreed =
        new StubAccount(
            account.address(),
            account.address().substring(1),
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString(),
            TEMPLATES);
    var provider = new StubMessenger(agreed, webhook(account, port), clock);
    provider.onlyFor(Customer.ALL.stream().map(Customer::number).collect(Collectors.toSet()));
    accounts.lead(
        account,
        Map.of(
            "phoneNumberId",
            agreed.numberId(),
            "accessToken",
            agreed.accessToken(),
            "appSecret",
            agreed.appSecret(),
            "verifyToken",
            agreed.verifyToken(),
            "businessAccountId",
            agreed.businessId(),
            "api",
            provider.api()));
    templates.replace(
        account.workspace(),
        account.id(),
        TEMPLATES.stream()
            .map(one -> new ApprovedTemplate(one.name(), one.language(), "", one.body(), "", null))
            .toList());
    return new Business(account.address(), account.name(), account.language(), provider);
  }

  private URI webhook(Account account, int port) {
    var host = listening.address().getHostAddress();
    return UriComponentsBuilder.newInstance()
        .scheme("http")
        .host(host.contains(":") ? "[" + host + "]" : host)
        .port(port)
        .pathSegment("api", "webhooks", WORKSPACE, account.id().toString())
        .build()
        .toUri();
  }

  /// Empty while it does not run.
  List<Business> businesses() {
    return businesses;
  }

  @Override
  public void stop() {
    var open = businesses;
    businesses = List.of();
    open.forEach(business -> business.provider().close());
  }

  @Override
  public boolean isRunning() {
    return !businesses.isEmpty();
  }
}

package org.hiwar.email;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.Accounts;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Matters;
import org.hiwar.conversation.Messages;
import org.hiwar.platform.BadSetup;
import org.hiwar.platform.Ids;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Puts mail together. Certificates of mail servers are judged as the machine judges all.
@Configuration(proxyBeanMethods = false)
class EmailWiring {
  @Bean
  AccessTokens accessTokens(OutboundHttp http, AccountStore accounts, Clock clock) {
    return new AccessTokens(
        new TokenEndpoint(http),
        (account, token) -> accounts.renewSecret(account, EmailSettings.REFRESH_TOKEN, token),
        clock);
  }

  @Bean
  MailSessions mailSessions(OutboundGuard guard, AccessTokens tokens) {
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new MailSessions(guard, tls, EmailLimits.CONNECT, tokens);
  }

  @Bean
  Threads emailThreads(EmailThreadStore store, ThreadChangeStore changes) {
    return new Threads(store, changes, new SecureRandom());
  }

  @Bean
  Answers emailAnswers(
      Accounts accounts,
      InteractionStore interactions,
      EmailStore emails,
      Threads threads,
      Ids ids,
      Clock clock) {
    return new Answers(accounts, interactions, emails, threads, ids, clock);
  }

  @Bean
  Acknowledgements acknowledgements(
      AcknowledgementStore store,
      Answers answers,
      EmailStore emails,
      Messages messages,
      Clock clock) {
    return new Acknowledgements(store, answers, emails, messages, clock);
  }

  @Bean
  EmailChannel emailChannel(
      MailSessions sessions,
      MailboxStore places,
      Threads threads,
      EmailThreadStore references,
      EmailStore emails,
      ThreadChangeStore changes,
      Matters matters,
      Answers answers,
      Acknowledgements acknowledgements,
      Clock clock,
      Environment settings) {
    return new EmailChannel(
        sessions,
        places,
        threads,
        references,
        emails,
        changes,
        matters,
        answers,
        acknowledgements,
        clock,
        lookEvery(settings.getProperty("hiwar.mail.look", "10")));
  }

  /// Reads HIWAR_MAIL_LOOK, in seconds.
  static Duration lookEvery(String text) {
    if (text.strip().matches("[1-9][0-9]{0,3}"))
      return Duration.ofSeconds(Integer.parseInt(text.strip()));
    throw new BadSetup(
        "HIWAR_MAIL_LOOK=" + text + " is no number of seconds; name one from 1 to 9999.");
  }
}

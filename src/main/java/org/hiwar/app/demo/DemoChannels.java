package org.hiwar.app.demo;

import java.util.Map;
import org.hiwar.app.demo.carrier.DemoNumbers;
import org.hiwar.app.demo.mail.Mailbox;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.platform.Ids;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// How the demo workspace is written to besides its chats: for each language a sender of SMS and an
/// account of WhatsApp, under the number that is also called, and a mailbox. Where the other side
/// is reached, each start says anew.
@Component
class DemoChannels {
  private final AccountStore accounts;
  private final ServiceStore services;
  private final Ids ids;

  DemoChannels(AccountStore accounts, ServiceStore services, Ids ids) {
    this.accounts = accounts;
    this.services = services;
    this.ids = ids;
  }

  /// @param english who answers what comes to the English sender
  void sms(WorkspaceId workspace, Service english, Service arabic) {
    add(workspace, english, at("sms", english, DemoNumbers.ENGLISH), "en");
    add(workspace, arabic, at("sms", arabic, DemoNumbers.ARABIC), "ar");
  }

  /// @param english who answers what comes to the English number
  void messenger(WorkspaceId workspace, Service english, Service arabic) {
    add(workspace, english, at("whatsapp", english, DemoNumbers.ENGLISH), "en");
    add(workspace, arabic, at("whatsapp", arabic, DemoNumbers.ARABIC), "ar");
  }

  private static Place at(String channel, Service service, DialString number) {
    return new Place(channel, service.name(), number.text());
  }

  /// A mailbox, and the service that answers its mails.
  Service mail(WorkspaceId workspace, String name, Mailbox mailbox, String language) {
    var service = DemoServices.usual(new ServiceId(ids.next()), name, Medium.EMAIL);
    services.add(workspace, service);
    add(workspace, service, new Place("email", mailbox.name(), mailbox.address()), language);
    return service;
  }

  private record Place(String channel, String name, String address) {}

  private void add(WorkspaceId workspace, Service service, Place place, String language) {
    accounts.add(
        new Account(
            workspace,
            new AccountId(ids.next()),
            place.channel(),
            place.name(),
            place.address(),
            service.id(),
            language,
            Map.of(),
            true,
            1));
  }
}

package org.hiwar.app.demo.mail;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hiwar.app.demo.page.Door;
import org.hiwar.app.demo.page.PageSocket;
import org.springframework.stereotype.Component;

/// Gives each page a mailbox: the one that it had before, if that is free, else another.
@Component
class MailDoor implements Door {
  private final DemoMail mail;
  private final Clock clock;
  private final Set<Mailbox> taken = new HashSet<>();

  MailDoor(DemoMail mail, Clock clock) {
    this.mail = mail;
    this.clock = clock;
  }

  @Override
  public Optional<Visit> enter(String wanted, PageSocket socket) {
    return mail.running().flatMap(running -> take(wanted).map(mine -> open(running, mine, socket)));
  }

  private synchronized Optional<Mailbox> take(String wanted) {
    var chosen = Mailbox.CUSTOMERS.stream().filter(each -> each.address().equals(wanted));
    return Stream.concat(chosen, Mailbox.CUSTOMERS.stream()).filter(taken::add).findFirst();
  }

  private synchronized void giveBack(Mailbox mailbox) {
    taken.remove(mailbox);
  }

  private Visit open(DemoMail.Running mail, Mailbox mine, PageSocket socket) {
    var mailbox =
        new OpenMailbox(mail.server(), mine, clock, frame -> socket.say(ToMailPage.json(frame)));
    socket.say(ToMailPage.json(new ToMailPage.Opened(mine, mail.centre())));
    mailbox.open();
    return new Visit() {
      @Override
      public boolean take(String frame) {
        return switch (FromMailPage.read(frame).orElse(null)) {
          case FromMailPage.Write written -> {
            mailbox.write(written);
            yield true;
          }
          case FromMailPage.Seen(var id) -> {
            mailbox.seen(id);
            yield true;
          }
          case FromMailPage.Here _ -> true;
          case null -> false;
        };
      }

      @Override
      public void leave() {
        mailbox.close();
        giveBack(mine);
      }
    };
  }
}

package org.hiwar.app.demo.messenger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hiwar.app.demo.page.Door;
import org.hiwar.app.demo.page.PageSocket;
import org.springframework.stereotype.Component;

/// Gives each page a customer: the one that it had before, if nobody else has it, else another.
@Component
class MessengerDoor implements Door {
  private final DemoMessenger messenger;
  private final Map<Customer, OpenMessenger> taken = new HashMap<>();

  MessengerDoor(DemoMessenger messenger) {
    this.messenger = messenger;
  }

  @Override
  public int frameBytes() {
    return MessengerPageLimits.FRAME_BYTES;
  }

  @Override
  public Optional<Visit> enter(String wanted, PageSocket socket) {
    var businesses = messenger.businesses();
    if (businesses.isEmpty()) return Optional.empty();
    return take(wanted, businesses, socket)
        .map(
            open -> {
              open.begin();
              return visit(open);
            });
  }

  private synchronized Optional<OpenMessenger> take(
      String wanted, List<Business> businesses, PageSocket socket) {
    var before = Customer.ALL.stream().filter(each -> each.number().equals(wanted));
    return Stream.concat(before, Customer.ALL.stream())
        .filter(each -> !taken.containsKey(each))
        .findFirst()
        .map(
            mine -> {
              var open =
                  new OpenMessenger(
                      mine, businesses, frame -> socket.say(ToMessengerPage.json(frame)));
              taken.put(mine, open);
              return open;
            });
  }

  private synchronized void giveBack(OpenMessenger open) {
    taken.remove(open.mine(), open);
  }

  private Visit visit(OpenMessenger open) {
    return new Visit() {
      @Override
      public boolean take(String frame) {
        var said = FromMessengerPage.read(frame);
        said.ifPresent(open::take);
        return said.isPresent();
      }

      @Override
      public void leave() {
        open.close();
        giveBack(open);
      }
    };
  }
}

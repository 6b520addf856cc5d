package org.hiwar.app.demo.messenger;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hiwar.messenger.stub.Shown;

/// The messenger of a customer that a page has open.
final class OpenMessenger {
  private final Customer mine;
  private final List<Business> businesses;
  private final Consumer<ToMessengerPage> page;
  private final List<Runnable> watches = new CopyOnWriteArrayList<>();

  OpenMessenger(Customer mine, List<Business> businesses, Consumer<ToMessengerPage> page) {
    this.mine = mine;
    this.businesses = List.copyOf(businesses);
    this.page = page;
  }

  Customer mine() {
    return mine;
  }

  /// Shows what the telephone remembers, and from now on what comes.
  void begin() {
    page.accept(
        new ToMessengerPage.Opened(
            mine.number(),
            mine.name(),
            businesses.stream()
                .map(one -> new ToMessengerPage.Party(one.number(), one.name(), one.language()))
                .toList()));
    for (var business : businesses)
      watches.add(
          business.provider().watch(mine.number(), shown -> page.accept(entry(business, shown))));
  }

  private static ToMessengerPage entry(Business business, Shown shown) {
    return new ToMessengerPage.Entry(
        business.number(),
        shown.id(),
        shown.own(),
        shown.text(),
        shown.file(),
        shown.place(),
        shown.at(),
        shown.tick());
  }

  void take(FromMessengerPage said) {
    switch (said) {
      case FromMessengerPage.Write(var to, var text) ->
          business(to).ifPresent(one -> one.provider().write(mine.number(), mine.name(), text));
      case FromMessengerPage.SendFile(var to, var file, var caption) ->
          business(to)
              .ifPresent(one -> one.provider().sendFile(mine.number(), mine.name(), file, caption));
      case FromMessengerPage.SendVoice(var to, var voice) ->
          business(to)
              .ifPresent(one -> one.provider().sendVoice(mine.number(), mine.name(), voice));
      case FromMessengerPage.SendPlace(var to) ->
          business(to)
              .ifPresent(one -> one.provider().sendPlace(mine.number(), mine.name(), mine.place()));
      case FromMessengerPage.Look(var to) ->
          business(to).ifPresent(one -> one.provider().look(mine.number()));
      case FromMessengerPage.Load(var to, var file) ->
          page.accept(new ToMessengerPage.Loaded(file, content(to, file)));
      case FromMessengerPage.Here _ -> {}
    }
  }

  private Optional<Business> business(String number) {
    return businesses.stream().filter(one -> one.number().equals(number)).findFirst();
  }

  private String content(String business, String file) {
    return business(business)
        .filter(one -> isShown(one, file))
        .flatMap(one -> one.provider().file(file))
        .filter(found -> found.content().length <= MessengerPageLimits.SHOWN_BYTES)
        .map(found -> Base64.getEncoder().encodeToString(found.content()))
        .orElse("");
  }

  private boolean isShown(Business business, String file) {
    return business.provider().shownTo(mine.number()).stream()
        .anyMatch(shown -> shown.file() != null && shown.file().id().equals(file));
  }

  void close() {
    watches.forEach(Runnable::run);
  }
}

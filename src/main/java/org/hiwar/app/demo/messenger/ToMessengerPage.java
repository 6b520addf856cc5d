package org.hiwar.app.demo.messenger;

import java.time.Instant;
import java.util.List;
import org.hiwar.messenger.stub.Place;
import org.hiwar.messenger.stub.ShownFile;
import org.hiwar.messenger.stub.Tick;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the page of a customer with a messenger hears.
sealed interface ToMessengerPage {
  /// The first frame.
  ///
  /// @param number of the customer
  record Opened(String number, String name, List<Party> businesses) implements ToMessengerPage {}

  /// @param language in which it is written to; null: not said
  record Party(String number, String name, @Nullable String language) {}

  /// One of this telephone. One that is told again has come further.
  ///
  /// @param business the number of the other side
  /// @param mine whether it was written here
  /// @param text empty: none
  /// @param file null: none
  /// @param place null: none
  record Entry(
      String business,
      String id,
      boolean mine,
      String text,
      @Nullable ShownFile file,
      @Nullable Place place,
      Instant at,
      Tick tick)
      implements ToMessengerPage {}

  /// A file that the page has asked for.
  ///
  /// @param content in Base64; empty: it is not to be had here
  record Loaded(String file, String content) implements ToMessengerPage {}

  /// One JSON object with its `type`.
  static String json(ToMessengerPage frame) {
    var json = JsonMapper.shared().valueToTree(frame).asObject();
    json.put(
        "type",
        switch (frame) {
          case Opened _ -> "opened";
          case Entry _ -> "entry";
          case Loaded _ -> "loaded";
        });
    return json.toString();
  }
}

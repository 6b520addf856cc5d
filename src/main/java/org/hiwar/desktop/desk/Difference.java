package org.hiwar.desktop.desk;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where what is shown differs from how it is: by the names of components and places in lists, such
/// as `interactions[0].call.state`.
final class Difference {
  private final Map<String, Optional<Object>> places = new TreeMap<>();

  private Difference() {}

  /// Each place below `name` with what really is there; empty where there is nothing. Without
  /// places when both are equal.
  static Map<String, Optional<Object>> between(
      String name, @Nullable Object shown, @Nullable Object real) {
    var difference = new Difference();
    difference.look(name, shown, real);
    return difference.places;
  }

  private void look(String place, @Nullable Object shown, @Nullable Object real) {
    if (Objects.equals(shown, real)) return;
    if (shown instanceof Record a && real instanceof Record b && a.getClass() == b.getClass())
      for (var component : a.getClass().getRecordComponents())
        look(place + "." + component.getName(), value(component, a), value(component, b));
    else if (shown instanceof List<?> a && real instanceof List<?> b && a.size() == b.size())
      for (int i = 0; i < a.size(); i++) look(place + "[" + i + "]", a.get(i), b.get(i));
    else places.put(place, Optional.ofNullable(real));
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.getName() + " of a view cannot be read", e);
    }
  }
}

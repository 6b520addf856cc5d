package org.hiwar.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One measured quantity: the values of its repetitions, in the order in which they were taken.
///
/// @param of what was measured: `Hiwar`, or the name of a peer
/// @param parameters the conditions that belong to the figure, such as `rate` or `agents`
/// @param values empty when nothing came that could be measured; an aim is missed then
/// @param aim what it is to reach; null when it is only reported
public record Figure(
    String name,
    String of,
    String unit,
    Map<String, String> parameters,
    List<Double> values,
    @Nullable Aim aim) {

  public Figure {
    parameters = new TreeMap<>(parameters);
    values = values.stream().filter(value -> !value.isNaN()).toList();
  }

  public Figure(
      String name, String of, String unit, Map<String, String> parameters, List<Double> values) {
    this(name, of, unit, parameters, values, null);
  }

  public Figure aimingAt(Aim wanted) {
    return new Figure(name, of, unit, parameters, values, wanted);
  }

  /// Not a number when there is no value; so are the smallest and the largest.
  public double median() {
    var sorted = sorted();
    int n = sorted.length;
    if (n == 0) return Double.NaN;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  public double smallest() {
    return values.isEmpty() ? Double.NaN : sorted()[0];
  }

  public double largest() {
    return values.isEmpty() ? Double.NaN : sorted()[values.size() - 1];
  }

  private double[] sorted() {
    var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}

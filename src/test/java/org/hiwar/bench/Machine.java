package org.hiwar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the machine says about itself and about a process, from /proc.
public final class Machine {
  private static final long TICKS_PER_SECOND = 100;

  private Machine() {}

  /// Cores, memory, kernel and processor, as written beside every figure.
  static Map<String, String> description() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", line("/proc/meminfo", "MemTotal"));
    facts.put("processor", line("/proc/cpuinfo", "model name"));
    facts.put("kernel", System.getProperty("os.version"));
    facts.put("java", Runtime.version().toString());
    return facts;
  }

  /// The load average of the last minute: who else was working.
  static double load() {
    return Double.parseDouble(read("/proc/loadavg").split(" ", 2)[0]);
  }

  /// Processor time that this machine has used since it began, in nanoseconds.
  static long busyNanos() {
    var fields = read("/proc/stat").lines().findFirst().orElseThrow().split(" +");
    long ticks = 0;
    // user, nice, system, then idle and iowait, which are none, irq and softirq; see proc_stat(5)
    for (int i : new int[] {1, 2, 3, 6, 7}) ticks += Long.parseLong(fields[i]);
    return ticks * (1_000_000_000 / TICKS_PER_SECOND);
  }

  /// Processor time of this program and of all that it has started, ended ones too, in nanoseconds.
  static long ownNanos() {
    long ticks = ticksOfFamily(ProcessHandle.current().pid());
    for (var child : ProcessHandle.current().descendants().toList())
      ticks += ticksOfFamily(child.pid());
    return ticks * (1_000_000_000 / TICKS_PER_SECOND);
  }

  /// Processor time that a process and its children, down to the last, have used, in nanoseconds.
  public static long cpuNanos(ProcessHandle process) {
    long ticks = ticks(process.pid());
    for (var child : process.descendants().toList()) ticks += ticks(child.pid());
    return ticks * (1_000_000_000 / TICKS_PER_SECOND);
  }

  /// Processor time of one process without its children, in nanoseconds.
  public static long ownCpuNanos(long pid) {
    return ticks(pid) * (1_000_000_000 / TICKS_PER_SECOND);
  }

  /// Threads of a process.
  public static int threads(long pid) {
    return (int) kb(line("/proc/" + pid + "/status", "Threads"));
  }

  /// Resident memory of one process, in kB.
  public static long residentKb(long pid) {
    return kb(line("/proc/" + pid + "/status", "VmRSS"));
  }

  /// Memory of all children of a process, down to the last, in kB; what they share is counted once.
  static long proportionalKbOfDescendants(ProcessHandle process) {
    return process
        .descendants()
        .mapToLong(child -> kb(line("/proc/" + child.pid() + "/smaps_rollup", "Pss")))
        .sum();
  }

  private static long kb(String text) {
    return Long.parseLong(text.replaceAll("\\D", ""));
  }

  private static long ticks(long pid) {
    return ticks(pid, 11, 12);
  }

  /// With the children that have ended and were waited for.
  private static long ticksOfFamily(long pid) {
    return ticks(pid, 11, 12, 13, 14);
  }

  /// The sum of fields of proc_pid_stat(5), the state being the first.
  private static long ticks(long pid, int... wanted) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i : wanted) ticks += Long.parseLong(fields[i]);
      return ticks;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static String line(String file, String name) {
    return read(file)
        .lines()
        .filter(l -> l.startsWith(name))
        .findFirst()
        .map(l -> l.substring(l.indexOf(':') + 1).strip())
        .orElse("unknown");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.hiwar.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// In which contacts the words of a search may be: by the indexes of words and numbers, never too
/// few, sometimes too many. For one search, in its transaction.
final class CandidateContactStore {
  /// Behind every word that begins with what stands before it.
  private static final String END = Character.toString(Character.MAX_CODE_POINT);

  /// So few are looked at without asking whether another word has fewer.
  private static final int FEW = 200;

  private static final int WINDOWS = 12;

  /// The contacts that have one word are compared with those that have another, if they are no
  /// more.
  private static final int COMPARED = 60_000;

  private final JdbcClient db;
  private final WorkspaceId workspace;
  private final Sought sought;
  private final Map<SoughtWord, Vocabulary> vocabularies = new HashMap<>();
  private final Map<Asked, Optional<List<Long>>> asked = new HashMap<>();

  private record Asked(SoughtWord word, MatchLevel level) {}

  /// The words in use in which a word of the query is, or with a typing error.
  ///
  /// @param whole whether these are all
  private record Vocabulary(List<String> parts, List<String> typos, boolean whole) {}

  /// Statements of one column each, whose rows together are what is asked for.
  private static final class Parts {
    final List<String> sql = new ArrayList<>();
    final List<Object> values = new ArrayList<>();

    void add(String statement, Object... its) {
      sql.add(statement);
      values.addAll(List.of(its));
    }

    String union() {
      return String.join(" union all ", sql);
    }
  }

  CandidateContactStore(JdbcClient db, WorkspaceId workspace, Sought sought) {
    this.db = db;
    this.workspace = workspace;
    this.sought = sought;
  }

  Sought sought() {
    return sought;
  }

  /// Those who may come as near as `level` or nearer, by the word that the fewest have, or by all
  /// words together; empty: they are too many.
  Optional<List<Long>> of(MatchLevel level) {
    var best = byOneWord(level);
    return best.isPresent() ? best : together(level, COMPARED);
  }

  /// Those who may come as near as `level` or nearer, by the word that the fewest have; empty: they
  /// are too many.
  Optional<List<Long>> byOneWord(MatchLevel level) {
    var best = Optional.<List<Long>>empty();
    for (var word : longestFirst()) {
      var some = of(word, level);
      if (some.isPresent() && (best.isEmpty() || some.get().size() < best.get().size()))
        best = some;
      if (best.isPresent() && best.get().size() <= FEW) break;
    }
    return best;
  }

  private List<SoughtWord> longestFirst() {
    return sought.words().stream()
        .sorted(Comparator.comparingInt(SoughtWord::length).reversed())
        .toList();
  }

  /// Those who have every word at `level` or nearer, whatever the number of those who have one of
  /// them; empty: they are too many.
  Optional<List<Long>> together(MatchLevel level) {
    return together(level, Integer.MAX_VALUE - 1);
  }

  /// Empty, too, when every word is in more than `most`.
  private Optional<List<Long>> together(MatchLevel level, int most) {
    if (sought.words().size() < 2) return Optional.empty();
    var words = new ArrayList<Parts>();
    for (var word : longestFirst()) {
      var parts = parts(word, level);
      if (parts.isEmpty()) return Optional.empty();
      words.add(parts.get());
    }
    var rarer = words.stream().filter(parts -> isInAtMost(parts, most)).findFirst();
    if (rarer.isEmpty()) return Optional.empty();
    var all = new Parts();
    all.sql.add("select contact from (" + rarer.get().union() + ") rarer where true");
    all.values.addAll(rarer.get().values);
    for (var other : words)
      if (other != rarer.get()) {
        all.sql.add("contact in (" + other.union() + ")");
        all.values.addAll(other.values);
      }
    return few(String.join(" and ", all.sql), all.values);
  }

  private boolean isInAtMost(Parts parts, int most) {
    return most > COMPARED
        || db.sql("select count(*) from (%s limit %d) counted".formatted(parts.union(), most + 1))
                .params(parts.values)
                .query(Long.class)
                .single()
            <= most;
  }

  /// A word without parts comes no less near than by its beginning.
  private Optional<List<Long>> of(SoughtWord word, MatchLevel level) {
    boolean whole = !word.hasParts() && level.compareTo(MatchLevel.PREFIX) > 0;
    var key = new Asked(word, whole ? MatchLevel.PREFIX : level);
    return asked.computeIfAbsent(key, one -> read(one.word(), one.level()));
  }

  private Optional<List<Long>> read(SoughtWord word, MatchLevel level) {
    return parts(word, level).flatMap(parts -> few(parts.union(), parts.values));
  }

  /// Empty: more than are looked at.
  private Optional<List<Long>> few(String sql, List<Object> values) {
    var found = rows(sql, values, ContactLimits.SEARCH_LOOKED_AT, "contact", Long.class);
    return found.size() > ContactLimits.SEARCH_LOOKED_AT
        ? Optional.empty()
        : Optional.of(List.copyOf(new LinkedHashSet<>(found)));
  }

  /// Whoever has `word` at `level` or nearer, each once for each of their words; empty: no index
  /// tells.
  private Optional<Parts> parts(SoughtWord word, MatchLevel level) {
    if (level.compareTo(MatchLevel.PART) >= 0 && !hasIndex(word)) return Optional.empty();
    var parts = new Parts();
    if (level.compareTo(MatchLevel.PREFIX) >= 0) beginnings(word, parts);
    else whole(word, parts);
    if (level.compareTo(MatchLevel.PART) >= 0 && word.hasParts()) {
      var vocabulary = vocabulary(word);
      if (!vocabulary.whole()) return Optional.empty();
      var words =
          level == MatchLevel.TYPO
              ? Stream.concat(vocabulary.parts().stream(), vocabulary.typos().stream())
              : vocabulary.parts().stream();
      parts.add(
          "select contact from contact_word where workspace = ? and word = any(?)",
          workspace.value(),
          words
              .filter(one -> word.forms().stream().noneMatch(one::startsWith))
              .toArray(String[]::new));
    }
    return Optional.of(parts);
  }

  /// Three digits may be anywhere in a number, and the index has four.
  private static boolean hasIndex(SoughtWord word) {
    return !word.isNumber()
        || word.forms().stream().noneMatch(form -> form.length() == SoughtWord.PART);
  }

  private void whole(SoughtWord word, Parts parts) {
    var forms = word.forms().toArray(String[]::new);
    parts.add(
        "select contact from contact_word where workspace = ? and word = any(?)",
        workspace.value(),
        forms);
    if (word.isNumber())
      parts.add(
          "select contact from contact_number where workspace = ? and digits = any(?)",
          workspace.value(),
          forms);
  }

  private void beginnings(SoughtWord word, Parts parts) {
    for (var form : word.forms()) {
      parts.add(
          "select contact from contact_word where workspace = ? and word >= ? and word < ?",
          workspace.value(),
          form,
          form + END);
      if (!word.isNumber()) continue;
      if (form.length() < SoughtWord.END_OF_NUMBER)
        parts.add(
            "select contact from contact_number where workspace = ? and digits >= ? and digits < ?",
            workspace.value(),
            form,
            form + END);
      else parts.add(windows(form), workspace.value());
    }
  }

  /// Wherever in a number the digits begin, their first four and their last four stand there. The
  /// digits are part of the statement, so that it is planned for them: how many have 9639 at the
  /// beginning and how many at the end are no more alike than two numbers.
  private static String windows(String digits) {
    int behind = digits.length() - SoughtWord.END_OF_NUMBER;
    int first = Integer.parseInt(digits.substring(0, SoughtWord.END_OF_NUMBER));
    int last = Integer.parseInt(digits.substring(behind));
    var anywhere =
        IntStream.rangeClosed(1, WINDOWS - behind)
            .mapToObj(
                i ->
                    behind == 0
                        ? "d%d = %d".formatted(i, first)
                        : "d%d = %d and d%d = %d".formatted(i, first, i + behind, last))
            .collect(Collectors.joining(" or "));
    return "select contact from contact_number where workspace = ? and (%s)"
        .formatted(anywhere.isEmpty() ? "false" : anywhere);
  }

  private Vocabulary vocabulary(SoughtWord word) {
    return vocabularies.computeIfAbsent(word, this::read);
  }

  private Vocabulary read(SoughtWord word) {
    var parts = new Parts();
    for (var form : word.forms())
      if (form.length() >= SoughtWord.PART)
        parts.add(
            "select word from contact_word_form where workspace = ? and form >= ? and form < ?",
            workspace.value(),
            form,
            form + END);
    var shortened =
        word.errable().stream()
            .flatMap(form -> OneEdit.shortened(form).stream())
            .map(form -> "-" + form)
            .distinct()
            .toArray(String[]::new);
    if (shortened.length > 0)
      parts.add(
          "select word from contact_word_form where workspace = ? and form = any(?)",
          workspace.value(),
          shortened);
    var rows =
        rows(parts.union(), parts.values, ContactLimits.SEARCH_VOCABULARY, "word", String.class);
    var words = new LinkedHashSet<>(rows);
    var near = words.stream().filter(one -> word.among(List.of(one)).isPresent()).toList();
    var typos =
        near.stream()
            .filter(one -> word.among(List.of(one)).filter(MatchLevel.TYPO::equals).isPresent())
            .toList();
    var inIt = near.stream().filter(one -> !typos.contains(one)).toList();
    return new Vocabulary(inIt, typos, rows.size() <= ContactLimits.SEARCH_VOCABULARY);
  }

  private <T> List<T> rows(
      String sql, List<Object> values, int limit, String column, Class<T> type) {
    return db.sql("select %s from (%s) found limit %d".formatted(column, sql, limit + 1))
        .params(values)
        .query(type)
        .list();
  }

  /// The condition under which a contact comes exactly as near as `level`; its values are added.
  String patterns(MatchLevel level, List<Object> values) {
    var near = condition(level, values);
    if (level == MatchLevel.EXACT) return near;
    var nearer = MatchLevel.values()[level.ordinal() - 1];
    return near + " and not (" + condition(nearer, values) + ")";
  }

  private String condition(MatchLevel level, List<Object> values) {
    return sought.words().stream()
        .map(
            word -> {
              values.add(patterns(word, level).toArray(String[]::new));
              return "' ' || c.search_text || ' ' like any(?)";
            })
        .collect(Collectors.joining(" and "));
  }

  /// Words consist of letters and digits, so nothing in them means more than itself to LIKE.
  private List<String> patterns(SoughtWord word, MatchLevel level) {
    var patterns = new ArrayList<String>();
    for (var form : word.forms()) {
      var before = word.isNumber() ? List.of("% ", "% +") : List.of("% ");
      for (var start : before)
        patterns.add(start + form + (level == MatchLevel.EXACT ? " %" : "%"));
      if (level != MatchLevel.EXACT && word.isNumber() && form.length() >= SoughtWord.END_OF_NUMBER)
        patterns.add("% +%" + form + " %");
      if (level.compareTo(MatchLevel.PART) >= 0
          && !word.isScoped()
          && form.length() >= SoughtWord.PART) patterns.add("%" + form + "%");
    }
    if (level == MatchLevel.TYPO && word.hasParts())
      vocabulary(word).typos().forEach(typo -> patterns.add("% " + typo + " %"));
    return patterns;
  }
}

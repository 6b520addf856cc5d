package org.hiwar.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One of the customer's two pages, sentence by sentence. The walks quote it:
/// `CustomerPage.CONVERSATIONS.sentence(5)`.
public record CustomerPage(List<Sentence> sentences) {
  private static final Pattern NUMBERED = Pattern.compile("(\\d+)\\. (.+)");

  public static final CustomerPage CONVERSATIONS = read("docs/spec/conversations-page.ar.md");
  public static final CustomerPage CALLING_RECORDS = read("docs/spec/calling-records-page.ar.md");

  /// A sentence in the customer's words, with the ids of the requirements read from it.
  public record Sentence(int number, String text, List<String> requirements) {}

  /// The sentence of that number, counted from 1.
  public Sentence sentence(int number) {
    return sentences.get(number - 1);
  }

  private static CustomerPage read(String file) {
    var lines = Repository.text(file).lines().toList();
    var sentences = new ArrayList<Sentence>();
    for (int at = 0; at < lines.size(); at++) {
      var line = NUMBERED.matcher(lines.get(at));
      if (line.matches())
        sentences.add(
            new Sentence(Integer.parseInt(line.group(1)), line.group(2), ids(lines.get(at + 1))));
    }
    return new CustomerPage(List.copyOf(sentences));
  }

  private static List<String> ids(String line) {
    return List.of(line.strip().substring(2).split(" "));
  }
}

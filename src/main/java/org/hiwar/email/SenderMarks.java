package org.hiwar.email;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hiwar.email.mime.Mailbox;
import org.hiwar.email.mime.ReadEmail;

/// What is suspicious of a sender, as codes that the screens put into words. A mark hides nothing
/// and refuses nothing: the agent decides.
final class SenderMarks {
  /// Letters of different scripts in one word of the domain, or foreign ones that all look Latin.
  static final String LOOKALIKE = "lookalike-domain";

  /// The name shows another address than the mail has.
  static final String OTHER_ADDRESS = "name-is-another-address";

  /// Answers go somewhere else.
  static final String ANSWERS_ELSEWHERE = "answers-elsewhere";

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>()\"',;]{1,64}@[^\\s<>()\"',;]{1,255}");

  /// Of Cyrillic and Greek: each is taken for a Latin letter.
  private static final String LIKE_LATIN = "аеорсухіѕјһԁԛԝвкмнтαονρτυικχ";

  private SenderMarks() {}

  static List<String> of(ReadEmail mail) {
    var marks = new ArrayList<String>();
    if (isLookalike(mail.from().domain())) marks.add(LOOKALIKE);
    if (showsAnother(mail.from())) marks.add(OTHER_ADDRESS);
    if (!mail.replyTo().isEmpty()
        && mail.replyTo().stream().noneMatch(to -> to.domain().equals(mail.from().domain())))
      marks.add(ANSWERS_ELSEWHERE);
    return marks;
  }

  private static boolean showsAnother(Mailbox from) {
    var shown = ADDRESS.matcher(from.name());
    return shown.find() && !shown.group().toLowerCase(Locale.ROOT).equals(from.address());
  }

  static boolean isLookalike(String domain) {
    for (var label : domain.split("\\.")) {
      var letters = IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      var scripts = scripts(letters);
      if (scripts.size() > 1 && (scripts.contains(UnicodeScript.LATIN) || foreign(scripts)))
        return true;
      if (foreign(scripts)
          && letters.chars().filter(Character::isLetter).allMatch(SenderMarks::looksLatin))
        return true;
    }
    return false;
  }

  private static boolean foreign(Set<UnicodeScript> scripts) {
    return scripts.contains(UnicodeScript.CYRILLIC) || scripts.contains(UnicodeScript.GREEK);
  }

  private static boolean looksLatin(int letter) {
    return LIKE_LATIN.indexOf(letter) >= 0;
  }

  private static Set<UnicodeScript> scripts(String letters) {
    var scripts = EnumSet.noneOf(UnicodeScript.class);
    letters
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .forEach(scripts::add);
    return scripts;
  }
}

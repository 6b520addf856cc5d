package org.hiwar.campaign.list;

import java.util.Arrays;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.ArabicText;

/// What records are looked for by.
///
/// @param patterns of LIKE, one for each word; none: all records
/// @param number E.164 when the whole is a number; else empty
public record RecordQuery(String[] patterns, String number) {

  public static RecordQuery of(String typed, String region) {
    var cut = typed.substring(0, Math.min(typed.length(), ListLimits.QUERY));
    var patterns =
        Arrays.stream(ArabicText.folded(cut).split(" "))
            .filter(word -> !word.isEmpty())
            .map(
                word ->
                    "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
            .toArray(String[]::new);
    return new RecordQuery(
        patterns, Addresses.normalised(AddressKind.PHONE, cut, region).orElse(""));
  }
}

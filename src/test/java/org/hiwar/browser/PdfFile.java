package org.hiwar.browser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A PDF of a few pages, one line on each, which wants to run a script when it is opened.
final class PdfFile {
  private PdfFile() {}

  static byte[] of(String... lines) {
    var objects = new ArrayList<String>();
    objects.add("<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>");
    objects.add(""); // the pages, once they are known
    objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    objects.add("<< /S /JavaScript /JS (app.alert\\('run'\\);) >>");
    var pages = new ArrayList<String>();
    for (var line : lines) {
      var words = "BT /F1 32 Tf 60 700 Td (" + line + ") Tj ET";
      objects.add("<< /Length " + words.length() + " >>\nstream\n" + words + "\nendstream");
      objects.add(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
              + objects.size()
              + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
      pages.add(objects.size() + " 0 R");
    }
    var kids = String.join(" ", pages);
    objects.set(1, "<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
    return written(objects).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String written(List<String> objects) {
    var file = new StringBuilder("%PDF-1.4\n");
    var places = new ArrayList<Integer>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(file.length());
      file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    for (int place : places) file.append("%010d 00000 n \n".formatted(place));
    return file.append("trailer\n<< /Size ")
        .append(objects.size() + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(table)
        .append("\n%%EOF\n")
        .toString();
  }
}

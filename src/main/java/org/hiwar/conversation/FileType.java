package org.hiwar.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The media type of a file by its content: what its sender says of it is not believed. The name
/// only chooses among types that the content allows. HTML and SVG are plain text here, so that no
/// browser runs them.
public final class FileType {
  public static final String UNKNOWN = "application/octet-stream";
  public static final String TEXT = "text/plain";

  /// How much of a file is looked at.
  public static final int HEAD = 4_096;

  private record Magic(int at, String bytes, String type) {
    boolean fits(byte[] head) {
      if (head.length < at + bytes.length()) return false;
      for (int i = 0; i < bytes.length(); i++)
        if ((head[at + i] & 0xFF) != bytes.charAt(i)) return false;
      return true;
    }
  }

  private static final List<Magic> MAGIC =
      List.of(
          new Magic(0, "\u0089PNG\r\n\u001a\n", "image/png"),
          new Magic(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
          new Magic(0, "GIF87a", "image/gif"),
          new Magic(0, "GIF89a", "image/gif"),
          new Magic(8, "WEBP", "image/webp"),
          new Magic(0, "%PDF-", "application/pdf"),
          new Magic(0, "OggS", "audio/ogg"),
          new Magic(0, "ID3", "audio/mpeg"),
          new Magic(0, "\u00ff\u00fb", "audio/mpeg"),
          new Magic(0, "#!AMR", "audio/amr"),
          new Magic(8, "WAVE", "audio/wav"),
          new Magic(4, "ftypM4A", "audio/mp4"),
          new Magic(4, "ftyp3g", "video/3gpp"),
          new Magic(4, "ftyp", "video/mp4"),
          new Magic(0, "\u001aE\u00df\u00a3", "video/webm"),
          new Magic(0, "PK\u0003\u0004", "application/zip"),
          new Magic(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole"));

  private static final String OPEN = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, String> ZIPPED =
      Map.of(
          "docx", OPEN + "wordprocessingml.document",
          "xlsx", OPEN + "spreadsheetml.sheet",
          "pptx", OPEN + "presentationml.presentation",
          "odt", "application/vnd.oasis.opendocument.text",
          "ods", "application/vnd.oasis.opendocument.spreadsheet");
  private static final Map<String, String> OLD_OFFICE =
      Map.of(
          "doc", "application/msword",
          "xls", "application/vnd.ms-excel",
          "ppt", "application/vnd.ms-powerpoint");

  private FileType() {}

  /// @param content the file, or its first [#HEAD] bytes
  public static String of(byte[] content, String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var type = magic(content);
    if (type == null) return text(content, ending);
    return switch (type) {
      case "application/zip" -> ZIPPED.getOrDefault(ending, type);
      case "video/mp4" -> isSound(content) ? "audio/mp4" : type;
      case "application/x-ole" -> OLD_OFFICE.getOrDefault(ending, UNKNOWN);
      default -> type;
    };
  }

  /// Whether the tracks that are named at the beginning are sound alone, by their handlers (ISO/IEC
  /// 14496-12, 8.4.3): so browsers record a voice.
  private static boolean isSound(byte[] content) {
    var head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
    return head.contains("soun") && !head.contains("vide");
  }

  private static @Nullable String magic(byte[] content) {
    for (var magic : MAGIC) if (magic.fits(content)) return magic.type();
    return null;
  }

  private static String text(byte[] content, String ending) {
    int length = Math.min(content.length, HEAD);
    for (int i = 0; i < length; i++) {
      int b = content[i] & 0xFF;
      if (b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') return UNKNOWN;
    }
    if (!utf8(content, length)) return UNKNOWN;
    return ending.equals("csv") ? "text/csv" : TEXT;
  }

  /// The last character may be cut off where the look ends.
  private static boolean utf8(byte[] content, int length) {
    for (int cut = 0; cut < 4 && cut <= length; cut++)
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, 0, length - cut));
        return true;
      } catch (CharacterCodingException _) {
        if (length < HEAD) return false;
      }
    return false;
  }
}

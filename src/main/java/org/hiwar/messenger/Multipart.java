package org.hiwar.messenger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.hiwar.channel.OutgoingFile;

/// A form with a file (RFC 7578).
public final class Multipart {
  private final String boundary;
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  /// @param id anything of its own; nobody else knows it, so no file can contain the boundary
  public Multipart(UUID id) {
    boundary = "hiwar-" + id;
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  public Multipart field(String name, String value) {
    head("name=\"" + name + "\"");
    write("\r\n" + value + "\r\n");
    return this;
  }

  /// Names in UTF-8, quotation marks and line ends written as browsers write them. Fails when the
  /// file is not there.
  public Multipart file(String name, OutgoingFile file) throws IOException {
    var fileName = file.name().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    head("name=\"" + name + "\"; filename=\"" + fileName + "\"");
    write("Content-Type: " + file.type() + "\r\n\r\n");
    parts.writeBytes(Files.readAllBytes(file.content()));
    write("\r\n");
    return this;
  }

  byte[] body() {
    var whole = new ByteArrayOutputStream(parts.size() + boundary.length() + 10);
    whole.writeBytes(parts.toByteArray());
    whole.writeBytes(Signatures.utf8("--" + boundary + "--\r\n"));
    return whole.toByteArray();
  }

  private void head(String disposition) {
    write("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
  }

  private void write(String text) {
    parts.writeBytes(Signatures.utf8(text));
  }
}
